extension StringProtocol {
  /// The text in one line: runs of white space and control characters are one blank each, and none
  /// at the ends; `nil` when nothing is left to see.
  var plainLine: String? {
    if isPlainLine { return String(self) }
    var line = ""
    var pendingBlank = false
    var isVisible = false
    for scalar in unicodeScalars {
      if scalar.properties.isWhitespace || scalar.properties.generalCategory == .control {
        pendingBlank = !line.isEmpty
        continue
      }
      if pendingBlank { line += " " }
      pendingBlank = false
      line.unicodeScalars.append(scalar)
      if scalar.properties.generalCategory != .format { isVisible = true }
    }
    return isVisible ? line : nil
  }

  /// Whether it is ASCII words with one blank between them, as most lines are.
  private var isPlainLine: Bool {
    var last: UInt8 = 0x20
    for byte in utf8 {
      guard (0x20...0x7E).contains(byte), byte != 0x20 || last != 0x20 else { return false }
      last = byte
    }
    return last != 0x20
  }
}

extension Sequence<String> {
  /// Those in one line each that have something to see, every one once.
  var plainLines: [String] {
    var seen: Set<String> = []
    return compactMap(\.plainLine).filter { seen.insert($0).inserted }
  }
}
