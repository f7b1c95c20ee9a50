import FanfoldArchive
import Testing

@Suite("Writing a container")
struct ContainerWriterTests {
  private let files = [
    ContainerFile(
      path: "mimetype", bytes: Array("application/epub+zip".utf8), storage: .stored),
    ContainerFile(
      path: "EPUB/text.txt", bytes: Array(String(repeating: "again and ", count: 500).utf8)),
    ContainerFile(path: "EPUB/short.txt", bytes: Array("no shorter".utf8)),
    ContainerFile(path: "EPUB/none.txt", bytes: []),
  ]

  @Test("the media type comes first, stored, where OCF 3.3 §4.3 asks for it")
  func mimetype() throws {
    let bytes = try ContainerWriter.write(files, modified: 0)
    #expect(Array(bytes[0..<4]) == [0x50, 0x4B, 3, 4])
    #expect(Array(bytes[30..<38]) == Array("mimetype".utf8))
    #expect(Array(bytes[38..<58]) == Array("application/epub+zip".utf8))
  }

  @Test("members are deflated when that makes them shorter, and carry no extra fields")
  func members() throws {
    let entries = ZIPEntry.entries(of: try ContainerWriter.write(files, modified: 0))
    #expect(entries.map(\.path) == files.map(\.path))
    #expect(entries.map(\.method) == [0, 8, 0, 0])
    #expect(entries.map(\.size) == [20, 5000, 10, 0])
    #expect(entries.map(\.extraLength) == [0, 0, 0, 0])
    #expect(entries.map(\.localExtraLength) == [0, 0, 0, 0])
    // No encryption, no data descriptors, no names in UTF-8 that ASCII can say.
    #expect(entries.allSatisfy { $0.flags == 0 })
  }

  @Test(
    "the time is the one asked for, or the nearest ZIP can say",
    arguments: [
      (1_767_225_600, 2026, 1, 1, 0, 0, 0), (1_709_209_845, 2024, 2, 29, 12, 30, 44),
      // An hour that Berlin and an hour that New York did not have.
      (1_711_852_200, 2024, 3, 31, 2, 30, 0), (1_710_037_800, 2024, 3, 10, 2, 30, 0),
      (0, 1980, 1, 1, 0, 0, 0), (Int64.max, 2107, 12, 31, 23, 59, 58),
      (Int64.min, 1980, 1, 1, 0, 0, 0),
    ])
  func time(
    seconds: Int64, year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int
  ) throws {
    let entries = ZIPEntry.entries(of: try ContainerWriter.write(files, modified: seconds))
    for entry in entries {
      #expect(entry.date == (year - 1980) << 9 | month << 5 | day)
      #expect(entry.time == hour << 11 | minute << 5 | second / 2)
      #expect(entry.localDate == entry.date)
      #expect(entry.localTime == entry.time)
    }
  }

  @Test("what goes in comes out, however large")
  func large() throws {
    let text = (0..<200_000).map { "line \($0) of many\n" }.joined()
    let file = ContainerFile(path: "large.txt", bytes: Array(text.utf8))
    let bytes = try ContainerWriter.write([file], modified: 0)
    let entry = try #require(ZIPEntry.entries(of: bytes).first)
    #expect(entry.size == text.utf8.count)
    #expect(entry.method == 8)
    #expect(bytes.count < text.utf8.count / 3)
  }

  @Test("a path twice is refused, and the error says which")
  func duplicate() {
    let file = ContainerFile(path: "a.txt", bytes: [1])
    #expect {
      try ContainerWriter.write([file, file], modified: 0)
    } throws: { error in
      guard case .rejected(path: "a.txt", _)? = error as? ArchiveError else { return false }
      return true
    }
  }
}

/// An entry of a container's central directory, read byte by byte: libzip hides what is tested.
struct ZIPEntry {
  var path: String
  var flags, method, time, date, size, extraLength: Int
  var localTime, localDate, localExtraLength: Int

  static func entries(of bytes: [UInt8]) -> [ZIPEntry] {
    func number(_ offset: Int, _ length: Int) -> Int {
      (0..<length).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
    }
    let end = bytes.count - 22
    var offset = number(end + 16, 4)
    return (0..<number(end + 10, 2)).map { _ in
      let nameLength = number(offset + 28, 2)
      let local = number(offset + 42, 4)
      defer { offset += 46 + nameLength + number(offset + 30, 2) + number(offset + 32, 2) }
      return ZIPEntry(
        path: String(decoding: bytes[(offset + 46)..<(offset + 46 + nameLength)], as: UTF8.self),
        flags: number(offset + 8, 2), method: number(offset + 10, 2),
        time: number(offset + 12, 2), date: number(offset + 14, 2),
        size: number(offset + 24, 4), extraLength: number(offset + 30, 2),
        localTime: number(local + 10, 2), localDate: number(local + 12, 2),
        localExtraLength: number(local + 28, 2))
    }
  }
}
