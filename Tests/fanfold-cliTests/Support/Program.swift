import Foundation

/// The program that was built together with the tests.
enum Program {
  /// What a run left.
  struct Outcome: Equatable {
    var status: Int32
    var output: Data
    var errors: String

    var outputText: String { String(decoding: output, as: UTF8.self) }
  }

  struct NotBuilt: Error {}

  /// Runs the program in a folder and waits for its end. Of the environment it sees only what is given.
  static func run(
    _ arguments: [String], in folder: URL, input: Data = Data(), environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = try location()
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = libraries.merging(environment) { _, given in given }
    // Files, not pipes: a pipe that fills up would stop both sides.
    let scratch = FileManager.default.temporaryDirectory
    let files = try (0..<3).map { _ in
      let file = scratch.appending(path: "fanfold-tests-\(UUID().uuidString)")
      try Data().write(to: file)
      return file
    }
    defer { for file in files { try? FileManager.default.removeItem(at: file) } }
    try input.write(to: files[0])
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: try Data(contentsOf: files[1]),
      errors: try String(contentsOf: files[2], encoding: .utf8))
  }

  /// Starts the program and kills it after so many seconds, wherever it is then; whether it was still there.
  static func kill(
    _ arguments: [String], in folder: URL, after seconds: Double, environment: [String: String]
  ) throws -> Bool {
    let process = Process()
    process.executableURL = try location()
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = libraries.merging(environment) { _, given in given }
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    Thread.sleep(forTimeInterval: seconds)
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return process.terminationReason == .uncaughtSignal
  }

  /// The program lies beside the bundle of the tests, whose path is among the arguments.
  private static func location() throws -> URL {
    guard let bundle = CommandLine.arguments.first(where: { $0.contains(".xctest") }) else {
      throw NotBuilt()
    }
    var folder = URL(filePath: bundle).deletingLastPathComponent()
    while folder.pathComponents.count > 1 {
      let program = folder.appending(path: "fanfold")
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: program.path, isDirectory: &isFolder),
        !isFolder.boolValue
      {
        return program
      }
      folder = folder.deletingLastPathComponent()
    }
    throw NotBuilt()
  }

  /// Where a debug build finds its Swift libraries, when the shell has to say so.
  private static let libraries = ProcessInfo.processInfo.environment.filter {
    ["LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"].contains($0.key)
  }
}
