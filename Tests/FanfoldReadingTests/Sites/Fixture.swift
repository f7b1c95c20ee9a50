import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A page written for the tests, in the structure of a site, under `Fixtures`.
struct Fixture: CustomTestStringConvertible {
  let site: String
  let name: String

  var testDescription: String { "\(site)/\(name)" }

  private static let root =
    "/" + #filePath.split(separator: "/").dropLast(2).joined(separator: "/") + "/Fixtures"

  /// The fixtures of a folder with that ending, in the order of their names.
  static func all(in site: String, ending: String = ".html") -> [Fixture] {
    names(in: "\(root)/\(site)").filter { $0.hasSuffix(ending) }.sorted().map {
      Fixture(site: site, name: $0)
    }
  }

  func bytes() throws -> [UInt8] { try Self.contents("\(Self.root)/\(site)/\(name)") }

  /// What is to be read from the page, which stands beside it.
  func expected() throws -> String {
    String(decoding: try Self.contents(expectedPath), as: UTF8.self)
  }

  func record(_ text: String) {
    guard let file = fopen(expectedPath, "wb") else { return }
    defer { fclose(file) }
    fputs(text, file)
  }

  static let isRecording = getenv("FANFOLD_RECORD") != nil

  private var expectedPath: String {
    let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name[...]
    return "\(Self.root)/\(site)/\(stem).expected.txt"
  }

  private struct Unreadable: Error { var path: String }

  private static func contents(_ path: String) throws -> [UInt8] {
    guard let file = fopen(path, "rb") else { throw Unreadable(path: path) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
    }
    return bytes
  }

  private static func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names
  }
}
