/// A value of a YAML document (YAML 1.1, as libyaml reads it), with the place where it begins.
public indirect enum YAMLNode: Sendable, Hashable {
  /// Text; plain when no quotation marks stand around it, so that it may mean a number or nothing.
  case scalar(String, isPlain: Bool, at: Position)
  case sequence([YAMLNode], at: Position)
  /// The members in the order of the document, keys that occur twice among them.
  case mapping([Member], at: Position)

  /// A place in the document, counted from 1.
  public struct Position: Sendable, Hashable {
    public var line: Int
    public var column: Int

    /// The place in that line and column.
    public init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }
  }

  /// A key with its value.
  public struct Member: Sendable, Hashable {
    public var key: String
    public var value: YAMLNode
    /// Where the key stands.
    public var position: Position
  }

  /// The value of a key, when this is a mapping that has it.
  public subscript(key: String) -> YAMLNode? {
    guard case .mapping(let members, _) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The words of a scalar.
  public var words: String? {
    guard case .scalar(let words, _, _) = self else { return nil }
    return words
  }

  /// Where the value begins.
  public var position: Position {
    switch self {
    case .scalar(_, _, let position), .sequence(_, let position), .mapping(_, let position):
      position
    }
  }
}

/// Why a text is no YAML document, in words for the one who wrote it.
public struct YAMLError: Error, Sendable, Hashable {
  /// Lower case, no full stop.
  public var problem: String
  public var position: YAMLNode.Position
}
