internal import FanfoldMarkup

/// Which strings are a value: an enumeration, a number, a syntax.
struct Datatype: Sendable {
  /// How a value is compared: as it is, without the white space around it, or in any case too.
  enum Reading: Sendable {
    case exact, trimmed, anyCase
  }

  enum Form: Sendable {
    case oneOf([[UInt8]], Reading)
    case syntax(ValueSyntax)
    case integer(atLeast: Int?)
    /// A decimal number with an exponent; `above` is what it must exceed, `atLeast` must reach.
    case number(atLeast: Double?, above: Double?)
    /// More than white space.
    case content
    case language
    case nameToken, noColonName
    /// Any address but some.
    case uri(except: [[UInt8]])
    case string
  }

  let form: Form
  /// What to say a value must be.
  let words: [String]

  func accepts(_ value: ArraySlice<UInt8>) -> Bool {
    switch form {
    case .oneOf(let strings, let reading):
      let word = reading == .exact ? value : Self.trimmed(value)
      return strings.contains { $0.count == word.count && Self.isEqual(word, $0, reading) }
    case .syntax(let syntax): return syntax.matches(value)
    case .integer(let minimum): return Self.integer(Self.trimmed(value), minimum)
    case .number(let minimum, let limit): return Self.number(Self.trimmed(value), minimum, limit)
    case .content: return !value.allSatisfy { Self.isSpace($0) }
    case .language: return Self.isLanguage(Self.trimmed(value))
    case .nameToken:
      let name = Self.trimmed(value)
      return !name.isEmpty && name.allSatisfy { Self.isNameByte($0) }
        && Self.isName(beyondASCII: name, atStart: false)
    case .noColonName: return Self.isNoColonName(Self.trimmed(value))
    case .uri(let others):
      let address = Self.trimmed(value)
      return Self.isURI(address) && !others.contains { address.elementsEqual($0) }
    case .string: return true
    }
  }
}

// MARK: - Lexical

extension Datatype {
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
  }

  static func trimmed(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var (start, end) = (value.startIndex, value.endIndex)
    while start < end, isSpace(value[start]) { start += 1 }
    while start < end, isSpace(value[end - 1]) { end -= 1 }
    return start == value.startIndex && end == value.endIndex ? value : value[start..<end]
  }

  /// Letters of ASCII in lower case, no white space around.
  static func folded(_ value: ArraySlice<UInt8>) -> [UInt8] {
    trimmed(value).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  private static func isEqual(
    _ value: ArraySlice<UInt8>, _ word: [UInt8], _ reading: Reading
  ) -> Bool {
    for (index, byte) in value.enumerated() where byte != word[index] {
      guard reading == .anyCase, (0x41...0x5A).contains(byte), byte | 0x20 == word[index] else {
        return false
      }
    }
    return true
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// All beyond ASCII is taken for letters.
  static func isNameByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte >= 0x80 || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
  }

  static func isNoColonName(_ name: ArraySlice<UInt8>) -> Bool {
    guard let first = name.first, isLetter(first) || first >= 0x80 || first == UInt8(ascii: "_")
    else { return false }
    return name.allSatisfy { isNameByte($0) && $0 != UInt8(ascii: ":") }
      && isName(beyondASCII: name, atStart: true)
  }

  /// Whether the characters beyond ASCII are those of names.
  private static func isName(beyondASCII name: ArraySlice<UInt8>, atStart: Bool) -> Bool {
    guard name.contains(where: { $0 >= 0x80 }) else { return true }
    let scalars = String(decoding: name, as: UTF8.self).unicodeScalars
    return scalars.allSatisfy { $0.isASCII || XMLNameCharacters.isInside($0) }
      && (!atStart || scalars.first.map { $0.isASCII || XMLNameCharacters.isStart($0) } ?? false)
  }

  private static func integer(_ value: ArraySlice<UInt8>, _ minimum: Int?) -> Bool {
    var digits = value
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative || digits.first == UInt8(ascii: "+") { digits.removeFirst() }
    guard !digits.isEmpty, digits.allSatisfy(isDigit) else { return false }
    guard let minimum else { return true }
    let magnitude = digits.drop { $0 == UInt8(ascii: "0") }
    if magnitude.count > 18 { return !isNegative }
    let number = magnitude.reduce(0) { $0 * 10 + Int($1 & 0x0F) }
    return (isNegative ? -number : number) >= minimum
  }

  private static func number(
    _ value: ArraySlice<UInt8>, _ minimum: Double?, _ limit: Double?
  ) -> Bool {
    guard
      value.first.map({ isDigit($0) || "-+.".utf8.contains($0) })
        ?? false, value.allSatisfy({ isDigit($0) || "-+.eE".utf8.contains($0) }),
      let number = Double(String(decoding: value, as: UTF8.self))
    else { return false }
    return minimum.map { number >= $0 } ?? true && limit.map { number > $0 } ?? true
  }

  /// As RFC 3066 has it: up to eight letters, then parts of up to eight letters or digits.
  static func isLanguage(_ value: ArraySlice<UInt8>) -> Bool {
    let parts = value.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let first = parts.first, (1...8).contains(first.count), first.allSatisfy(isLetter)
    else { return false }
    return parts.dropFirst().allSatisfy {
      (1...8).contains($0.count) && $0.allSatisfy { isLetter($0) || isDigit($0) }
    }
  }

  /// Whether nothing in it is forbidden in a URI, after what may be escaped has been.
  static func isURI(_ value: ArraySlice<UInt8>) -> Bool {
    // Nearly always the path of a file.
    if value.allSatisfy(URLCharacters.isOrdinaryInPath) { return !value.elementsEqual("//".utf8) }
    var rest = value
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%") {
        guard rest.count >= 2, rest.prefix(2).allSatisfy(isHexadecimal) else { return false }
      }
    }
    guard value.lazy.filter({ $0 == UInt8(ascii: "#") }).count <= 1, hasHostsBrackets(value),
      !value.elementsEqual("//".utf8)
    else { return false }
    guard let colon = value.firstIndex(of: UInt8(ascii: ":")),
      !value[..<colon].contains(where: { "/?#".utf8.contains($0) })
    else { return true }
    let scheme = value[..<colon]
    if value[(colon + 1)...].first == UInt8(ascii: "#") { return false }
    return scheme.first.map(isLetter) ?? false && colon + 1 < value.endIndex
      && !value[(colon + 1)...].elementsEqual("//".utf8)
      && scheme.allSatisfy { isLetter($0) || isDigit($0) || "+-.".utf8.contains($0) }
  }

  /// Square brackets stand around a host's number, or behind a question mark.
  private static func hasHostsBrackets(_ value: ArraySlice<UInt8>) -> Bool {
    let path = value.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    guard let open = path.firstIndex(where: { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "]") })
    else { return true }
    guard path[open] == UInt8(ascii: "["), open >= path.startIndex + 2,
      path[(open - 2)..<open].elementsEqual("//".utf8),
      let close = path[open...].firstIndex(of: UInt8(ascii: "]"))
    else { return false }
    let number = path[(open + 1)..<close].prefix { $0 != UInt8(ascii: "%") }
    let port = path[(close + 1)...].prefix { $0 != UInt8(ascii: "/") }
    return URLHost.isAddress(number) && !path[(close + 1)...].contains { $0 == 0x5B }
      && (port.isEmpty || port.first == UInt8(ascii: ":") && port.dropFirst().allSatisfy(isDigit))
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x61...0x66).contains(byte | 0x20)
  }
}
