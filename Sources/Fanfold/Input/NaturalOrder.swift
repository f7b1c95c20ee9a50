/// The order in which people number files: `ch2` before `ch10`, capitals or not.
struct NaturalOrder: Comparable {
  private let pieces: [Piece]
  private let name: String

  /// The place of a name in the order.
  init(_ name: String) {
    self.name = name
    var pieces: [Piece] = []
    var rest = name.lowercased()[...]
    while let first = rest.first {
      let isDigit = Self.isDigit(first)
      let run = rest.prefix { Self.isDigit($0) == isDigit }
      pieces.append(isDigit ? .number(run.drop { $0 == "0" }) : .words(run))
      rest = rest[run.endIndex...]
    }
    self.pieces = pieces
  }

  /// Numbers come before words, as a file manager has it.
  private enum Piece: Comparable {
    case number(Substring), words(Substring)

    static func < (left: Self, right: Self) -> Bool {
      switch (left, right) {
      case (.number(let left), .number(let right)):
        (left.count, String(left)) < (right.count, String(right))
      case (.words(let left), .words(let right)): left < right
      case (.number, .words): true
      case (.words, .number): false
      }
    }
  }

  static func < (left: Self, right: Self) -> Bool {
    for (mine, other) in zip(left.pieces, right.pieces) where mine != other { return mine < other }
    return (left.pieces.count, left.name) < (right.pieces.count, right.name)
  }

  private static func isDigit(_ character: Character) -> Bool {
    ("0"..."9").contains(character)
  }
}
