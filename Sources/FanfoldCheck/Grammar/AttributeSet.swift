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

  private struct Attribute: Hashable {
    let name: Int32
    var value: Pattern
  }

  /// In the order of the names' numbers.
  private var values: [Attribute] = []
  var wildcards: [Wildcard] = []

  var isEmpty: Bool { values.isEmpty && wildcards.isEmpty }

  /// Sets with the same names and other values are rare: the names are enough.
  func hash(into hasher: inout Hasher) {
    var names: UInt64 = 0
    for attribute in values {
      names = (names ^ UInt64(UInt32(bitPattern: attribute.name))) &* 0x9E37_79B9_7F4A_7C15
      names ^= names >> 32
    }
    hasher.combine(names)
    hasher.combine(wildcards.count)
  }

  /// Adds an attribute, or gives it another value.
  mutating func set(_ name: GrammarName, _ value: Pattern) {
    let attribute = Attribute(name: name.index, value: value)
    let place = place(of: name.index)
    if place < values.count, values[place].name == name.index {
      values[place] = attribute
    } else {
      values.insert(attribute, at: place)
    }
  }

  /// The pattern of an attribute's value, `nil` when the set does not have it.
  func value(of name: GrammarName, in names: GrammarNames) -> Pattern? {
    let place = place(of: name.index)
    if place < values.count, values[place].name == name.index { return values[place].value }
    let namespace = names.namespace(of: name)
    let wildcard = wildcards.first {
      $0.namespace.map { $0 == namespace } ?? !$0.except.contains(namespace)
    }
    return wildcard?.value
  }

  func union(_ other: AttributeSet) -> AttributeSet {
    var all = AttributeSet(wildcards: wildcards)
    all.wildcards += other.wildcards.filter { !wildcards.contains($0) }
    all.values.reserveCapacity(values.count + other.values.count)
    var rest = other.values[...]
    for own in values {
      while let next = rest.first, next.name < own.name { all.values.append(rest.removeFirst()) }
      if rest.first?.name == own.name { rest.removeFirst() }
      all.values.append(own)
    }
    all.values += rest
    return all
  }

  init() {}

  private init(wildcards: [Wildcard]) { self.wildcards = wildcards }

  /// Where a name is, or would be.
  private func place(of name: Int32) -> Int {
    var (low, high) = (0, values.count)
    while low < high {
      let middle = low + (high - low) / 2
      if values[middle].name < name { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
