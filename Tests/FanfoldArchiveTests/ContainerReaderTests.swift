import FanfoldArchive
import Testing

@Suite struct ContainerReaderTests {
  private static let files = [
    ContainerFile(path: "mimetype", bytes: Array("application/epub+zip".utf8), storage: .stored),
    ContainerFile(path: "a/long.txt", bytes: Array(repeating: 0x61, count: 100_000)),
    ContainerFile(path: "ünïcode.txt", bytes: Array("x".utf8)),
  ]

  private static func container() throws -> [UInt8] {
    try ContainerWriter.write(files, modified: 1_700_000_000)
  }

  @Test("what was written is read back in order")
  func roundTrip() throws {
    let reader = try ContainerReader(try Self.container())
    #expect(reader.entries.map(\.path) == Self.files.map(\.path))
    #expect(reader.entries.map(\.method) == [.stored, .deflated, .stored])
    for file in Self.files { #expect(try reader.bytes(at: file.path) == file.bytes) }
  }

  @Test("a missing file is named")
  func missing() throws {
    let reader = try ContainerReader(try Self.container())
    #expect(throws: ArchiveError.missing(path: "b")) { try reader.bytes(at: "b") }
  }

  @Test("bytes that are no container, or one cut short", arguments: [0, 10, 60, 150])
  func cutShort(length: Int) throws {
    let bytes = Array(try Self.container().prefix(length))
    #expect(throws: ArchiveError.self) { try ContainerReader(bytes) }
  }

  @Test("a file that does not fit its checksum is damaged")
  func damaged() throws {
    var bytes = try Self.container()
    let start = try #require(bytes.indices.first { bytes[$0...].starts(with: "epub+zip".utf8) })
    bytes[start] ^= 1
    let reader = try ContainerReader(bytes)
    #expect(throws: ArchiveError.damaged(path: "mimetype")) { try reader.bytes(at: "mimetype") }
  }

  @Test("a container beyond the limits is refused before anything is unpacked")
  func bombs() throws {
    let bytes = try ContainerWriter.write(
      [ContainerFile(path: "zeros", bytes: Array(repeating: 0, count: 20 << 20))], modified: 0)
    let reader = try ContainerReader(bytes)
    let error = #expect(throws: ArchiveError.self) { try reader.bytes(at: "zeros") }
    #expect("\(try #require(error))".contains("'zeros' in the container is too large"))
    #expect(throws: ArchiveError.self) {
      try ContainerReader(bytes, limits: ContainerLimits(totalSize: 1 << 20))
    }
  }
}
