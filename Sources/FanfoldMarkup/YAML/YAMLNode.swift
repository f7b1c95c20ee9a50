/// A value of a YAML document: its words, without a guess at numbers or dates among them.
package indirect enum YAMLNode: Sendable, Hashable {
  case scalar(String)
  case sequence([YAMLNode])
  case mapping([Pair])

  /// A key of a mapping and its value, in the order of the document.
  package struct Pair: Sendable, Hashable {
    package var key: String
    package var value: YAMLNode
    /// The line of the key, counted from 1.
    package var line: Int

    package init(_ key: String, _ value: YAMLNode, line: Int) {
      self.key = key
      self.value = value
      self.line = line
    }
  }

  /// The value of a key, when this is a mapping that has it.
  package subscript(key: String) -> YAMLNode? {
    guard case .mapping(let pairs) = self else { return nil }
    return pairs.first { $0.key == key }?.value
  }

  /// The words of a scalar.
  package var words: String? {
    guard case .scalar(let words) = self else { return nil }
    return words
  }
}

/// What is wrong with a YAML document, and where.
package struct YAMLError: Error, Sendable, Hashable {
  /// Counted from 1.
  package var line: Int
  package var problem: String
}
