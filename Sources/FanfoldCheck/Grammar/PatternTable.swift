/// All patterns of a grammar and those that came up in matching, each kept once.
///
/// The makers simplify as they build (nothing beside a pattern is the pattern, a choice has no
/// alternative twice), so that the same point of two documents is the same number.
struct PatternTable: Sendable {
  private(set) var nodes: ContiguousArray<Pattern.Node> = []
  /// Where each node is, by what it is made of: open addressing, with -1 for none.
  private var slots = ContiguousArray<Int32>(repeating: -1, count: 1024)
  var elements: [ElementDefinition] = []
  var nameClasses: [NameClass] = []
  private(set) var sets: [AttributeSet] = []
  private var setNumbers: [AttributeSet: Int32] = [:]
  var datatypes: [Datatype] = []

  /// An element's names and what it contains, attributes included.
  struct ElementDefinition: Sendable {
    let names: NameClass
    /// Where the grammar says what it contains, and what that was found to be.
    let body: ArraySlice<UInt8>
    var content: Pattern?
  }

  init() {
    for kind in [Pattern.Operator.notAllowed, .empty, .text] { _ = intern(kind, 0, 0) }
  }

  subscript(_ pattern: Pattern) -> Pattern.Node { nodes[Int(pattern.index)] }

  // MARK: Makers

  mutating func data(_ datatype: Datatype) -> Pattern {
    datatypes.append(datatype)
    return intern(.data, Int32(datatypes.count - 1), 0)
  }

  mutating func list(_ items: Pattern) -> Pattern { intern(.list, items.index, 0) }

  mutating func element(_ number: Int) -> Pattern { intern(.element, Int32(number), 0) }

  mutating func attribute(_ names: NameClass, _ value: Pattern) -> Pattern {
    nameClasses.append(names)
    return intern(.attribute, Int32(nameClasses.count - 1), value.index)
  }

  mutating func attributes(_ set: AttributeSet) -> Pattern {
    if set.isEmpty { return .empty }
    if let number = setNumbers[set] { return intern(.attributes, number, 0) }
    sets.append(set)
    setNumbers[set] = Int32(sets.count - 1)
    return intern(.attributes, Int32(sets.count - 1), 0)
  }

  mutating func oneOrMore(_ pattern: Pattern) -> Pattern {
    if pattern == .empty || pattern == .notAllowed || pattern == .text { return pattern }
    return self[pattern].kind == .oneOrMore ? pattern : intern(.oneOrMore, pattern.index, 0)
  }

  mutating func optional(_ pattern: Pattern) -> Pattern { choice(pattern, .empty) }

  mutating func zeroOrMore(_ pattern: Pattern) -> Pattern { optional(oneOrMore(pattern)) }

  mutating func group(_ first: Pattern, _ second: Pattern) -> Pattern {
    if first == .notAllowed || second == .notAllowed { return .notAllowed }
    if first == .empty { return second }
    if second == .empty { return first }
    let (one, two) = (self[first], self[second])
    if one.kind == .attributes, two.kind == .attributes {
      return attributes(sets[Int(one.left)].union(sets[Int(two.left)]))
    }
    if one.kind == .group { return group(one.first, group(one.second, second)) }
    if one.kind == .attributes, two.kind == .group, self[two.first].kind == .attributes {
      return group(group(first, two.first), two.second)
    }
    return intern(.group, first.index, second.index)
  }

  mutating func interleave(_ first: Pattern, _ second: Pattern) -> Pattern {
    if first == .notAllowed || second == .notAllowed { return .notAllowed }
    if first == .empty { return second }
    if second == .empty { return first }
    let (low, high) = (min(first.index, second.index), max(first.index, second.index))
    return intern(.interleave, low, high)
  }

  /// The alternatives lie in a chain in the order of their numbers.
  mutating func choice(_ first: Pattern, _ second: Pattern) -> Pattern {
    if first == second || second == .notAllowed { return first }
    if first == .notAllowed { return second }
    if first == .empty, self[second].isNullable { return second }
    if second == .empty, self[first].isNullable { return first }
    return choice([first, second])
  }

  mutating func choice(_ patterns: [Pattern]) -> Pattern {
    if patterns.count < 2 { return patterns.first ?? .notAllowed }
    var all: [Int32] = []
    for pattern in patterns where pattern != .notAllowed {
      var rest = pattern
      while self[rest].kind == .choice {
        all.append(self[rest].left)
        rest = self[rest].second
      }
      all.append(rest.index)
    }
    Self.sort(&all)
    mergeElements(&all)
    guard var result = all.popLast() else { return .notAllowed }
    for alternative in all.reversed() { result = intern(.choice, alternative, result).index }
    return Pattern(Int(result))
  }

