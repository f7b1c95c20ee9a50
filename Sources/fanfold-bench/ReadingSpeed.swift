import FanfoldReading

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// How fast a file becomes a story, recognition included, and how much memory that needs.
enum ReadingSpeed {
  /// The line for a text: megabytes in a second, and the peak of memory in sizes of the file.
  static func text(_ file: StoryFile) throws -> String {
    let megabytes = Double(file.bytes.count) / 1_000_000
    let before = peakMemory
    let reader = StoryReader()
    // The story is kept: freeing it is not reading.
    var reading: Reading?
    let time = try ProcessorTime.measure { reading = try reader.read(file) }
    precondition(reading != nil)
    let memory = (peakMemory - before) / megabytes + 1
    return "text \(megabytes) speed \(megabytes * 1000 / time) memory \(memory)"
  }

  /// The line for a page: how long reading takes, and bare parsing, the best of several runs each;
  /// then the peak of memory in sizes of the file.
  static func page(_ file: StoryFile) throws -> String {
    let megabytes = Double(file.bytes.count) / 1_000_000
    let before = peakMemory
    let reader = StoryReader()
    _ = try reader.read(file)
    let memory = (peakMemory - before) / megabytes + 1
    var reading = Double.infinity
    var parsing = Double.infinity
    for _ in 0..<max(5, 20_000_000 / max(1, file.bytes.count)) {
      reading = min(reading, try ProcessorTime.measure { _ = try reader.read(file) })
      parsing = min(parsing, ProcessorTime.measure { BareParser.parse(file.bytes) })
    }
    return "page \(megabytes) reading \(reading) parsing \(parsing) memory \(memory)"
  }

  /// The most memory that was in use so far, in megabytes.
  private static var peakMemory: Double {
    var usage = rusage()
    #if canImport(Darwin)
      getrusage(RUSAGE_SELF, &usage)
      return Double(usage.ru_maxrss) / 1_000_000
    #else
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      return Double(usage.ru_maxrss) * 1024 / 1_000_000
    #endif
  }
}
