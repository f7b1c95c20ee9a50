/// Which elements of a document are meant, in a part of CSS: types, `*`, `#id`, `.class`,
/// `[attribute]` with `=`, `^=`, `$=`, `*=` and `~=`, descendants, children (`>`) and lists.
///
/// Parsed once, used on many documents.
public struct Selector: Sendable, Hashable {
  enum Test: Sendable, Hashable {
    case exists, equals, begins, ends, contains, hasWord
  }

  struct Condition: Sendable, Hashable {
    let attribute: String
    /// The attribute's name without a prefix; in HTML a colon is a letter of the name.
    let local: String
    let test: Test
    let value: [UInt8]
  }

  enum Combinator: Sendable, Hashable {
    case descendant, child
  }

  /// What one element must be: `p.note[lang]`.
  struct Compound: Sendable, Hashable {
    var type: String?
    /// The type as HTML has it.
    var lowerType: String?
    var conditions: [Condition] = []
  }

  /// Compounds joined, the last for the element meant: `div.chapter > p`.
  struct Path: Sendable, Hashable {
    var target: Compound
    /// What it must be in, from the inside out.
    var outer: [(combinator: Combinator, compound: Compound)] = []

    static func == (left: Path, right: Path) -> Bool {
      left.target == right.target
        && left.outer.elementsEqual(right.outer) { $0 == $1 }
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(target)
      for step in outer {
        hasher.combine(step.combinator)
        hasher.combine(step.compound)
      }
    }
  }

  let paths: [Path]
  let source: String

  /// A selector from its source text.
  public init(_ source: String) throws(SelectorError) {
    var parser = SelectorParser(source)
    paths = try parser.paths()
    self.source = source
  }
}

extension Selector: ExpressibleByStringLiteral {
  /// A selector written in the program; one that does not parse is a mistake in the program.
  public init(stringLiteral source: String) {
    do throws(SelectorError) {
      try self.init(source)
    } catch {
      preconditionFailure("'\(source)': \(error.problem) at \(error.offset)")
    }
  }
}

/// What is wrong with the text of a selector, and where in it.
public struct SelectorError: Error, Sendable, Hashable {
  /// In bytes, from 0.
  public let offset: Int
  /// Lower case, no full stop.
  public let problem: String
}
