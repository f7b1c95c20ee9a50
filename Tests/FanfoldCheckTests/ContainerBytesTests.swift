import FanfoldCheck
import Testing

/// What only the bytes of a book can break.
@Suite struct ContainerBytesTests {
  /// The rules that have their cases here.
  static let rules: Set<String> = [
    "ending-case", "ending-uncommon", "ending-uncommon-epub-2", "item-unreadable",
    "mimetype-extra-field", "utf-16", "utf-16-document", "xml-beyond-limits", "zip-no-header",
    "zip-too-short", "zip-unreadable", "zip-unreadable-entry",
  ]

  private func names(_ bytes: [UInt8], name: String = "book.epub") -> [String] {
    Validator().check(bytes, name: name).findings.map(\.rule.name)
  }

  @Test("a packed book is judged as the folder it was made of", arguments: ["epub3", "epub2"])
  func packed(name: String) throws {
    #expect(names(try TestBook(name).packed()) == [])
  }

  @Test(
    "the ending of the name",
    arguments: [
      ("epub3", "book.EPUB", ["ending-case"]), ("epub3", "book.zip", ["ending-uncommon"]),
      ("epub2", "book.zip", ["ending-uncommon-epub-2"]), ("epub3", "book", []),
    ])
  func ending(book: String, name: String, expected: [String]) throws {
    #expect(names(try TestBook(book).packed(), name: name) == expected)
  }

  @Test("a book cut short, at each length", arguments: [0, 1, 10, 57, 58, 500])
  func short(count: Int) throws {
    let found = names(Array(try TestBook("epub3").packed().prefix(count)))
    #expect(found == (count < 58 ? ["zip-too-short", "zip-unreadable"] : ["zip-unreadable"]))
  }

  @Test("bytes before the container are passed over")
  func junk() throws {
    #expect(names(Array("junk".utf8) + (try TestBook("epub3").packed())) == ["zip-no-header"])
  }

  @Test("extra fields of the first entry are seen")
  func extraField() throws {
    var bytes = try TestBook("epub3").packed()
    bytes[28] = 4
    #expect(names(bytes).contains("mimetype-extra-field"))
  }

  @Test("an entry encrypted, packed oddly or with a broken name", arguments: [8, 10, 46])
  func oddEntry(offset: Int) throws {
    var bytes = try TestBook("epub3").packed()
    let entry = try #require(
      bytes.indices.first { bytes[$0...].starts(with: [0x50, 0x4B, 1, 2]) })
    bytes[entry + offset] = offset == 46 ? 0xFF : offset == 8 ? 1 : 99
    #expect(names(bytes) == ["zip-unreadable-entry"])
  }

  @Test("a file whose bytes are damaged")
  func damaged() throws {
    var book = TestBook("epub3")
    book.files["EPUB/style.css"] = Array("p { color: red }".utf8)
    var bytes = try book.packed()
    let place = try #require(
      bytes.indices.first { bytes[$0...].starts(with: Array("p { color: red }".utf8)) })
    bytes[place] = UInt8(ascii: "q")
    #expect(names(bytes) == ["item-unreadable"])
  }

  @Test(
    "documents in UTF-16",
    arguments: [("EPUB/one.xhtml", "utf-16-document"), ("EPUB/two.smil", "utf-16")])
  func wide(path: String, rule: String) {
    var book = TestBook("epub3")
    let text = String(decoding: book.files[path] ?? [], as: UTF8.self)
      .replacing("encoding=\"UTF-8\"", with: "encoding=\"UTF-16\"")
    book.files[path] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let report = Validator().check(book.folder, name: "book")
    #expect(report.findings.map(\.rule.name) == [rule])
  }

  @Test("a document nested without end is given up, not followed")
  func deep() {
    var book = TestBook("epub3")
    let depth = 100_000
    book.files["EPUB/one.xhtml"] = Array(
      ("<html xmlns=\"http://www.w3.org/1999/xhtml\"><body>"
        + String(repeating: "<div>", count: depth)).utf8)
    let report = Validator().check(book.folder, name: "book")
    #expect(report.findings.contains { $0.rule.name == "xml-beyond-limits" })
  }

  @Test("entities that would grow without end do not")
  func bomb() {
    var book = TestBook("epub3")
    let entities = (1...12).map {
      "<!ENTITY e\($0) \"\(String(repeating: "&e\($0 - 1);", count: 10))\">"
    }
    book.files["EPUB/one.xhtml"] = Array(
      ("<!DOCTYPE html [<!ENTITY e0 \"ha\">\(entities.joined())]>"
        + "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>x</title></head>"
        + "<body><p>&e12;</p></body></html>").utf8)
    let report = Validator().check(book.folder, name: "book")
    #expect(report.findings.contains { $0.rule.id == "RSC-016" })
  }
}
