/// Finds the parts of tags in bytes, by the rules a tokeniser has (HTML §13.2.5), and nothing else.
enum TagScanner {
  struct Name {
    let hash: UInt64
    let start: Int
    let end: Int
    /// Has a hyphen or a colon, as custom elements and namespaced ones do.
    let isCompound: Bool
  }

  /// What the first attribute of a tag looks like.
  enum FirstAttribute {
    case none, quoted, unquoted
    /// One that needs no value, such as `checked`.
    case flag
    /// Some other word.
    case word
    /// No attribute and no end of the tag.
    case malformed
  }

  /// The name at an offset, unless something other than a blank, "/" or ">" follows it.
  static func name(_ bytes: Span<UInt8>, at start: Int) -> Name? {
    var index = start
    var hash = HTMLNames.seed
    var isCompound = false
    while index < bytes.count, isNameByte(bytes[index]) {
      let byte = bytes[index]
      if byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":") { isCompound = true }
      hash = HTMLNames.hash(hash, byte)
      index += 1
    }
    guard index > start, index < bytes.count, isLetter(bytes[start]) else { return nil }
    switch bytes[index] {
    case UInt8(ascii: ">"), UInt8(ascii: "/"), UInt8(ascii: "?"): break
    case let byte where isBlank(byte): break
    default: return nil
    }
    return Name(hash: hash, start: start, end: index, isCompound: isCompound)
  }

  static func firstAttribute(_ bytes: Span<UInt8>, after nameEnd: Int) -> FirstAttribute {
    var index = nameEnd
    while index < bytes.count, isBlank(bytes[index]) || bytes[index] == UInt8(ascii: "/") {
      index += 1
    }
    guard index < bytes.count else { return .malformed }
    if bytes[index] == UInt8(ascii: ">") { return .none }
    let start = index
    var hash = HTMLNames.seed
    while index < bytes.count, isNameByte(bytes[index]) {
      hash = HTMLNames.hash(hash, bytes[index])
      index += 1
    }
    guard index > start else { return .malformed }
    let end = index
    while index < bytes.count, isBlank(bytes[index]) { index += 1 }
    guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else {
      let isData = matches(bytes, "data-", at: start) || matches(bytes, "aria-", at: start)
      return isData || HTMLNames.isFlag(hash) && !isNameByte(bytes[min(end, bytes.count - 1)])
        ? .flag : .word
    }
    index += 1
    while index < bytes.count, isBlank(bytes[index]) { index += 1 }
    guard index < bytes.count else { return .malformed }
    return bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'")
      ? .quoted : .unquoted
  }

  /// Where the tag ends whose name ends at an offset, and how long its longest value is. A ">" in
  /// quotation marks does not count, if they stand where a value does.
  static func end(_ bytes: Span<UInt8>, from nameEnd: Int) -> (end: Int, longest: Int)? {
    var index = nameEnd
    var longest = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: ">") { return (index, longest) }
      guard byte == UInt8(ascii: "=") else { continue }
      while index < bytes.count, isBlank(bytes[index]) { index += 1 }
      guard index < bytes.count else { return nil }
      let start = index
      let quote = bytes[index]
      if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        guard let close = bytes.firstIndex(of: quote, from: index + 1) else { return nil }
        index = close + 1
      } else {
        while index < bytes.count, !isBlank(bytes[index]), bytes[index] != UInt8(ascii: ">") {
          index += 1
        }
      }
      longest = max(longest, index - start)
    }
    return nil
  }

  /// Where an end tag ends; none holds another bracket.
  static func endOfEndTag(_ bytes: Span<UInt8>, from nameEnd: Int) -> Int? {
    var index = nameEnd
    while index < bytes.count, isBlank(bytes[index]) || bytes[index] == UInt8(ascii: "/") {
      index += 1
    }
    guard index < bytes.count, bytes[index] == UInt8(ascii: ">") else { return nil }
    return index + 1
  }

  /// Where the next end tag of that name begins.
  static func endTag(_ bytes: Span<UInt8>, named name: Name, from start: Int) -> Int? {
    var index = start
    while let bracket = bytes.firstIndex(of: UInt8(ascii: "<"), from: index) {
      if bracket + 2 < bytes.count, bytes[bracket + 1] == UInt8(ascii: "/"),
        let found = self.name(bytes, at: bracket + 2), found.hash == name.hash
      {
        return bracket
      }
      index = bracket + 1
    }
    return nil
  }

  /// The offset after `-->` or `--!>`.
  static func endOfComment(_ bytes: Span<UInt8>, from start: Int) -> Int? {
    var index = start
    while let end = bytes.firstIndex(of: UInt8(ascii: ">"), from: index) {
      if end >= start + 2, matches(bytes, "--", at: end - 2) { return end + 1 }
      if end >= start + 3, matches(bytes, "--!", at: end - 3) { return end + 1 }
      index = end + 1
    }
    return nil
  }

  /// Whether a text of lower case ASCII stands at an offset, in any case.
  static func matches(_ bytes: Span<UInt8>, _ text: StaticString, at start: Int) -> Bool {
    let count = text.utf8CodeUnitCount
    guard start + count <= bytes.count else { return false }
    for index in 0..<count {
      let byte = bytes[start + index]
      let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      if lower != text.utf8Start[index] { return false }
    }
    return true
  }

  static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: ":"),
      UInt8(ascii: "_"), UInt8(ascii: "."):
      true
    default: false
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 || byte == 0x0C
  }
}
