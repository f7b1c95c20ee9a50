import FanfoldCheck
import Testing

/// Input made to keep a checker busy for ever, to fill its memory or to break it.
@Suite struct HostileInputTests {
  private static func page(_ body: String, type: String = "") -> String {
    type + "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>t</title></head><body>\(body)"
      + "</body></html>"
  }

  private static func package(metadata: String = "", items: String = "", end: String = "") -> String
  {
    """
    <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="u">
    <metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="u">u</dc:identifier>
    <dc:title>t</dc:title><dc:language>en</dc:language>
    <meta property="dcterms:modified">2026-01-01T00:00:00Z</meta>\(metadata)</metadata>
    <manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
    \(items)</manifest><spine><itemref idref="nav"/></spine>\(end)</package>
    """
  }

  /// The names of the rules that a document breaks, each once.
  private func names(_ text: String, _ mode: Mode) -> Set<String> {
    let report = Validator(mode: mode, version: .epub3).check(Array(text.utf8), name: "document")
    return Set(report.findings.filter { $0.rule.severity != .usage }.map(\.rule.name))
  }

  @Test(
    "a page beyond all measure is given up",
    arguments: [
      page("<p " + (0..<20_000).map { "a\($0)=''" }.joined(separator: " ") + "/>"),
      page("<p title='" + String(repeating: "x", count: 10_000_001) + "'/>"),
      page(
        "<p>" + String(repeating: "&e;", count: 10_000) + "</p>",
        type: "<!DOCTYPE html [<!ENTITY e \"\(String(repeating: "x", count: 10_000))\">]>"),
      page(
        String(repeating: "<p title='&e;'/>", count: 10_000),
        type: "<!DOCTYPE html [<!ENTITY e \"\(String(repeating: "x", count: 10_000))\">]>"),
    ])
  func beyondMeasure(page: String) {
    #expect(names(page, .xhtml).contains("xml-beyond-limits"))
  }

  @Test(
    "a page that is no XML 1.0 in UTF-8 is told so",
    arguments: [
      (page("<p>a\0b</p>"), "xml-not-well-formed"),
      ("<?xml version='1.1'?>" + page("<p/>"), "xml-version"),
      ("\u{FEFF}\u{FEFF}" + page("<p/>"), "xml-not-well-formed"),
    ])
  func otherText(page: String, rule: String) {
    #expect(names(page, .xhtml) == [rule])
  }

  @Test("what is no ASCII cannot be read as such, and an instruction is no declaration")
  func declarations() {
    let ascii = "<?xml version='1.0' encoding='US-ASCII'?>"
    #expect(names(ascii + Self.page("<p>a</p>"), .xhtml) == ["other-encoding"])
    #expect(
      names(ascii + Self.page("<p>ä</p>"), .xhtml).contains("xml-not-well-formed"))
    let style = "<?xml-style version='2'?>"
    #expect(names(style + Self.page("<p/>"), .xhtml) == [])
  }

  @Test("elements nobody knows are told one by one, however many names they have")
  func unknownElements() {
    let body = (0..<3000).map { "<x\($0)/>" }.joined()
    let report = Validator(mode: .xhtml).check(Array(Self.page(body).utf8), name: "page.xhtml")
    #expect(report.findings.count { $0.rule.name == "child-not-allowed" } == 3000)
  }

  @Test("what leads in a circle is followed once")
  func circles() {
    let items = (0..<2000).map {
      "<item id='f\($0)' href='f\($0)' media-type='x/y' fallback='f\(($0 + 1) % 2000)'/>"
    }
    #expect(names(Self.package(items: items.joined()), .package).contains("fallback-in-circle"))
    let metas = (0..<2000).map {
      "<meta id='m\($0)' refines='#m\(($0 + 1) % 2000)' property='display-seq'>1</meta>"
    }
    #expect(names(Self.package(metadata: metas.joined()), .package).contains("refines-in-circle"))
    let uses = (0..<1000).map {
      "<g id='g\($0)'><use xlink:href='#g\(($0 + 1) % 1000)'/></g>"
    }
    #expect(
      names(
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>"
          + uses.joined() + "</svg>", .svg) == [])
  }

  @Test("collections in collections are matched in the time of their number")
  func collections() {
    let end =
      String(repeating: "<collection role='index'>", count: 200)
      + String(repeating: "</collection>", count: 200)
    #expect(names(Self.package(end: end), .package).contains("element-incomplete"))
  }

  @Test(
    "a style sheet may be nested as deep as it likes",
    arguments: [
      String(repeating: "@media x {", count: 10_000) + "p { color: red }"
        + String(repeating: "}", count: 10_000),
      "p { color: " + String(repeating: "(", count: 100_000)
        + String(repeating: ")", count: 100_000) + "}",
    ])
  func styleSheets(sheet: String) {
    var book = TestBook("epub3")
    book.files["EPUB/style.css"] = Array(sheet.utf8)
    let report = Validator().check(book.folder, name: "book")
    #expect(report.findings.filter { $0.path == "EPUB/style.css" } == [])
  }
}
