extension MarkupTree {
  /// The text of a text, a comment or the inside of a script or style, as UTF-8; nothing for an
  /// element.
  public func bytes(of node: Node) -> ArraySlice<UInt8> {
    let record = records[node.position]
    switch record.kind {
    case .document, .element: return []
    case .text, .rawText, .comment, .instruction:
      return text[Int(record.contents.lowerBound)..<Int(record.contents.upperBound)]
    }
  }

  /// All text in a node and below it, or the words of a comment; scripts, styles and comments
  /// inside an element are no text.
  public func text(of node: Node) -> String {
    switch kind(of: node) {
    case .text, .rawText, .comment, .instruction:
      return String(decoding: bytes(of: node), as: UTF8.self)
    case .document, .element:
      var all: [UInt8] = []
      for inner in descendants(of: node) where kind(of: inner) == .text {
        all.append(contentsOf: bytes(of: inner))
      }
      return String(decoding: all, as: UTF8.self)
    }
  }

  /// The value of an attribute by its name as the document spells it ("href", "epub:type").
  public func attribute(_ name: String, of node: Node) -> String? {
    let record = records[node.position]
    guard record.kind == .element else { return nil }
    for index in record.attributeRange {
      let number = Int(attributes[index].name)
      let isSpelledSo =
        names[number].prefix.isEmpty
        ? names[number].local.utf8.count == name.utf8.count && names[number].local == name
        : names[number].isSpelled(name)
      if isSpelledSo { return string(attributes[index].value) }
    }
    return nil
  }

  /// The value of an attribute by its namespace, whatever prefix the document gave it.
  public func attribute(_ local: String, in namespace: String, of node: Node) -> String? {
    let record = records[node.position]
    guard record.kind == .element else { return nil }
    for index in record.attributeRange {
      let number = Int(attributes[index].name)
      if names[number].local == local, names[number].namespace == namespace {
        return string(attributes[index].value)
      }
    }
    return nil
  }

  /// All attributes of an element, in the document's order.
  public func attributes(of node: Node) -> [(name: MarkupName, value: String)] {
    attributeSlice(of: node).map { (names[Int($0.name)], string($0.value)) }
  }

  /// The class names of an element.
  public func classes(of node: Node) -> [String] {
    (attribute("class", of: node) ?? "").utf8.split { $0 <= 0x20 }.map { String(Substring($0)) }
  }

  /// Where in the file a node begins.
  public func position(of node: Node) -> SourcePosition {
    source.position(of: Int(records[node.position].offset))
  }

  func attributeSlice(of node: Node) -> ArraySlice<Attribute> {
    let record = records[node.position]
    guard record.kind == .element else { return [] }
    return attributes[Int(record.contents.lowerBound)..<Int(record.contents.upperBound)]
  }

  private func string(_ range: Range<UInt32>) -> String {
    text.withUnsafeBufferPointer {
      let bytes = $0[Int(range.lowerBound)..<Int(range.upperBound)]
      return String(decoding: UnsafeBufferPointer(rebasing: bytes), as: UTF8.self)
    }
  }
}
