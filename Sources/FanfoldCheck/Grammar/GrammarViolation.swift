package import FanfoldMarkup

/// One place where a document leaves its grammar.
package struct GrammarViolation: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// The element is not known, or may not stand here.
    case elementNotAllowed
    /// The element ends in one that should not be here: that is told once more.
    case misplacedParent
    /// The element may stand here once others have come.
    case elementTooEarly
    case attributeNotAllowed(String)
    case attributeValue(String)
    case attributesMissing
    /// Words where only elements may be.
    case textNotAllowed
    /// What the element contains is no value of its kind.
    case elementValue
    case elementIncomplete
  }

  package let kind: Kind
  /// The element, or the text.
  package let node: MarkupTree.Node
  /// What could stand there instead, or is missing, in alphabetical order.
  package let expected: [String]
}