  /// Puts numbers in order and leaves each of them once.
  private static func sort(_ numbers: inout [Int32]) {
    numbers.sort()
    var count = 0
    for index in numbers.indices where count == 0 || numbers[index] != numbers[count - 1] {
      numbers[count] = numbers[index]
      count += 1
    }
    numbers.removeSubrange(count...)
  }

  /// Of alternatives that are in the same element and differ in what comes behind it makes one:
  /// else elements within each other would double them each time.
  private mutating func mergeElements(_ all: inout [Int32]) {
    var rest = all.filter { nodes[Int($0)].kind == .after }[...]
    guard rest.count > 1 else { return }
    rest.sort { (nodes[Int($0)].left, $0) < (nodes[Int($1)].left, $1) }
    while let first = rest.first {
      let content = nodes[Int(first)].left
      let same = rest.prefix { nodes[Int($0)].left == content }
      rest = rest.dropFirst(same.count)
      guard same.count > 1 else { continue }
      all.removeAll(where: same.contains)
      let behind = same.map { nodes[Int($0)].second }
      all.append(after(Pattern(Int(content)), choice(behind)).index)
    }
    Self.sort(&all)
  }

  mutating func after(_ content: Pattern, _ behind: Pattern) -> Pattern {
    intern(.after, content.index, behind.index)
  }

  /// The patterns of which one is chosen; the pattern itself when there is no choice.
  func alternatives(_ pattern: Pattern) -> [Pattern] {
    var found: [Pattern] = []
    var rest = pattern
    while self[rest].kind == .choice {
      found.append(self[rest].first)
      rest = self[rest].second
    }
    found.append(rest)
    return found
  }
}

extension PatternTable {
  private mutating func intern(_ kind: Pattern.Operator, _ left: Int32, _ right: Int32) -> Pattern {
    let slot = slot(kind, left, right)
    if slots[slot] >= 0 { return Pattern(Int(slots[slot])) }
    let number = nodes.count
    slots[slot] = Int32(number)
    nodes.append(node(kind, left, right))
    if nodes.count * 2 > slots.count { grow() }
    return Pattern(number)
  }

  /// Where a node is, or would be.
  private func slot(_ kind: Pattern.Operator, _ left: Int32, _ right: Int32) -> Int {
    let sides = UInt64(UInt32(bitPattern: left)) << 32 | UInt64(UInt32(bitPattern: right))
    let hash = (sides ^ UInt64(kind.rawValue) << 28) &* 0x9E37_79B9_7F4A_7C15
    var slot = Int(truncatingIfNeeded: hash >> 32) & (slots.count - 1)
    while slots[slot] >= 0 {
      let node = nodes[Int(slots[slot])]
      if node.kind == kind, node.left == left, node.right == right { break }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private mutating func grow() {
    slots = ContiguousArray(repeating: -1, count: slots.count * 2)
    for (number, node) in nodes.enumerated() {
      slots[slot(node.kind, node.left, node.right)] = Int32(number)
    }
  }

  private func node(_ kind: Pattern.Operator, _ left: Int32, _ right: Int32) -> Pattern.Node {
    func flags(_ number: Int32) -> Pattern.Node { nodes[Int(number)] }
    let isNullable: Bool
    var hasAttributes = false
    var isData = false
    var isDead = false
    switch kind {
    case .notAllowed: (isNullable, isDead) = (false, true)
    case .empty, .text: isNullable = true
    case .data, .list: (isNullable, isData) = (false, true)
    case .element: isNullable = false
    case .attribute: (isNullable, hasAttributes) = (false, true)
    case .attributes: (isNullable, hasAttributes) = (true, true)
    case .oneOrMore:
      isNullable = flags(left).isNullable
      (hasAttributes, isData) = (flags(left).hasAttributes, flags(left).isData)
    case .after:
      (isNullable, isDead) = (false, flags(left).isDead)
      (hasAttributes, isData) = (flags(left).hasAttributes, flags(left).isData)
    case .choice:
      isNullable = flags(left).isNullable || flags(right).isNullable
      hasAttributes = flags(left).hasAttributes || flags(right).hasAttributes
      isData = flags(left).isData || flags(right).isData
      isDead = flags(left).isDead && flags(right).isDead
    case .group, .interleave:
      isNullable = flags(left).isNullable && flags(right).isNullable
      hasAttributes = flags(left).hasAttributes || flags(right).hasAttributes
      isData = flags(left).isData || flags(right).isData
    }
    return Pattern.Node(
      kind: kind, left: left, right: right, isNullable: isNullable, hasAttributes: hasAttributes,
      isData: isData, isDead: isDead)
  }
}
