/// Cuts a style sheet in UTF-8 into tokens, one at a time and without going back.
struct StyleTokenizer: Sendable {
  /// What is wrong with a token itself.
  struct Fault: Sendable {
    let place: StylePlace
    let words: String
  }

  let bytes: [UInt8]
  private(set) var index = 0
  private(set) var place = StylePlace()
  /// What is wrong with the token that was read last.
  private(set) var fault: Fault?
  private var endsEarly = false
  /// Where the token that is being read begins.
  private var tokenStart = 0
  /// Whether the sheet ends where a URL should begin: EPUBCheck fails there.
  private(set) var lacksURL = false

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> StyleToken {
    fault = nil
    let (start, startPlace) = (index, place)
    tokenStart = start
    let kind = scan()
    advancePlace(from: start)
    if endsEarly, fault == nil {
      fault = Fault(place: place, words: "the style sheet ends within a token")
    }
    endsEarly = false
    return StyleToken(kind: kind, range: start..<index, place: startPlace)
  }

  private mutating func advancePlace(from start: Int) {
    place = Self.place(after: bytes, start..<index, from: place)
  }

  private static func place(
    after bytes: [UInt8], _ range: Range<Int>, from start: StylePlace
  ) -> StylePlace {
    var place = start
    for index in range {
      switch bytes[index] {
      case 0x0A:
        place.line += 1
        place.column = 1
      case 0x0D:
        guard index + 1 >= bytes.count || bytes[index + 1] != 0x0A else { continue }
        place.line += 1
        place.column = 1
      case 0, 0x80..<0xC0: continue
      case 0xF0...: place.column += 2
      default: place.column += 1
      }
    }
    return place
  }

