/// The derivatives of patterns: what remains to be matched behind a start tag, an attribute, text or
/// an end tag.
///
/// After James Clark, "An algorithm for RELAX NG validation". Each result is remembered, so that a
/// book's thousandth paragraph costs a look into a table.
struct Derivatives: Sendable {
  var table: PatternTable
  var names: GrammarNames
  private var behindStart = TransitionTable()
  private var behindRecovery = TransitionTable()
  private var behindAttribute = TransitionTable()
  private var behindAttributes: [Pattern: Pattern] = [:]
  private var behindMissing: [Pattern: Pattern] = [:]
  private var behindText: [Pattern: Pattern] = [:]
  /// What ``anywhere(_:_:)`` found.
  var outOfPlace: [GrammarName: Pattern] = [:]

  init(table: PatternTable, names: GrammarNames) {
    self.table = table
    self.names = names
  }

  // MARK: Elements

  /// Behind the name of a start tag. With `skipping`, what would be required first may be missing.
  mutating func start(_ pattern: Pattern, _ name: GrammarName, skipping: Bool = false) -> Pattern {
    let known =
      skipping ? behindRecovery[pattern, name] : behindStart[pattern, name]
    if let known { return known }
    let result = deriveStart(pattern, name, skipping)
    if skipping {
      behindRecovery[pattern, name] = result
    } else {
      behindStart[pattern, name] = result
    }
    return result
  }

  private mutating func deriveStart(
    _ pattern: Pattern, _ name: GrammarName, _ skipping: Bool
  ) -> Pattern {
    let node = table[pattern]
    switch node.kind {
    case .choice:
      let found = table.alternatives(pattern).map { start($0, name, skipping: skipping) }
      return table.choice(found)
    case .group:
      let found = map(start(node.first, name, skipping: skipping)) { $0.group($1, node.second) }
      guard skipping || table[node.first].isNullable else { return found }
      return table.choice(found, start(node.second, name, skipping: skipping))
    case .interleave:
      let one = map(start(node.first, name, skipping: skipping)) {
        $0.interleave($1, node.second)
      }
      let two = map(start(node.second, name, skipping: skipping)) {
        $0.interleave(node.first, $1)
      }
      return table.choice(one, two)
    case .oneOrMore:
      return map(start(node.first, name, skipping: skipping)) {
        $0.group($1, $0.optional(pattern))
      }
    case .element:
      let definition = table.elements[Int(node.left)]
      guard definition.names.closeness(to: name, in: names) > 0 else { return .notAllowed }
      return table.after(definition.content, .empty)
    case .after:
      return map(start(node.first, name, skipping: skipping)) { $0.after($1, node.second) }
    case .notAllowed, .empty, .text, .data, .list, .attribute, .attributes: return .notAllowed
    }
  }

  /// Behind the end tag of the element whose content a pattern starts with.
  mutating func end(_ pattern: Pattern) -> Pattern {
    var found: [Pattern] = []
    for alternative in table.alternatives(pattern) {
      let node = table[alternative]
      if node.kind == .after, table[node.first].isNullable { found.append(node.second) }
    }
    return table.choice(found)
  }

  /// Behind the element, whether it is complete or not.
  mutating func behind(_ pattern: Pattern) -> Pattern {
    var found: [Pattern] = []
    for alternative in table.alternatives(pattern) where table[alternative].kind == .after {
      found.append(table[alternative].second)
    }
    return table.choice(found)
  }

  // MARK: Attributes

  /// Behind the name of an attribute: its value, then what remains.
  mutating func attribute(_ pattern: Pattern, _ name: GrammarName) -> Pattern {
    guard table[pattern].hasAttributes else { return .notAllowed }
    if let known = behindAttribute[pattern, name] { return known }
    let result = deriveAttribute(pattern, name)
    behindAttribute[pattern, name] = result
    return result
  }

