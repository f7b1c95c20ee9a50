extension StringProtocol {
  /// The text in one line: runs of white space and control characters are one blank each, and none
  /// at the ends; `nil` when nothing is left to see.
  var plainLine: String? {
    if isPlainLine { return String(self) }
    var line = ""
    var pendingBlank = false
    var isVisible = false
    for scalar in unicodeScalars {
      if scalar.isBlank {
        pendingBlank = !line.isEmpty
        continue
      }
      if pendingBlank { line += " " }
      pendingBlank = false
      line.unicodeScalars.append(scalar)
      isVisible = isVisible || scalar.isASCII || scalar.properties.generalCategory != .format
    }
    return isVisible ? line : nil
  }

  /// Whether it is words with one blank between them, as most lines are: of ASCII, Latin letters with accents, and the
  /// dashes and quotes of books.
  private var isPlainLine: Bool {
    var last: UInt8 = 0x20
    var bytes = utf8.makeIterator()
    while let byte = bytes.next() {
      switch byte {
      case 0x20: guard last != 0x20 else { return false }
      case 0x21...0x7E: break
      // U+00C0 to U+02FF.
      case 0xC3...0xCB: _ = bytes.next()
      // U+2010 to U+2027, U+2030 to U+203F.
      case 0xE2:
        guard bytes.next() == 0x80, let sign = bytes.next(),
          (0x90...0xA7).contains(sign) || sign >= 0xB0
        else { return false }
      default: return false
      }
      last = byte
    }
    return last != 0x20
  }
}

extension Unicode.Scalar {
  /// Whether it is white space or a control character; of ASCII, it is told without looking into tables.
  fileprivate var isBlank: Bool {
    isASCII
      ? value <= 0x20 || value == 0x7F
      : properties.isWhitespace || properties.generalCategory == .control
  }
}

extension Sequence<String> {
  /// Those in one line each that have something to see, every one once.
  var plainLines: [String] {
    var seen: Set<String> = []
    return compactMap(\.plainLine).filter { seen.insert($0).inserted }
  }
}
