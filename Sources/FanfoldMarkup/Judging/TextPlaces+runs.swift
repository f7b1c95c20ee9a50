extension TextPlaces {
  /// The ends of the runs in which Java's parser hands out the text that begins at an offset: it
  /// stops at the end of a line, at references, at "]" and at CDATA sections. Runs of white space
  /// alone are left out.
  package func runs(from start: Int) -> [Int] {
    var runs: [Int] = []
    var position = start
    let source = source
    let text = source.span
    while position < text.count, text[position] != UInt8(ascii: "<") || isSection(text, position) {
      let next = Self.endOfRun(text, from: position)
      let isSection = text[position] == UInt8(ascii: "<")
      if !Self.isBlank(text.extracting(position..<next)) {
        runs.append(isSection ? next - 1 : next)
      }
      position = next
    }
    return runs
  }

  private func isSection(_ text: Span<UInt8>, _ position: Int) -> Bool {
    position + 2 < text.count && text[position + 1] == UInt8(ascii: "!")
      && text[position + 2] == UInt8(ascii: "[")
  }

  private static func endOfRun(_ text: Span<UInt8>, from start: Int) -> Int {
    let first = text[start]
    if first == UInt8(ascii: "&") {
      return text.firstIndex(of: UInt8(ascii: ";"), from: start).map { $0 + 1 } ?? text.count
    }
    if first == UInt8(ascii: "<") {
      // A CDATA section.
      var close = text.firstIndex(of: UInt8(ascii: ">"), from: start)
      while let found = close, found < 2 || text[found - 1] != 0x5D || text[found - 2] != 0x5D {
        close = text.firstIndex(of: UInt8(ascii: ">"), from: found + 1)
      }
      return close.map { $0 + 1 } ?? text.count
    }
    var position = start
    if first == UInt8(ascii: "]") {
      while position < text.count, text[position] == first { position += 1 }
      return position
    }
    while position < text.count, text[position] == 0x0A || text[position] == 0x0D { position += 1 }
    while position < text.count, !isStop(text[position]) { position += 1 }
    return position
  }

  private static func isStop(_ byte: UInt8) -> Bool {
    byte == 0x0A || byte == 0x0D || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<")
      || byte == UInt8(ascii: "]")
  }

  private static func isBlank(_ text: Span<UInt8>) -> Bool {
    for index in text.indices {
      let byte = text[index]
      if byte != 0x20 && byte != 0x0A && byte != 0x0D && byte != 0x09 { return false }
    }
    return true
  }
}

extension MarkupTree {
  /// Where a node begins.
  package func startOffset(of node: Node) -> Int {
    source.sourceOffset(of: Int(records[node.position].offset))
  }
}
