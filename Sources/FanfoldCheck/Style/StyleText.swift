/// What the tokens of a style sheet stand for.
enum StyleText {
  /// The characters without escapes (CSS Syntax Level 3 §4.3.7).
  static func unescaped(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "\\")) else { return Array(bytes) }
    var text: [UInt8] = []
    var rest = bytes
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\") else {
        text.append(byte)
        continue
      }
      let digits = rest.prefix(6).prefix(while: StyleTokenizer.isHex)
      if digits.isEmpty {
        if rest.first == 0x0A || rest.first == 0x0D { rest = rest.dropFirst() }
        continue
      }
      rest = rest.dropFirst(digits.count)
      if let blank = rest.first, StyleTokenizer.isBlank(blank) { rest = rest.dropFirst() }
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) ?? 0xFFFD
      text += Array(String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8)
    }
    return text
  }

  static func string(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: unescaped(bytes), as: UTF8.self)
  }

  /// What stands between the quotes of a URL; the last may be missing. EPUBCheck knows no escapes
  /// in it but that of a line end.
  static func content(ofURLString bytes: ArraySlice<UInt8>) -> String {
    guard let quote = bytes.first else { return "" }
    var content = bytes.dropFirst()
    if content.last == quote { content = content.dropLast() }
    guard content.contains(where: isLineEnd) else {
      return String(decoding: content, as: UTF8.self)
    }
    var text: [UInt8] = []
    while let byte = content.popFirst(), !isLineEnd(byte) {
      if byte == UInt8(ascii: "\\"), let next = content.first, isLineEnd(next) {
        content = content.dropFirst(next == 0x0D && content.dropFirst().first == 0x0A ? 2 : 1)
      } else {
        text.append(byte)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  /// What stands between the brackets of `url(…)`, without a quote at either end.
  static func content(ofURL bytes: ArraySlice<UInt8>) -> String {
    guard let bracket = bytes.firstIndex(of: UInt8(ascii: "(")) else { return "" }
    var content = bytes[(bracket + 1)...].drop(while: StyleTokenizer.isBlank)
    guard let first = content.first else { return "" }
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      return Self.content(ofURLString: content[..<endOfString(content)])
    }
    if content.count > 1, content.last == UInt8(ascii: ")") { content = content.dropLast() }
    while let last = content.last, StyleTokenizer.isBlank(last) { content = content.dropLast() }
    if let last = content.last, "\"'".utf8.contains(last) { content = content.dropLast() }
    return String(decoding: content, as: UTF8.self)
  }

  /// Behind the closing quote.
  private static func endOfString(_ bytes: ArraySlice<UInt8>) -> Int {
    var index = bytes.startIndex + 1
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "\\") {
        index += 2
        continue
      }
      if bytes[index] == bytes[bytes.startIndex] { return index + 1 }
      index += 1
    }
    return bytes.endIndex
  }
}
