#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#endif

/// An open file: closed when it goes out of scope.
struct OpenFile: ~Copyable {
  private let descriptor: CInt
  private let closes: Bool

  private init(descriptor: CInt, closes: Bool) {
    self.descriptor = descriptor
    self.closes = closes
  }

  /// Opens a file for reading.
  init(reading path: String) throws(SystemError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last }
    self.init(descriptor: descriptor, closes: true)
  }

  /// Opens a file for writing; with `creating` it must not exist yet.
  init(writing path: String, creating: Bool, mode: mode_t = 0o666) throws(SystemError) {
    let flags = creating ? O_WRONLY | O_CREAT | O_EXCL : O_WRONLY
    let descriptor = open(path, flags | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw .last }
    self.init(descriptor: descriptor, closes: true)
  }

  /// Opens a file for more at its end, making it if need be.
  init(appending path: String) throws(SystemError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .last }
    self.init(descriptor: descriptor, closes: true)
  }

  /// Locks the file or folder against other programs that ask for the lock; whether nobody else has it.
  func lock() -> Bool { flock(descriptor, LOCK_EX | LOCK_NB) == 0 }

  static func standardInput() -> OpenFile { OpenFile(descriptor: STDIN_FILENO, closes: false) }
  static func standardOutput() -> OpenFile { OpenFile(descriptor: STDOUT_FILENO, closes: false) }
  static func standardError() -> OpenFile { OpenFile(descriptor: STDERR_FILENO, closes: false) }

  deinit {
    if closes { close(descriptor) }
  }

  var isTerminal: Bool { isatty(descriptor) == 1 }

  func status() throws(SystemError) -> FileStatus {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .last }
    return FileStatus(status)
  }

  /// Reads to the end, or gives `nil` when there are more bytes than the limit.
  func bytes(atMost limit: Int, expected: Int) throws(SystemError) -> [UInt8]? {
    guard expected <= limit else { return nil }
    var bytes: [UInt8] = []
    // One byte more than expected, so that a file of known size ends in two calls.
    var step = expected + 1
    while true {
      let count = try append(step, to: &bytes)
      if count == 0 { return bytes }
      guard bytes.count <= limit else { return nil }
      step = max(1 << 16, expected + 1 - bytes.count, bytes.count / 2)
    }
  }

  /// What one call of `read` gives; nothing at the end.
  func some(_ count: Int) throws(SystemError) -> [UInt8] {
    var bytes: [UInt8] = []
    _ = try append(count, to: &bytes)
    return bytes
  }

  func write(_ bytes: [UInt8]) throws(SystemError) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        #if canImport(Darwin)
          Darwin.write(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
        #else
          Glibc.write(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
        #endif
      }
      if count >= 0 {
        done += count
      } else if !SystemError.last.isInterruption {
        throw .last
      }
    }
  }

  /// Waits until the disk has the bytes.
  func sync() throws(SystemError) {
    guard fsync(descriptor) == 0 else { throw .last }
  }

  private func append(_ count: Int, to bytes: inout [UInt8]) throws(SystemError) -> Int {
    while true {
      let (more, result) = piece(count)
      if result >= 0 {
        if bytes.isEmpty { bytes = more } else { bytes += more }
        return result
      }
      guard SystemError.last.isInterruption else { throw .last }
    }
  }

  /// What one call of `read` gives, and its result.
  private func piece(_ count: Int) -> ([UInt8], Int) {
    var result = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      result = read(descriptor, buffer.baseAddress, count)
      initialized = max(0, result)
    }
    return (bytes, result)
  }
}
