/// The lines of standard input, one by one, none longer than a limit.
package struct StandardInputLines: ~Copyable {
  package enum Line: Sendable, Hashable {
    case bytes([UInt8])
    /// It was longer, and was read past.
    case tooLong
  }

  private let input = OpenFile.standardInput()
  private let limit: Int
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false

  package init(limit: Int) { self.limit = limit }

  /// The next line without its end; `nil` when there is none. An empty one is passed over.
  package mutating func next() throws(ConversionError) -> Line? {
    var isTooLong = false
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        let line = Array(buffer[start..<end])
        start = end + 1
        if isTooLong || line.count > limit { return .tooLong }
        if !line.allSatisfy(Self.isBlank) { return .bytes(line) }
        searched = start
      } else if isAtEnd {
        let line = Array(buffer[start...])
        start = buffer.count
        if isTooLong || line.count > limit { return .tooLong }
        return line.allSatisfy(Self.isBlank) ? nil : .bytes(line)
      } else {
        buffer.removeFirst(start)
        start = 0
        if buffer.count > limit {
          isTooLong = true
          buffer = []
        }
        searched = buffer.count
        try read()
      }
    }
  }

  private mutating func read() throws(ConversionError) {
    do throws(SystemError) {
      let more = try input.some(1 << 16)
      isAtEnd = more.isEmpty
      buffer += more
    } catch {
      throw ConversionError(
        .system, "unreadable-file", file: "standard input", problem: error.description,
        help: "send one request a line")
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D
  }
}
