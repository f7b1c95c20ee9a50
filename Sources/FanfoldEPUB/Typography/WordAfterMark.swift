/// The word behind a mark, by which an apostrophe is known.
struct WordAfterMark {
  /// In lower case; empty when it is too long to be in any list.
  var folded = ""
  var isCapital = false
  /// Two digits, perhaps with an s: '90s.
  var isYear = false
  /// Whether a single mark follows that begins no other word: 'em'.
  var isClosed = false

  init(at start: Int, in bytes: [UInt8]) {
    var end = start
    var digits = 0
    while end < bytes.count, end - start < 16, Self.isWord(bytes[end]) {
      if (0x30...0x39).contains(bytes[end]) { digits += 1 }
      end += 1
    }
    let isWhole = end == bytes.count || !Self.isWord(bytes[end])
    guard isWhole, end > start else { return }
    isCapital = (0x41...0x5A).contains(bytes[start])
    folded = String(decoding: bytes[start..<end], as: UTF8.self).lowercased()
    let ending = bytes[start..<end].dropFirst(2)
    isYear = digits == 2 && (ending.isEmpty || ending.elementsEqual("s".utf8))
    isClosed = Self.isMark(at: end, in: bytes)
  }

  private static func isMark(at offset: Int, in bytes: [UInt8]) -> Bool {
    guard offset < bytes.count else { return false }
    let rest = bytes[offset...].prefix(3)
    let length = rest.first == UInt8(ascii: "'") ? 1 : rest.elementsEqual("’".utf8) ? 3 : 0
    return length > 0 && !CharacterClass.at(offset + length, in: bytes).0.isWord
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0xC3 && byte < 0xE0 || byte & 0xC0 == 0x80
      || byte < 0x80 && CharacterClass.of(byte).isWord
  }
}