  private mutating func deriveAttribute(_ pattern: Pattern, _ name: GrammarName) -> Pattern {
    let node = table[pattern]
    switch node.kind {
    case .choice:
      let found = table.alternatives(pattern).map { attribute($0, name) }
      return table.choice(found)
    case .group:
      let one = map(attribute(node.first, name)) { $0.group($1, node.second) }
      let two = map(attribute(node.second, name)) { $0.group(node.first, $1) }
      return table.choice(one, two)
    case .interleave:
      let one = map(attribute(node.first, name)) { $0.interleave($1, node.second) }
      let two = map(attribute(node.second, name)) { $0.interleave(node.first, $1) }
      return table.choice(one, two)
    case .oneOrMore:
      return map(attribute(node.first, name)) { $0.group($1, $0.optional(pattern)) }
    case .attribute:
      let names = table.nameClasses[Int(node.left)]
      guard names.closeness(to: name, in: self.names) > 0 else { return .notAllowed }
      return table.after(node.second, .empty)
    case .attributes:
      let set = table.sets[Int(node.left)]
      guard let value = set.value(of: name, in: names) else { return .notAllowed }
      return table.after(value, pattern)
    case .after:
      return map(attribute(node.first, name)) { $0.after($1, node.second) }
    case .notAllowed, .empty, .text, .data, .list, .element: return .notAllowed
    }
  }

  /// Behind the last attribute. With `forgiving`, those that are missing are taken as given.
  mutating func endOfAttributes(_ pattern: Pattern, forgiving: Bool = false) -> Pattern {
    guard table[pattern].hasAttributes else { return pattern }
    let known = forgiving ? behindMissing[pattern] : behindAttributes[pattern]
    if let known { return known }
    let node = table[pattern]
    let result: Pattern
    switch node.kind {
    case .choice:
      let found = table.alternatives(pattern).map { endOfAttributes($0, forgiving: forgiving) }
      result = table.choice(found)
    case .group:
      result = table.group(
        endOfAttributes(node.first, forgiving: forgiving),
        endOfAttributes(node.second, forgiving: forgiving))
    case .interleave:
      result = table.interleave(
        endOfAttributes(node.first, forgiving: forgiving),
        endOfAttributes(node.second, forgiving: forgiving))
    case .oneOrMore:
      result = table.oneOrMore(endOfAttributes(node.first, forgiving: forgiving))
    case .attribute: result = forgiving ? .empty : .notAllowed
    case .attributes: result = .empty
    case .after:
      result = table.after(endOfAttributes(node.first, forgiving: forgiving), node.second)
    case .notAllowed, .empty, .text, .data, .list, .element: result = pattern
    }
    if forgiving { behindMissing[pattern] = result } else { behindAttributes[pattern] = result }
    return result
  }

  // MARK: Text

  /// Behind text that is no value but words among elements.
  mutating func text(_ pattern: Pattern) -> Pattern {
    if let known = behindText[pattern] { return known }
    let node = table[pattern]
    let result: Pattern
    switch node.kind {
    case .text: result = pattern
    case .choice:
      let found = table.alternatives(pattern).map { text($0) }
      result = table.choice(found)
    case .group:
      let one = table.group(text(node.first), node.second)
      result = table[node.first].isNullable ? table.choice(one, text(node.second)) : one
    case .interleave:
      let one = table.interleave(text(node.first), node.second)
      result = table.choice(one, table.interleave(node.first, text(node.second)))
    case .oneOrMore:
      let rest = table.optional(pattern)
      result = table.group(text(node.first), rest)
    case .after:
      let content = text(node.first)
      result = content == .notAllowed ? .notAllowed : table.after(content, node.second)
    case .notAllowed, .empty, .data, .list, .element, .attribute, .attributes:
      result = .notAllowed
    }
    behindText[pattern] = result
    return result
  }

  /// Applies a change to what comes behind, in each alternative.
  private mutating func map(
    _ pattern: Pattern, _ change: (inout PatternTable, Pattern) -> Pattern
  ) -> Pattern {
    let node = table[pattern]
    switch node.kind {
    case .after: return table.after(node.first, change(&table, node.second))
    case .choice:
      var found: [Pattern] = []
      for alternative in table.alternatives(pattern) { found.append(map(alternative, change)) }
      return table.choice(found)
    case .notAllowed, .empty, .text, .data, .list, .interleave, .group, .oneOrMore, .element,
      .attribute, .attributes:
      return .notAllowed
    }
  }
}
