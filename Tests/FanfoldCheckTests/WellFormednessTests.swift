import FanfoldCheck
import Testing

/// Where a document stops being XML, and what is still said of it: line by line as Java's readers
/// of XML have it.
@Suite struct WellFormednessTests {
  private func findings(_ text: String, _ mode: Mode) -> [String] {
    Validator(mode: mode, version: .epub3).check(Array(text.utf8), name: "document").findings
      .filter { $0.rule.severity != .usage }
      .map { "\($0.line ?? 0) \($0.rule.name)" }.sorted()
  }

  private static let start = """
    <html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head>
    <body>

    """

  @Test(
    "a fault is in the line in which it is found out",
    arguments: [
      ("<!-- x\n", 3), ("<!-- x\n\n", 4), ("<!-- x", 3), ("<![CDATA[ x\n", 3), ("<?x y\n", 3),
      ("</p\n", 3), ("</\n</body></html>", 3), ("</body\n\n<p/>", 5), ("<h1>a</h1-\n<p/>", 3),
      ("<p>x\n]]>\ny</p></body></html>", 4), ("\n\n]]></body></html>", 5), ("<p", 3),
    ])
  func line(of fault: String, line: Int) {
    #expect(findings(Self.start + fault, .xhtml) == ["\(line) xml-not-well-formed"])
  }

  @Test(
    "a fault is behind what shows it",
    arguments: [
      ("<p a='1' a='2'/>", 17), ("<p a='1' a='2' >x</p>", 17), ("<p xmlns:x=''/>", 14),
      ("<!-- a -- b -->", 10), ("<!->", 4), ("<![cdata[x]]>", 3), ("<!DOCTYPE x>", 10),
      ("<p/ >", 4),
      ("<p>&#;</p>", 6), ("<p>&#x;</p>", 7), ("</body></html><x/>", 16), ("</body></html></x>", 17),
      ("</body></html><![CDATA[x]]>", 17), ("</body></html> x", 16),
    ])
  func column(of fault: String, column: Int) {
    expect(Self.start + fault, column)
  }

  @Test("an attribute that is said twice is found at its value where there is a document type")
  func repetition() {
    expect("<!DOCTYPE html>" + Self.start + "<p a='1' a = '2'/>", 14)
  }

  private func expect(_ text: String, _ column: Int) {
    let text = Array(text.utf8)
    let findings = Validator(mode: .xhtml, version: .epub3).check(text, name: "document").findings
    #expect(findings.filter { $0.rule.severity == .fatal }.map(\.column) == [column])
  }

  @Test(
    "a document without its element is a fault of the whole, one that breaks off is not",
    arguments: [
      ("", 0), (" \n", 0), ("<!DOCTYPE html>\n", 0), ("<html x", 1), ("<!DOCTYPE html>\n<ht", 2),
      ("<!-- x", 1), ("\n<html a=\"", 2), ("<?xml version=\"1.2\"?><html/>", 1),
      ("<?xml version=\"1.0\" encoding=\"UTF-8?>\n<html a=\"b\"/>", 2),
    ])
  func place(of document: String, line: Int) {
    #expect(findings(document, .xhtml).contains("\(line) xml-not-well-formed"))
  }

  @Test(
    "names have the characters of the first editions of XML",
    arguments: [
      ("<p\u{FFFD}/>", false), ("<p a\u{FEFF}='b'/>", false), ("<p \u{1F600}='b'/>", false),
      ("<p data-\u{E9}='b'/>", true), ("<p data-\u{6F22}='b'/>", true),
    ])
  func characters(element: String, isWellFormed: Bool) {
    let found = findings(Self.start + element + "</body></html>", .xhtml)
    #expect(found.contains("3 xml-not-well-formed") == !isWellFormed)
  }

  private static func package(
    element: String = "package", start: String = "", id: String = "a", end: String = ""
  ) -> String {
    """
    \(start)<\(element) xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="u">
    <metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="u">u</dc:identifier>
    <dc:title>t</dc:title><dc:language>en</dc:language>
    <meta property="dcterms:modified">2026-01-01T00:00:00Z</meta></metadata>
    <manifest><item id="\(id)" href="nav.xhtml" media-type="application/xhtml+xml"
    properties="nav"/></manifest><spine><itemref idref="\(id)"/></spine></\(element)>\(end)
    """
  }

  @Test(
    "package documents with wrong elements around or in the place of their own",
    arguments: [
      (package(), []), (package(element: "packge"), ["1 child-not-allowed"]),
      (package(element: "packge", end: "<p"), ["1 child-not-allowed"]),
      (package(start: "<x>", end: "</x>"), ["1 child-not-allowed", "6 child-not-allowed"]),
      (package(id: "\u{E9}\u{B7}"), []),
      (package(id: "\u{D7}"), ["6 attribute-value", "6 attribute-value"]),
      (package(id: "a\u{FEFF}"), ["6 attribute-value", "6 attribute-value"]),
    ])
  func wrongElements(text: String, expected: [String]) {
    #expect(findings(text, .package) == expected)
  }

  @Test(
    "attributes in namespaces of which Java does not know the host end a document",
    arguments: [
      ("http://a.example/", ["data-attribute-name"]), ("http://a_b.example/", []),
      ("http://\u{E9}.example/", []), ("urn:uuid:x", []), ("http://a-.example/", []),
      ("http://1.example:x/", []), ("http//x", []), ("//x/y", ["data-attribute-name"]),
      ("http://a.example/\u{A0}", ["data-attribute-name"]),
    ])
  func hosts(namespace: String, expected: [String]) {
    let page = Self.start + "<p xmlns:q=\"\(namespace)\" q:a=\"b\"/><p data-A=\"b\"/></body></html>"
    #expect(findings(page, .xhtml) == expected.map { "3 " + $0 })
    var book = TestBook("epub3")
    book.files["EPUB/one.xhtml"] = Array(page.utf8)
    let names = Validator().check(book.folder, name: "book").findings.map(\.rule.name)
    #expect(names.contains("document-given-up") == expected.isEmpty)
  }

  @Test(
    "the URLs of prefixes",
    arguments: [
      ("http://a.example/", true), ("urn:x", true), ("x", true), ("urn:", false), ("1:x", false),
      ("http://", false), ("http://[", false), ("http://a.example/\u{7F}", false),
    ])
  func prefixes(url: String, isValid: Bool) {
    let text = Self.package(end: "").replacing("version=", with: "prefix=\"a: \(url)\" version=")
    #expect(findings(text, .package) == (isValid ? [] : ["1 prefix-bad-url"]))
  }

  @Test("what stands behind a NUL is not passed over", arguments: ["\0<junk", "\0\n<p>&wild"])
  func nul(tail: String) {
    let page = Self.start + "<p>x</p></body></html>\n" + tail
    #expect(findings(page, .xhtml).map { $0.split(separator: " ").last } == ["xml-not-well-formed"])
  }
}
