/// What may follow at a point of a document: an expression over elements, attributes and text, kept
/// once however often it occurs, so that comparing two is comparing two numbers.
///
/// The expressions are those of RELAX NG (ISO/IEC 19757-2), with `after` from the derivative
/// algorithm: what an element may contain, followed by what may come behind its end tag.
package struct Pattern: Hashable, Sendable {
  let index: Int32

  init(_ index: Int) {
    self.index = Int32(truncatingIfNeeded: index)
  }

  /// Nothing fits, not even nothing.
  static let notAllowed = Pattern(0)
  static let empty = Pattern(1)
  static let text = Pattern(2)

  /// One operator of an expression, its operands as numbers.
  enum Operator: UInt8 {
    case notAllowed, empty, text
    /// A value of a datatype; `left` counts into the datatypes.
    case data
    /// Words separated by white space that match `left`.
    case list
    case choice, interleave, group, oneOrMore
    /// `left` counts into the element definitions.
    case element
    /// A required attribute: `left` counts into the name classes, `right` is the value.
    case attribute
    /// Any of a set of optional attributes; `left` counts into the sets.
    case attributes
    case after
  }

  struct Node {
    let kind: Operator
    let left: Int32
    let right: Int32
    let isNullable: Bool
    /// Whether an attribute may still come.
    let hasAttributes: Bool
    /// Whether what it allows is a value rather than mixed content.
    let isData: Bool
    /// Whether it can match nothing any more, though it may know how to go on behind.
    let isDead: Bool

    var first: Pattern { Pattern(Int(left)) }
    var second: Pattern { Pattern(Int(right)) }
  }
}
