/// Many words in one text, a blank before and behind each. To look for two or three of a thousand takes less time than
/// to make a set of the thousand.
package struct WordRow: Sendable {
  private var text: [UInt8] = [0x20]

  /// The words of all texts, which have single blanks between them.
  package init(_ texts: some Sequence<String>) {
    for words in texts {
      text += words.utf8
      text.append(0x20)
    }
  }

  /// Whether it is one of the words.
  package func contains(_ word: some StringProtocol) -> Bool {
    let bytes = Array(word.utf8)
    guard !bytes.isEmpty, !bytes.contains(0x20) else { return false }
    // A letter with an accent may be written as two.
    guard bytes.allSatisfy({ $0 < 0x80 }) else { return words.contains(String(word)) }
    var start = 1
    while let found = text.span.firstIndex(of: bytes, from: start) {
      let end = found + bytes.count
      if text[found - 1] == 0x20, text[end] == 0x20 { return true }
      start = found + 1
    }
    return false
  }

  private var words: [String] {
    text.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
  }
}
