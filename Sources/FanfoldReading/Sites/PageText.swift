extension String {
  /// The words with one blank between them, as a page shows them.
  var inOneLine: String {
    // Most text on pages is ASCII, and looking for its characters' boundaries takes longer than all else.
    guard utf8.allSatisfy({ $0 < 0x80 }) else {
      return split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    var line: [UInt8] = []
    line.reserveCapacity(utf8.count)
    var isApart = false
    for byte in utf8 {
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        isApart = !line.isEmpty
      } else {
        if isApart { line.append(0x20) }
        isApart = false
        line.append(byte)
      }
    }
    return String(decoding: line, as: UTF8.self)
  }
}
