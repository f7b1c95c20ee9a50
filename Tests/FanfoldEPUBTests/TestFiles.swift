import FanfoldArchive
import FanfoldEPUB
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Where the tests keep and leave their files.
enum TestFiles {
  private static let tests = URL(filePath: #filePath).deletingLastPathComponent()

  /// Leaves a book under `build/test-books`, where EPUBCheck goes over all of them at once.
  static func keep(_ book: [UInt8], as name: String) throws {
    let folder = tests.appending(path: "../../build/test-books").standardizedFileURL
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(book).write(to: folder.appending(path: "\(name).epub"))
  }

  /// Compares files with those under `Goldens`, or puts them there when `FANFOLD_RECORD` is set.
  static func compare(_ files: [ContainerFile], withGolden name: String) throws {
    let folder = tests.appending(path: "Goldens/\(name)")
    if ProcessInfo.processInfo.environment["FANFOLD_RECORD"] != nil {
      try record(files, in: folder)
    }
    for file in files {
      let golden = try? Data(contentsOf: folder.appending(path: file.path))
      let expected = golden.map { String(decoding: $0, as: UTF8.self) }
      #expect(String(decoding: file.bytes, as: UTF8.self) == expected, "\(file.path)")
    }
    let recorded = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.contains(".") || $0 == "mimetype" }
    #expect(Set(recorded) == Set(files.map(\.path)))
  }

  private static func record(_ files: [ContainerFile], in folder: URL) throws {
    try? FileManager.default.removeItem(at: folder)
    for file in files {
      let place = folder.appending(path: file.path)
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes).write(to: place)
    }
  }
}
