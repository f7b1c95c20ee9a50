/// Looking ahead: what the next bytes of a sheet begin (CSS Syntax 3 §4.3.8 to §4.3.10).
extension StyleTokenizer {
  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
  }

  static func isHex(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
    default: false
    }
  }

  func peek(_ distance: Int = 0) -> UInt8? {
    index + distance < bytes.count ? bytes[index + distance] : nil
  }

  func isDigit(at index: Int) -> Bool {
    index < bytes.count && (0x30...0x39).contains(bytes[index])
  }

  /// Whether a letter stands there, or something that counts as one.
  func isLetter(at index: Int) -> Bool {
    guard index < bytes.count else { return false }
    switch bytes[index] {
    case 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...: return true
    case UInt8(ascii: "\\"):
      return index + 1 < bytes.count && bytes[index + 1] != 0x0A && bytes[index + 1] != 0x0D
    default: return false
    }
  }

  func isName(at index: Int) -> Bool {
    isLetter(at: index) || isDigit(at: index)
      || index < bytes.count && bytes[index] == UInt8(ascii: "-")
  }

  func startsKeyword(at index: Int) -> Bool {
    isLetter(at: index)
      || index < bytes.count && bytes[index] == UInt8(ascii: "-") && isLetter(at: index + 1)
  }

  func startsIdentifier(at index: Int) -> Bool {
    startsKeyword(at: index)
      || index + 1 < bytes.count && bytes[index] == UInt8(ascii: "-")
        && bytes[index + 1] == UInt8(ascii: "-")
  }

  var startsNumber: Bool {
    var start = index
    if bytes[start] == UInt8(ascii: "+") || bytes[start] == UInt8(ascii: "-") { start += 1 }
    if start < bytes.count, bytes[start] == UInt8(ascii: ".") { start += 1 }
    return isDigit(at: start)
  }

  var startsUnicodeRange: Bool {
    guard bytes[index] | 0x20 == UInt8(ascii: "u"), peek(1) == UInt8(ascii: "+"),
      let next = peek(2)
    else { return false }
    return Self.isHex(next) || next == UInt8(ascii: "?")
  }

  func follows(_ word: StaticString, at start: Int) -> Bool {
    let word = Array(word.description.utf8)
    guard start + word.count <= bytes.count else { return false }
    return word.indices.allSatisfy { offset in
      let byte = bytes[start + offset]
      return byte == word[offset] || (0x41...0x5A).contains(byte) && byte | 0x20 == word[offset]
    }
  }
}
