/// Undoes a page's way to write characters in what is no page: "&#8217;" and "&rsquo;" for an apostrophe, in text that
/// was copied out of a page's source or that a site's own download left so.
enum WrittenCharacters {
  /// The text with the characters themselves; `nil` where so few are written that the story may be about them.
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
      count += 1
    }
    guard count >= 3 else { return nil }
    output.append(contentsOf: bytes[copied...])
    return output
  }

  /// Where the semicolon stands that ends the reference at an offset.
  private static func semicolon(in bytes: [UInt8], from start: Int) -> Int? {
    let rest = bytes[(start + 1)...].prefix(10)
    let name = rest.drop { $0 == UInt8(ascii: "#") }.prefix { TagScanner.isNameByte($0) }
    guard !name.isEmpty, name.endIndex < bytes.count, bytes[name.endIndex] == UInt8(ascii: ";")
    else { return nil }
    return name.endIndex
  }

  private static func character(_ bytes: [UInt8], _ reference: Range<Int>) -> Unicode.Scalar? {
    let value: UInt32?
    if let number = StrayMarkup.numeric(bytes.span, at: reference.lowerBound) {
      value = number.value.flatMap { StrayMarkup.meaning(of: $0)?.value ?? $0 }
    } else {
      value = SAXBridge.entity(bytes[reference.dropFirst()])
    }
    return value.flatMap { $0 == 0xFFFD ? nil : Unicode.Scalar($0) }
  }
}
