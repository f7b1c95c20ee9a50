/// A line as chat programs and telephones show it: the time and a name, or a name nobody is
/// christened with, before what was typed. There the marks are part of what is shown.
enum ChatLine {
  static func isOne(_ line: ArraySlice<UInt8>) -> Bool {
    var rest = line.drop { $0 == 0x20 }
    if dropTime(&rest) { return isSpeaker(rest) || rest.first == UInt8(ascii: "<") }
    return isNick(rest) || isHandle(rest)
  }

  /// `<nick> text`, and nothing more in the brackets.
  private static func isNick(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.first == UInt8(ascii: "<") else { return false }
    let name = line.dropFirst().prefix(32).prefix(while: isOfName)
    guard !name.isEmpty, line.dropFirst(1 + name.count).first == UInt8(ascii: ">") else {
      return false
    }
    return line.dropFirst(2 + name.count).first == 0x20
  }

  /// `xX_dark_Xx:`, `phoneboy88:`.
  private static func isHandle(_ line: ArraySlice<UInt8>) -> Bool {
    let name = line.prefix(32).prefix(while: isOfName)
    guard name.count > 1, line.dropFirst(name.count).first == UInt8(ascii: ":"),
      line.dropFirst(name.count + 1).first == 0x20
    else { return false }
    let isWord = name.allSatisfy { $0 != UInt8(ascii: "_") && !isDigit($0) }
    return !isWord && !name.allSatisfy(isDigit)
  }

  /// `Somebody: text`.
  private static func isSpeaker(_ line: ArraySlice<UInt8>) -> Bool {
    let name = line.prefix(32).prefix { isOfName($0) || $0 == 0x20 || $0 >= 0x80 }
    return !name.isEmpty && line.dropFirst(name.count).first == UInt8(ascii: ":")
  }

  /// Drops `[12:34]`, `(12:34:56 PM)`, `12:34 -`.
  static func dropTime(_ line: inout ArraySlice<UInt8>) -> Bool {
    var rest = line
    let bracket = rest.first
    let isBracketed = bracket == UInt8(ascii: "[") || bracket == UInt8(ascii: "(")
    if isBracketed { rest.removeFirst() }
    let hours = rest.prefix(while: isDigit)
    rest = rest.dropFirst(hours.count)
    guard (1...2).contains(hours.count), rest.popFirst() == UInt8(ascii: ":"),
      rest.prefix(2).count == 2, rest.prefix(2).allSatisfy(isDigit)
    else { return false }
    rest = rest.dropFirst(2)
    if isBracketed {
      let close = bracket == UInt8(ascii: "[") ? UInt8(ascii: "]") : UInt8(ascii: ")")
      guard let end = rest.prefix(8).firstIndex(of: close) else { return false }
      rest = rest[(end + 1)...]
    }
    line = rest.drop { $0 == 0x20 || $0 == UInt8(ascii: "-") }
    return true
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || CharacterClass.of(byte).isWord && byte < 0x80
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
