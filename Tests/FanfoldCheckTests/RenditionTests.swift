import FanfoldCheck
import Testing

/// Books of several renditions, whose metadata and mapping have grammars of their own.
@Suite struct RenditionTests {
  private static let resourceMap = """
    <nav epub:type="resource-map"><ul><li><a href="EPUB/package.opf#epubcfi(/6/2)"/></li>
    <li><a href="EPUB/second.opf#epubcfi(/6/2)"/></li></ul></nav>
    """

  private static func containerFile(inner: String = "", after: String = "") -> String {
    """
    <container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"
      xmlns:rendition="http://www.idpf.org/2013/rendition"><rootfiles>
    <rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
    <rootfile full-path="EPUB/second.opf" media-type="application/oebps-package+xml"
      rendition:layout="pre-paginated"/>\(inner)</rootfiles>\(after)</container>
    """
  }

  private static func metadataFile(_ more: String = "", version: String = "3.0") -> String {
    """
    <metadata xmlns="http://www.idpf.org/2013/metadata" unique-identifier="u" version="\(version)"
      xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="u">urn:uuid:0</dc:identifier>
    \(more)<meta property="dcterms:modified">2026-01-01T00:00:00Z</meta></metadata>
    """
  }

  /// The ids of what is wrong with the book of two renditions.
  private func ids(
    container: String = Self.containerFile(), metadata: String? = Self.metadataFile(),
    mapping: String? = nil
  ) -> [String] {
    var book = TestBook("epub3")
    book.files["EPUB/second.opf"] = book.files["EPUB/package.opf"]
    book.files["META-INF/container.xml"] = Array(container.utf8)
    book.files["META-INF/metadata.xml"] = metadata.map { Array($0.utf8) }
    book.files["map.xhtml"] = mapping.map { Array($0.utf8) }
    return Validator().check(book.folder, name: "book").findings
      .filter { $0.rule.severity != .usage }.map(\.rule.id).sorted()
  }

  @Test(
    "their metadata",
    arguments: [
      (metadataFile(), []), (metadataFile("<dc:title>t</dc:title>"), []),
      (metadataFile("<dc:nothing>t</dc:nothing>"), ["RSC-005"]),
      (metadataFile("<link rel=\"record\"/>"), ["RSC-005", "RSC-005"]),
      (metadataFile(version: "2.0"), ["RSC-005"]), (nil, ["RSC-019"]),
    ] as [(String?, [String])])
  func metadata(text: String?, expected: [String]) {
    #expect(ids(metadata: text) == expected)
  }

  @Test(
    "what maps one to the other",
    arguments: [
      (resourceMap, []), ("<p>x</p>" + resourceMap, ["RSC-005"]),
      (resourceMap.replacing("href=\"EPUB/second.opf#epubcfi(/6/2)\"", with: ""), ["RSC-005"]),
      (
        "<nav epub:type='resource-map'><ul><li><a href='EPUB/package.opf'/></li></ul></nav>",
        ["RSC-005"]
      ),
    ] as [(String, [String])])
  func mapping(body: String, expected: [String]) {
    let page = """
      <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head>
      <meta name="epub.multiple.renditions.version" content="1.0"/></head><body>\(body)</body></html>
      """
    let link = "<link href=\"map.xhtml\" rel=\"mapping\" media-type=\"application/xhtml+xml\"/>"
    let container = Self.containerFile(after: "<links>\(link)</links>")
    #expect(ids(container: container, mapping: page) == expected)
  }

  @Test("what the container lists besides")
  func foreign() {
    #expect(ids(container: Self.containerFile(inner: "<x:y xmlns:x=\"urn:x\"/>")) == ["RSC-005"])
  }

  @Test(
    "a package document that cannot be read, of two",
    arguments: ["EPUB/package.opf", "EPUB/second.opf"],
    [
      ("junk", ["OPF-001", "OPF-030", "RSC-016", "RSC-016"]),
      ("<?xml version=\"1.0\"?>", ["OPF-001", "OPF-030", "RSC-016"]),
      (
        "<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\"",
        ["OPF-001", "OPF-030", "RSC-016", "RSC-016"]
      ),
    ])
  func broken(path: String, example: (text: String, expected: [String])) {
    var book = TestBook("epub3")
    book.files["EPUB/second.opf"] = book.files["EPUB/package.opf"]
    book.files["META-INF/container.xml"] = Array(Self.containerFile().utf8)
    book.files["META-INF/metadata.xml"] = Array(Self.metadataFile().utf8)
    book.files[path] = Array(example.text.utf8)
    let findings = Validator().check(book.folder, name: "book").findings
    #expect(
      findings.filter { $0.path == path && $0.rule.severity != .usage }.map(\.rule.id).sorted()
        == example.expected)
  }

  @Test("the book ends where its first package document has no version")
  func noVersion() {
    var book = TestBook("epub3")
    book.files["EPUB/second.opf"] = book.files["EPUB/package.opf"]
    book.files["META-INF/container.xml"] = Array(Self.containerFile().utf8)
    let isEdited = book.edit("EPUB/package.opf", replacing: " version=\"3.0\"", with: "")
    #expect(isEdited)
    #expect(Validator().check(book.folder, name: "book").findings.map(\.rule.id) == ["OPF-001"])
  }

  @Test("a fragment is part of the package document's path")
  func fragment() {
    var book = TestBook("epub3")
    let isEdited = book.edit(
      "META-INF/container.xml", replacing: "package.opf", with: "package.opf#x")
    #expect(isEdited)
    let ids = Validator().check(book.folder, name: "book").findings.map(\.rule.id)
    #expect(ids == ["OPF-002"])
  }

  @Test(
    "what is listed as a package document is judged as one",
    arguments: [
      ("epub3", "<html xmlns=\"a\"/>", ["child-not-allowed", "unique-identifier-missing"]),
      ("epub2", "p { }", ["unique-identifier-missing", "xml-not-well-formed"]),
      ("epub3", "package.opf", []), ("epub2", "package.opf", []),
    ])
  func inner(name: String, file: String, expected: [String]) {
    var book = TestBook(name)
    let package = book.files["EPUB/package.opf"] ?? []
    book.files["EPUB/package.opf"] = Array(
      String(decoding: package, as: UTF8.self).replacing(
        "</manifest>",
        with: """
          <item id="inner" href="inner.opf" media-type="application/oebps-package+xml"/></manifest>
          """
      ).utf8)
    book.files["EPUB/inner.opf"] = file == "package.opf" ? package : Array(file.utf8)
    let findings = Validator().check(book.folder, name: "book").findings
    #expect(
      findings.filter { $0.rule.severity != .usage && $0.path == "EPUB/inner.opf" }
        .map(\.rule.name).sorted() == expected)
  }
}