  private mutating func scan() -> StyleToken.Kind {
    guard let byte = peek() else { return .end }
    switch byte {
    case _ where Self.isBlank(byte):
      while let next = peek(), Self.isBlank(next) { index += 1 }
      return .blank
    case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "*"): return scanComment()
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      scanString(quote: byte)
      return .string
    case UInt8(ascii: "#") where isName(at: index + 1):
      index += 1
      scanName()
      return .hash
    case UInt8(ascii: ".") where startsIdentifier(at: index + 1):
      index += 1
      scanName()
      return .className
    case UInt8(ascii: "@") where startsKeyword(at: index + 1):
      index += 1
      scanName()
      return .atKeyword
    case UInt8(ascii: "!"): return scanImportant()
    case UInt8(ascii: "<") where follows("!--", at: index + 1):
      index += 4
      return .markupComment
    case UInt8(ascii: "-") where follows("->", at: index + 1):
      index += 3
      return .markupComment
    case UInt8(ascii: "~"), UInt8(ascii: "|"), UInt8(ascii: "^"), UInt8(ascii: "$"),
      UInt8(ascii: "*"):
      guard peek(1) == UInt8(ascii: "=") else { return scanCharacter() }
      index += 2
      return .match
    default:
      if startsNumber { return scanNumber() }
      if startsUnicodeRange { return scanUnicodeRange() }
      return startsIdentifier(at: index) ? scanIdentifier() : scanCharacter()
    }
  }

  private mutating func scanCharacter() -> StyleToken.Kind {
    defer { index += 1 }
    if bytes[index] == UInt8(ascii: "\\"), index + 1 == bytes.count { endsEarly = true }
    return .character(bytes[index])
  }

  private mutating func scanComment() -> StyleToken.Kind {
    index += 2
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "*"), peek(1) == UInt8(ascii: "/") {
        index += 2
        return .comment
      }
      index += 1
    }
    endsEarly = true
    return .comment
  }

  /// A string, to its quote or the end of its line.
  private mutating func scanString(quote: UInt8) {
    index += 1
    while let byte = peek() {
      switch byte {
      case quote:
        index += 1
        return
      case UInt8(ascii: "\\"): scanEscape()
      case 0x0A, 0x0D:
        // EPUBCheck gives the line after the break, and the column before it.
        let end = Self.place(after: bytes, tokenStart..<index, from: place)
        fault = Fault(
          place: StylePlace(line: end.line + 1, column: max(end.column - 1, 1)),
          words: "a string is not closed where its line ends")
        return skipOpenString()
      default: index += 1
      }
    }
    endsEarly = true
  }

  /// Leaves out what may still belong to a string without its second quote.
  private mutating func skipOpenString() {
    while let byte = peek(), byte != UInt8(ascii: ";"), byte != UInt8(ascii: "{"),
      byte != UInt8(ascii: "}")
    {
      index += 1
    }
  }

  private mutating func scanEscape() {
    index += 1
    guard let byte = peek() else { return }
    index += byte == 0x0D && peek(1) == 0x0A ? 2 : 1
  }

  private mutating func scanImportant() -> StyleToken.Kind {
    var end = index + 1
    while end < bytes.count, Self.isBlank(bytes[end]) { end += 1 }
    guard follows("important", at: end) else { return scanCharacter() }
    index = end + 9
    return .important
  }

  private mutating func scanNumber() -> StyleToken.Kind {
    if bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") { index += 1 }
    while isDigit(at: index) || (peek() == UInt8(ascii: ".") && isDigit(at: index + 1)) {
      index += 1
    }
    if peek() == UInt8(ascii: "%") {
      index += 1
      guard startsIdentifier(at: index) else { return .percentage }
      scanName()
      return .number
    }
    if peek() != UInt8(ascii: "-"), startsIdentifier(at: index) { scanName() }
    return .number
  }

  private mutating func scanUnicodeRange() -> StyleToken.Kind {
    index += 2
    var digits = 0
    while let byte = peek() {
      if byte == UInt8(ascii: "-") {
        digits = 0
      } else if Self.isHex(byte) || byte == UInt8(ascii: "?") {
        digits += 1
      } else {
        break
      }
      if digits == 7 {
        let column = place.column + 8
        fault = Fault(
          place: StylePlace(line: place.line, column: column),
          words: "a range of Unicode has numbers of more than six digits")
      }
      index += 1
    }
    return .unicodeRange
  }

  private mutating func scanIdentifier() -> StyleToken.Kind {
    let start = index
    scanName()
    guard peek() == UInt8(ascii: "(") else { return .identifier }
    let isURL = index == start + 3 && follows("url", at: start)
    index += 1
    guard isURL else { return .function }
    scanURL()
    return .url
  }

  private mutating func scanURL() {
    while let byte = peek(), Self.isBlank(byte) { index += 1 }
    guard let first = peek() else {
      endsEarly = true
      lacksURL = true
      return
    }
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      scanString(quote: first)
      while let byte = peek(), Self.isBlank(byte) { index += 1 }
      if peek() == UInt8(ascii: ")") {
        index += 1
      } else if index < bytes.count {
        let end = Self.place(after: bytes, tokenStart..<index, from: place)
        fault = fault ?? Fault(place: end, words: "a URL is not closed after its string")
        index += 1
      } else {
        endsEarly = true
      }
      return
    }
    // The first character counts, whatever it is: EPUBCheck takes 'url()' for a URL that begins
    // with a bracket.
    var isFirst = true
    while let byte = peek() {
      if byte == UInt8(ascii: ")"), !isFirst {
        index += 1
        return
      }
      isFirst = false
      if byte == UInt8(ascii: "\\") { scanEscape() } else { index += 1 }
    }
    endsEarly = true
  }

  private mutating func scanName() {
    while isName(at: index) {
      if bytes[index] == UInt8(ascii: "\\") { scanEscapeInName() } else { index += 1 }
    }
  }

  /// An escape by number has a blank of its own behind it (CSS Syntax Level 3 §4.3.7).
  private mutating func scanEscapeInName() {
    guard let digit = peek(1), Self.isHex(digit) else { return scanEscape() }
    let start = index + 1
    index = start
    while index < start + 6, let byte = peek(), Self.isHex(byte) { index += 1 }
    if let byte = peek(), Self.isBlank(byte) { index += 1 }
  }
}
