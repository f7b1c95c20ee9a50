import FanfoldCheck
import Testing

/// What only the bytes of a book can break.
@Suite struct ContainerBytesTests {
  /// The rules that have their cases here.
  static let rules: Set<String> = [
    "checksum-differs", "ending-case", "ending-uncommon", "ending-uncommon-epub-2",
    "item-unreadable",
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

  @Test(
    "numbers of a long container that are beyond all measure",
    arguments: longNumbers.dropFirst(), longNumbers)
  func beyondMeasure(length: UInt64, place: UInt64) throws {
    #expect(names(Self.long([length, place])).contains { $0.hasPrefix("zip-unreadable") })
  }

  private static let longNumbers: [UInt64] = [0, 1, UInt64.max >> 1, 1 << 63, UInt64.max]

  @Test("files of a long container that say they are beyond all measure")
  func longFiles() {
    for start in ["", "junk"] {
      #expect(!names(Array(start.utf8) + Self.long([132, 58])).isEmpty)
    }
  }

  /// A container of two files whose lengths and places are the largest there are, with what its
  /// long end says of the length and the place of the directory.
  private static func long(_ directory: [UInt64]) -> [UInt8] {
    func bytes(_ number: some FixedWidthInteger) -> [UInt8] {
      (0..<number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }
    let (name, words) = (Array("mimetype".utf8), Array("application/epub+zip".utf8))
    let zeros = { (count: Int) in [UInt8](repeating: 0, count: count) }
    let local =
      [0x50, 0x4B, 3, 4, 20, 0] + zeros(12) + bytes(UInt32(20)) + bytes(UInt32(20))
      + bytes(UInt16(8)) + zeros(2) + name + words
    let entry =
      [0x50, 0x4B, 1, 2, 20, 0, 20, 0] + zeros(12) + bytes(UInt32.max) + bytes(UInt32.max)
      + bytes(UInt16(8)) + bytes(UInt16(28)) + zeros(10) + bytes(UInt32.max) + name
      + bytes(UInt16(1)) + bytes(UInt16(24))
      + Array(repeating: bytes(UInt64.max), count: 3).joined()
    let longEnd =
      [0x50, 0x4B, 6, 6] + bytes(UInt64(44)) + zeros(28) + directory.flatMap { bytes($0) }
    let locator =
      [0x50, 0x4B, 6, 7] + zeros(4) + bytes(UInt64(local.count + 2 * entry.count)) + zeros(4)
    let end =
      [0x50, 0x4B, 5, 6] + zeros(4) + bytes(UInt32.max) + bytes(UInt64.max) + zeros(2)
    return local + entry + entry + longEnd + locator + end
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
    #expect(names(bytes) == ["checksum-differs"])
  }

  @Test(
    "files of META-INF that cannot be unpacked",
    arguments: [
      ("encryption.xml", ["item-unreadable"]), ("metadata.xml", ["item-unreadable"]),
      ("signatures.xml", ["item-unreadable"]), ("rights.xml", []),
    ])
  func unreadable(name: String, expected: [String]) {
    let files = TestBook("epub3").files
    let folder = FolderFiles(paths: files.keys.sorted() + ["META-INF/\(name)"]) { files[$0] }
    #expect(Validator().check(folder, name: "book").findings.map(\.rule.name) == expected)
  }

  /// A book with a number changed in it: in the nth record of a kind, at an offset.
  private func names(_ mark: UInt8, _ index: Int, at offset: Int, _ value: [UInt8]) throws
    -> [String]
  {
    var bytes = try TestBook("epub3").packed()
    let records = bytes.indices.filter { bytes[$0...].starts(with: [0x50, 0x4B, mark, mark + 1]) }
    let record = try #require(index < records.count ? records[index] : nil)
    bytes.replaceSubrange((record + offset)..<(record + offset + value.count), with: value)
    return names(bytes)
  }

  @Test(
    "what the records of the container say of its files, mimetype first",
    arguments: [
      // The directory: lengths of a name, of extra fields, of a comment; a place; a checksum.
      (1, 2, 28, [0xFF, 0xFF], ["zip-unreadable-entry"]), (1, 2, 30, [8, 0], ["zip-unreadable"]),
      (1, 2, 30, [2, 0], ["zip-unreadable-entry"]), (1, 2, 32, [2, 0], ["zip-unreadable-entry"]),
      (1, 0, 42, [9, 9, 9, 9], []), (1, 0, 20, [3, 0, 0, 0], ["mimetype-wrong"]),
      (1, 1, 42, [9, 9, 9, 9], ["item-unreadable"]),
      (1, 5, 42, [9, 9, 9, 9], ["image-broken"]), (1, 6, 42, [9, 9, 9, 9], []),
      (1, 2, 24, [1, 0, 0, 0], []), (1, 2, 34, [1, 0], []),
      // The local header: its mark, and what only the directory is asked for.
      (3, 4, 0, [0], ["item-unreadable", "version-unknown"]),
      (3, 10, 0, [0], ["item-unreadable", "rootfile-missing"]), (3, 1, 8, [99], []),
      (3, 1, 18, [1, 2, 3, 4], []), (3, 1, 6, [1], []),
      // The end: numbers of disks and of files, the directory's length and place, a comment.
      (5, 0, 4, [1, 0, 1, 0, 1, 0, 1, 0], []), (5, 0, 12, [1, 0], ["zip-unreadable-entry"]),
      (5, 0, 16, [0xFF, 0xFF, 0xFF], ["zip-unreadable"]), (5, 0, 20, [1], ["zip-unreadable"]),
      (5, 0, 12, [0xFF, 0xFF, 0xFF], ["zip-unreadable"]),
    ] as [(UInt8, Int, Int, [UInt8], [String])])
  func records(
    mark: UInt8, index: Int, offset: Int, value: [UInt8], expected: [String]
  ) throws {
    let found = try names(mark, index, at: offset, value)
    #expect(found.filter { $0 != "checksum-differs" } == expected)
  }

  @Test("what follows the container is passed over, if it is short", arguments: [1, 22, 70_000])
  func tail(count: Int) throws {
    let bytes = try TestBook("epub3").packed() + Array(repeating: 0, count: count)
    #expect(names(bytes) == (count < 0xFFFF ? [] : ["zip-unreadable"]))
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

  @Test(
    "a document of wide characters is read when it declares nothing else than its first bytes say",
    arguments: [
      (2, [], true, "", true), (2, [], true, "UTF-16", true),
      (2, [0xFE, 0xFF], true, "UTF-16BE", true),
      (2, [0xFE, 0xFF], true, "UTF-16LE", false), (2, [0xFF, 0xFE], false, "utf-16le", true),
      (2, [0xFF, 0xFE], false, "UTF-8", false), (2, [0xFF, 0xFE], false, "x", false),
      (4, [], true, "", true), (4, [], false, "", true), (4, [], false, "ISO-10646-UCS-4", true),
      (4, [], false, "UTF-32", false), (4, [0, 0, 0xFE, 0xFF], true, "", false),
      (4, [0xFF, 0xFE, 0, 0], false, "", false),
    ] as [(Int, [UInt8], Bool, String, Bool)])
  func wideDeclarations(
    width: Int, mark: [UInt8], isBigEndian: Bool, declared: String, isRead: Bool
  ) {
    var book = TestBook("epub3")
    let text = String(decoding: book.files["EPUB/one.xhtml"] ?? [], as: UTF8.self)
      .replacing(" encoding=\"UTF-8\"", with: declared.isEmpty ? "" : " encoding=\"\(declared)\"")
    book.files["EPUB/one.xhtml"] =
      mark
      + text.unicodeScalars.flatMap { scalar in
        let bytes = (0..<width).map { UInt8(truncatingIfNeeded: scalar.value >> UInt32(8 * $0)) }
        return isBigEndian ? bytes.reversed() : bytes
      }
    let ids = Validator().check(book.folder, name: "book").findings.map(\.rule.id)
    #expect(ids.contains("RSC-016") != isRead)
    #expect(ids.contains(width == 2 || mark.first == 0xFF ? "HTM-058" : "RSC-028"))
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
