#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The files that lie beside the tests.
enum TestFiles {
  static let root =
    "/" + #filePath.split(separator: "/").dropLast(2).joined(separator: "/")

  /// The bytes of a file; nothing when it is not there.
  static func contents(_ path: String) -> [UInt8] {
    guard let file = fopen(root + "/" + path, "rb") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
    }
    return bytes
  }

  static func lines(_ path: String) -> [String] {
    contents(path).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }
}
