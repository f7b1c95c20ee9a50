extension String {
  /// The words with one blank between them, as a page shows them.
  ///
  /// Looking for the boundaries of characters takes longer than all else, so only words beyond ASCII, in which there
  /// may be white space of other kinds, are asked for theirs.
  var inOneLine: String {
    let bytes = Array(utf8)
    var line: [UInt8] = []
    line.reserveCapacity(bytes.count)
    for word in bytes.split(whereSeparator: { $0 == 0x20 || (0x09...0x0D).contains($0) }) {
      let words =
        word.contains { $0 >= 0x80 }
        ? String(decoding: word, as: UTF8.self).split(whereSeparator: \.isWhitespace) : nil
      guard words?.isEmpty != true else { continue }
      if !line.isEmpty { line.append(0x20) }
      if let words { line += words.joined(separator: " ").utf8 } else { line += word }
    }
    return String(decoding: line, as: UTF8.self)
  }
}
