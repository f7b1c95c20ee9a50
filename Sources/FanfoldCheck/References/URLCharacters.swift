/// Which characters may stand in a URL (URL standard §4.3, "URL code points").
enum URLCharacters {
  /// What is wrong with a part of a URL, `nil` when nothing is.
  static func problem(in part: ArraySlice<UInt8>) -> String? {
    var index = part.startIndex
    while index < part.endIndex {
      let byte = part[index]
      if byte == UInt8(ascii: "%") {
        guard index + 2 < part.endIndex, PercentCoding.hexDigit(part[index + 1]) != nil,
          PercentCoding.hexDigit(part[index + 2]) != nil
        else { return "a '%' without two digits" }
      } else if byte == UInt8(ascii: "\\") {
        return "a backslash"
      } else if byte < 0x80, !allowed.contains(byte) {
        return name(byte)
      } else if byte >= 0x80 {
        return problemBeyondASCII(part[index...])
      }
      index += 1
    }
    return nil
  }

  private static func problemBeyondASCII(_ rest: ArraySlice<UInt8>) -> String? {
    for scalar in String(decoding: rest, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x80..<0xA0, 0xFDD0...0xFDEF, 0xFFF0...0xFFFF: return "a control character"
      case 0x25, 0x5C: continue
      case let value where value < 0x80:
        if !allowed.contains(UInt8(value)) { return name(UInt8(value)) }
      case let value where value & 0xFFFE == 0xFFFE: return "no character"
      default: continue
      }
    }
    return nil
  }

  private static func name(_ byte: UInt8) -> String {
    switch byte {
    case 0x20: "a space"
    case 0x09, 0x0A, 0x0D: "a line end or tab"
    case 0x21...0x7E: "'\(Character(Unicode.Scalar(byte)))'"
    default: "a control character"
    }
  }

  /// Whether a text can be resolved as RFC 2396 has it, blanks left aside.
  static func isResolvable(_ text: String) -> Bool {
    let bytes = text.utf8Span.span
    let start = bytes.count > 0 && bytes[0] == UInt8(ascii: "#") ? 1 : 0
    if (start..<bytes.count).allSatisfy({ isOrdinaryInPath(bytes[$0]) }),
      bytes.count == 0 || bytes[0] != UInt8(ascii: "/")
    {
      return true
    }
    let parts = text.split(separator: "%", omittingEmptySubsequences: false)
    let rest = text.firstIndex(of: ":").map { text[text.index(after: $0)...] } ?? text[...]
    guard hasResolvableScheme(text) else { return false }
    guard !rest.isEmpty || text.isEmpty, rest != "//", text.count(where: { $0 == "#" }) < 2 else {
      return false
    }
    return !text.unicodeScalars.contains { "\"<>[]\\^`{|}".unicodeScalars.contains($0) }
      && parts.dropFirst().allSatisfy {
        $0.utf8.prefix(2).count { PercentCoding.hexDigit($0) != nil } == 2
      }
  }

  /// Whether a URL that seems to have a scheme has one, and something behind it.
  private static func hasResolvableScheme(_ text: String) -> Bool {
    let scheme = text.utf8.prefix { !":/?#".utf8.contains($0) }
    let rest = text.utf8[scheme.endIndex...]
    guard rest.first == UInt8(ascii: ":") else { return true }
    return scheme.first.map(Datatype.isLetter) ?? false
      && scheme.allSatisfy { Datatype.isLetter($0) || isDigitOrMark($0) }
      && rest.dropFirst().first != UInt8(ascii: "#")
  }

  private static func isDigitOrMark(_ byte: UInt8) -> Bool {
    Datatype.isDigit(byte) || "+-.".utf8.contains(byte)
  }

  /// Whether a path stands in a URL as it is.
  static func isPlain(_ path: String) -> Bool { path.hasOnly(isPlain) }

  /// Whether a byte of a path means itself in a URL.
  static func isPlain(_ byte: UInt8) -> Bool { allowed.contains(byte) && byte != UInt8(ascii: "?") }

  private static let allowed: ValueSyntax.ByteSet = {
    var set = ValueSyntax.ByteSet()
    for byte in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!$&'()*+,-./:;=?@_~"
      .utf8
    {
      set.insert(byte)
    }
    return set
  }()

  /// The same of the path of a file.
  static func isOrdinaryInPath(_ byte: UInt8) -> Bool {
    isOrdinary(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")
  }

  /// Whether a byte of a relative URL means nothing but itself.
  static func isOrdinary(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }
}
