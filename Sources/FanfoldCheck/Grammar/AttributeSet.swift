/// Attributes an element may have, each or none, independently of one another.
///
/// No tag has an attribute twice, so matching one need not take it out of the set: however many of
/// its attributes an element has, the pattern stays the same, and is looked up instead of derived.
struct AttributeSet: Hashable, Sendable {
  struct Wildcard: Hashable, Sendable {
    /// The namespace, or `nil` for any but those in `except`.
    let namespace: Int32?
    let except: [Int32]
    let value: Pattern
  }

  var values: [Int32: Pattern] = [:]
  var wildcards: [Wildcard] = []

  var isEmpty: Bool { values.isEmpty && wildcards.isEmpty }

  /// The pattern of an attribute's value, `nil` when the set does not have it.
  func value(of name: GrammarName, in names: GrammarNames) -> Pattern? {
    if let value = values[name.index] { return value }
    let namespace = names.namespace(of: name)
    let wildcard = wildcards.first {
      $0.namespace.map { $0 == namespace } ?? !$0.except.contains(namespace)
    }
    return wildcard?.value
  }

  func union(_ other: AttributeSet) -> AttributeSet {
    var all = self
    all.values.merge(other.values) { own, _ in own }
    all.wildcards += other.wildcards.filter { !wildcards.contains($0) }
    return all
  }
}
