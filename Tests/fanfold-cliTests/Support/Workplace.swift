import Foundation

/// A folder of its own for a test, gone when the test is.
final class Workplace {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "fanfold-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  /// Every file there, by name.
  var files: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }

  func write(_ name: String, _ bytes: some Sequence<UInt8>) throws {
    try Data(bytes).write(to: folder.appending(path: name))
  }

  func read(_ name: String) throws -> Data {
    try Data(contentsOf: folder.appending(path: name))
  }

  /// Runs the program there.
  func run(
    _ arguments: String..., input: Data = Data(), environment: [String: String] = [:]
  ) throws -> Program.Outcome {
    try Program.run(arguments, in: folder, input: input, environment: environment)
  }

  /// Runs the program there and kills it on its way, unless it is done before.
  func kill(
    _ arguments: [String], after seconds: Double, environment: [String: String]
  ) throws -> Bool {
    try Program.kill(arguments, in: folder, after: seconds, environment: environment)
  }

  /// Puts a book where EPUBCheck will look at it after the tests, when somebody has asked for that.
  func keep(_ name: String, as kept: String) throws {
    guard let books = ProcessInfo.processInfo.environment["FANFOLD_BOOKS"] else { return }
    try read(name).write(to: URL(filePath: books).appending(path: "cli-\(kept).epub"))
  }
}
