import FanfoldCheck
import Testing

/// What is said of addresses, as links and as pictures.
@Suite struct ReferenceTests {
  /// The rules that an element of the first document breaks.
  private func findings(_ elements: String...) -> [String] {
    var book = TestBook("epub3")
    guard book.edit("EPUB/one.xhtml", replacing: "</body>", with: elements.joined() + "</body>")
    else { return ["no such place"] }
    return Validator().check(book.folder, name: "book").findings
      .filter {
        $0.path == "EPUB/one.xhtml" && [.fatal, .error, .warning].contains($0.rule.severity)
      }
      .map(\.rule.id)
  }

  @Test(
    "hosts that are none",
    arguments: [
      "xn--a", "xn--", "xn--abc-", "xn--0", "a..b", ".a", "%zz", "b%20c", "[1:2:3:4:5:6:7]",
      "[1::2::3]", "[::12345]", "[::256.1.1.1]", "[::1]x", "\u{A0}", "\u{301}a", "\u{2028}",
      String(repeating: "a", count: 64),
    ])
  func faultyHosts(host: String) {
    let rules = findings("<p><a href='https://\(host)/'>a</a></p>")
    #expect(rules.contains("RSC-020"))
    #expect(findings("<p><a href='file://\(host)/a'>a</a></p>").contains("RSC-020"))
  }

  @Test(
    "hosts",
    arguments: [
      "xn--bcher-kva", "xn--p1ai", "b\u{FC}cher", "a.", "a_b", "-x-", "[::1]", "[::1]:80",
      "[1:2:3:4:5:6:1.2.3.4]", "1.2.3.4", "a:65535", "u:p@a", String(repeating: "a", count: 63),
    ])
  func hosts(host: String) {
    #expect(findings("<p><a href='https://\(host)/'>a</a></p>") == [])
  }

  @Test("a drive is no host")
  func drives() {
    #expect(findings("<p><a href='file://C:/a'>a</a></p>") == ["RSC-030"])
    #expect(findings("<p><a href='file://CC:/a'>a</a></p>").contains("RSC-020"))
  }

  @Test(
    "a number that no port has is told, and the rest of the address is read",
    arguments: ["65536", "99999"])
  func ports(port: String) {
    #expect(
      findings("<p><img src='https://a:\(port)/' alt=''/></p>").sorted() == [
        "OPF-014", "RSC-006", "RSC-020",
      ])
  }

  @Test("what a data URL says is lost with its fragment")
  func dataFragment() {
    #expect(findings("<p><img src='data:image/png,x#y' alt=''/></p>") == ["RSC-007"])
    #expect(findings("<p><img src='data:image/png,x' alt=''/></p>") == [])
  }

  @Test("a URL without anything, which ends a style attribute, is one of a bracket")
  func bareURL() {
    #expect(findings("<p style='a: url()'>a</p>").contains("RSC-007"))
  }

  @Test("a query is told until an address has led out of the book")
  func queries() {
    let link = "<p><a href='two.xhtml?a'>a</a></p>"
    let out = "<p><a href='https://example.org/'>a</a></p>"
    #expect(findings(link) == ["RSC-033"])
    #expect(findings(out, link) == [])
    #expect(findings(out, "<p><a href='none.xhtml?a'>a</a></p>") == ["RSC-007"])
  }
}
