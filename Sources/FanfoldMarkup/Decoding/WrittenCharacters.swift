/// Undoes a page's way to write characters in what is no page: "&#8217;" and "&rsquo;" for an apostrophe, in text that
/// was copied out of a page's source or that a site's own download left so.
enum WrittenCharacters {
  /// The text with the characters themselves; `nil` where so few signs and letters of prose are written that the story
  /// may be about them.
  static func undone(_ bytes: [UInt8]) -> [UInt8]? {
    var output: [UInt8] = []
    var copied = 0
    var count = 0
    var next = bytes.span.firstIndex(of: UInt8(ascii: "&"))
    while let start = next {
      next = bytes.span.firstIndex(of: UInt8(ascii: "&"), from: start + 1)
      guard let end = semicolon(in: bytes, from: start),
        let character = character(bytes, start..<end)
      else { continue }
      output.append(contentsOf: bytes[copied..<start])
      output.append(contentsOf: String(Character(character)).utf8)
      copied = end + 1
      if isOfProse(character) { count += 1 }
    }
    guard count >= 3, count * sparsest >= bytes.count else { return nil }
    output.append(contentsOf: bytes[copied...])
    return output
  }

  /// The bytes of text to each such character at most.
  private static let sparsest = 4_000

  /// Where the semicolon stands that ends the reference at an offset.
  private static func semicolon(in bytes: [UInt8], from start: Int) -> Int? {
    let rest = bytes[(start + 1)...].prefix(10)
    let name = rest.drop { $0 == UInt8(ascii: "#") }.prefix { TagScanner.isNameByte($0) }
    guard !name.isEmpty, name.endIndex < bytes.count, bytes[name.endIndex] == UInt8(ascii: ";")
    else { return nil }
    return name.endIndex
  }

  /// What the reference without its semicolon stands for; the ends of lines are no characters of the text.
  private static func character(_ bytes: [UInt8], _ reference: Range<Int>) -> Unicode.Scalar? {
    let value: UInt32?
    if let number = StrayMarkup.numeric(bytes.span, at: reference.lowerBound) {
      guard number.end == reference.upperBound + 1 else { return nil }
      value = number.value.flatMap { StrayMarkup.meaning(of: $0)?.value ?? $0 }
    } else {
      value = SAXBridge.entity(bytes[reference.dropFirst()])
    }
    return value.flatMap {
      0x20..<0xFFFD ~= $0 && !(0x2028...0x2029 ~= $0) ? Unicode.Scalar($0) : nil
    }
  }

  /// Whether it is a letter, a quotation mark, a dash or dots, of which prose is full.
  private static func isOfProse(_ character: Unicode.Scalar) -> Bool {
    switch character.value {
    case 0x2010...0x2026: true
    default: !character.isASCII && character.properties.isAlphabetic
    }
  }
}
