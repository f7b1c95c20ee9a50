/// From a pattern and a name to a pattern: the table in which matching spends its time.
struct TransitionTable: Sendable {
  private var keys: [UInt64]
  private var values: [Pattern]
  private var count = 0

  /// No pattern and name come to this.
  private static let free = UInt64.max

  init() {
    keys = Array(repeating: Self.free, count: 256)
    values = Array(repeating: .notAllowed, count: 256)
  }

  subscript(_ pattern: Pattern, _ name: GrammarName) -> Pattern? {
    get {
      let key = Self.key(pattern, name)
      let slot = slot(of: key)
      return keys[slot] == key ? values[slot] : nil
    }
    set {
      guard let newValue else { return }
      if count * 2 >= keys.count { grow() }
      insert(Self.key(pattern, name), newValue)
    }
  }

  private static func key(_ pattern: Pattern, _ name: GrammarName) -> UInt64 {
    UInt64(UInt32(bitPattern: pattern.index)) << 32 | UInt64(UInt32(bitPattern: name.index))
  }

  /// Where a key is, or would be.
  private func slot(of key: UInt64) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while keys[slot] != key, keys[slot] != Self.free { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func insert(_ key: UInt64, _ value: Pattern) {
    let slot = slot(of: key)
    if keys[slot] != key { count += 1 }
    keys[slot] = key
    values[slot] = value
  }

  private mutating func grow() {
    let old = zip(keys, values).filter { $0.0 != Self.free }
    keys = Array(repeating: Self.free, count: keys.count * 2)
    values = Array(repeating: .notAllowed, count: values.count * 2)
    count = 0
    for (key, value) in old { insert(key, value) }
  }
}
