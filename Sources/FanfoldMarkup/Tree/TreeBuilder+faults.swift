/// Where Java's readers of XML stand when they find out what is wrong with a document.
extension TreeBuilder {
  /// Where the end tag before an offset is not what it has to be: behind the expected name, if it
  /// begins with that, or before its own.
  func faultInEndTag(
    before offset: Int, expected: UnsafePointer<CChar>?, skipsBlanks: Bool
  ) -> Int {
    guard let start = lastEndTag(before: offset) else { return offset }
    let name = expected.map { String(cString: $0) } ?? ""
    var end = start + 2
    if skipsBlanks, let colon = input[end..<offset].firstIndex(of: UInt8(ascii: ":")),
      hasText(name, at: colon + 1)
    {
      end = colon + 1
    }
    guard hasText(name, at: end) else { return start + 2 }
    end += name.utf8.count
    while skipsBlanks, end < input.count, [0x20, 0x09, 0x0A, 0x0D].contains(input[end]) { end += 1 }
    return end
  }

  /// The last "</" before an offset.
  private func lastEndTag(before offset: Int) -> Int? {
    var index = min(offset, input.count) - 2
    while index >= 0 {
      if input[index] == UInt8(ascii: "<"), input[index + 1] == UInt8(ascii: "/") { return index }
      index -= 1
    }
    return nil
  }

  /// Behind the next place of a text.
  func end(of text: String, from start: Int) -> Int {
    let found = (start..<max(start, input.count)).first { hasText(text, at: $0) }
    return found.map { $0 + text.utf8.count } ?? start
  }

  /// Behind the quotation mark that ends what an XML declaration says, however far on it is.
  func endOfQuote(at offset: Int) -> Int {
    let isQuote = { (byte: UInt8) in byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }
    guard let open = input[..<min(offset, input.count)].lastIndex(where: isQuote),
      let close = input[(open + 1)...].firstIndex(of: input[open])
    else { return offset }
    return close + 1
  }

  /// Where the value begins of the second attribute of a name in the tag before an offset.
  func valueOfRepeated(_ name: UnsafePointer<CChar>?, before offset: Int) -> Int {
    let end = min(offset, input.count)
    guard let name = name.map({ String(cString: $0) }),
      let start = input[..<end].lastIndex(of: UInt8(ascii: "<"))
    else { return offset }
    let isBlank = { (byte: UInt8) in [0x20, 0x09, 0x0A, 0x0D].contains(byte) }
    var count = 0
    for index in start..<end where isBlank(input[index]) && hasText(name, at: index + 1) {
      let rest = input[(index + 1 + name.utf8.count)...]
      guard let equals = rest.firstIndex(where: { !isBlank($0) }),
        input[equals] == UInt8(ascii: "=")
      else { continue }
      count += 1
      if count == 2 { return input[(equals + 1)...].firstIndex { !isBlank($0) } ?? offset }
    }
    return offset
  }

  /// Behind the characters that tell which markup it is that begins at an offset.
  ///
  /// - Parameter hasTypes: Whether a document type could be there, if it were none too many.
  func behindMarkup(at offset: Int, hasTypes: Bool) -> Int {
    let signs = (hasTypes ? ["<!DOCTYPE"] : []) + ["<!-", "<!", "</", "<"]
    return offset + (signs.first { hasText($0, at: offset) }?.utf8.count ?? 0)
  }

  func hasText(_ text: String, at start: Int) -> Bool {
    start >= 0 && start + text.utf8.count <= input.count
      && zip(text.utf8, input[start...]).allSatisfy { $0 == $1 }
  }
}
