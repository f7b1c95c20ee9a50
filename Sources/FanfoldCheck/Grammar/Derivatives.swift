/// The derivatives of patterns: what remains to be matched behind a start tag, an attribute, text or
/// an end tag.
///
/// After James Clark, "An algorithm for RELAX NG validation". Each result is remembered, so that a
/// book's thousandth paragraph costs a look into a reader.table.
struct Derivatives: Sendable {
  var reader: GrammarReader
  private var behindStart = TransitionTable()
  private var behindRecovery = TransitionTable()
  private var behindAttribute = TransitionTable()
  private var behindAttributes = PatternMemo()
  private var behindMissing = PatternMemo()
  private var behindText = PatternMemo()
  private var contents = PatternMemo()
  /// What ``anywhere(_:_:)`` found.
  var outOfPlace: [GrammarName: Pattern] = [:]

  init(_ reader: GrammarReader) {
    self.reader = reader
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
    let node = reader.table[pattern]
    switch node.kind {
    case .choice:
      var found: [Pattern] = []
      for alternative in reader.table.alternatives(pattern) {
        // Looking at an element's name is quicker than remembering what that led to.
        let isElement = reader.table[alternative].kind == .element
        let result =
          isElement
          ? deriveStart(alternative, name, skipping) : start(alternative, name, skipping: skipping)
        if result != .notAllowed { found.append(result) }
      }
      return reader.table.choice(found)
    case .group:
      let found = map(start(node.first, name, skipping: skipping)) { $0.group($1, node.second) }
      guard skipping || reader.table[node.first].isNullable else { return found }
      return reader.table.choice(found, start(node.second, name, skipping: skipping))
    case .interleave:
      let one = map(start(node.first, name, skipping: skipping)) {
        $0.interleave($1, node.second)
      }
      let two = map(start(node.second, name, skipping: skipping)) {
        $0.interleave(node.first, $1)
      }
      return reader.table.choice(one, two)
    case .oneOrMore:
      return map(start(node.first, name, skipping: skipping)) {
        $0.group($1, $0.optional(pattern))
      }
    case .element:
      let definition = reader.table.elements[Int(node.left)]
      guard definition.names.closeness(to: name, in: reader.names) > 0 else { return .notAllowed }
      return reader.table.after(content(of: Int(node.left)), .empty)
    case .after:
      return map(start(node.first, name, skipping: skipping)) { $0.after($1, node.second) }
    case .notAllowed, .empty, .text, .data, .list, .attribute, .attributes: return .notAllowed
    }
  }

  /// What an element contains; nothing where the grammar's file is at fault, which a test finds.
  mutating func content(of number: Int) -> Pattern {
    (try? reader.content(of: number)) ?? .notAllowed
  }

  /// Behind the end tag of the element whose content a pattern starts with.
  mutating func end(_ pattern: Pattern) -> Pattern {
    let single = reader.table[pattern]
    if single.kind == .after {
      return reader.table[single.first].isNullable ? single.second : .notAllowed
    }
    var found: [Pattern] = []
    for alternative in reader.table.alternatives(pattern) {
      let node = reader.table[alternative]
      if node.kind == .after, reader.table[node.first].isNullable { found.append(node.second) }
    }
    return reader.table.choice(found)
  }

  /// An element's content by itself, without what comes behind it.
  mutating func content(_ pattern: Pattern) -> Pattern {
    if let known = contents[pattern] { return known }
    let result = reader.table.after(reader.table[pattern].first, .empty)
    contents[pattern] = result
    return result
  }

  /// Behind the element, whether it is complete or not.
  mutating func behind(_ pattern: Pattern) -> Pattern {
    let single = reader.table[pattern]
    if single.kind == .after { return single.second }
    var found: [Pattern] = []
    for alternative in reader.table.alternatives(pattern)
    where reader.table[alternative].kind == .after {
      found.append(reader.table[alternative].second)
    }
    return reader.table.choice(found)
  }

  // MARK: Attributes

  /// Behind the name of an attribute: its value, then what remains.
  mutating func attribute(_ pattern: Pattern, _ name: GrammarName) -> Pattern {
    guard reader.table[pattern].hasAttributes else { return .notAllowed }
    if let known = behindAttribute[pattern, name] { return known }
    let result = deriveAttribute(pattern, name)
    behindAttribute[pattern, name] = result
    return result
  }

  private mutating func deriveAttribute(_ pattern: Pattern, _ name: GrammarName) -> Pattern {
    let node = reader.table[pattern]
    switch node.kind {
    case .choice:
      let found = reader.table.alternatives(pattern).map { attribute($0, name) }
      return reader.table.choice(found)
    case .group:
      let one = map(attribute(node.first, name)) { $0.group($1, node.second) }
      let two = map(attribute(node.second, name)) { $0.group(node.first, $1) }
      return reader.table.choice(one, two)
    case .interleave:
      let one = map(attribute(node.first, name)) { $0.interleave($1, node.second) }
      let two = map(attribute(node.second, name)) { $0.interleave(node.first, $1) }
      return reader.table.choice(one, two)
    case .oneOrMore:
      return map(attribute(node.first, name)) { $0.group($1, $0.optional(pattern)) }
    case .attribute:
      let names = reader.table.nameClasses[Int(node.left)]
      guard names.closeness(to: name, in: reader.names) > 0 else { return .notAllowed }
      return reader.table.after(node.second, .empty)
    case .attributes:
      let set = reader.table.sets[Int(node.left)]
      guard let value = set.value(of: name, in: reader.names) else { return .notAllowed }
      return reader.table.after(value, pattern)
    case .after:
      return map(attribute(node.first, name)) { $0.after($1, node.second) }
    case .notAllowed, .empty, .text, .data, .list, .element: return .notAllowed
    }
  }

  /// Behind the last attribute. With `forgiving`, those that are missing are taken as given.
  mutating func endOfAttributes(_ pattern: Pattern, forgiving: Bool = false) -> Pattern {
    guard reader.table[pattern].hasAttributes else { return pattern }
    let known = forgiving ? behindMissing[pattern] : behindAttributes[pattern]
    if let known { return known }
    let node = reader.table[pattern]
    let result: Pattern
    switch node.kind {
    case .choice:
      let found = reader.table.alternatives(pattern).map {
        endOfAttributes($0, forgiving: forgiving)
      }
      result = reader.table.choice(found)
    case .group:
      result = reader.table.group(
        endOfAttributes(node.first, forgiving: forgiving),
        endOfAttributes(node.second, forgiving: forgiving))
    case .interleave:
      result = reader.table.interleave(
        endOfAttributes(node.first, forgiving: forgiving),
        endOfAttributes(node.second, forgiving: forgiving))
    case .oneOrMore:
      result = reader.table.oneOrMore(endOfAttributes(node.first, forgiving: forgiving))
    case .attribute: result = forgiving ? .empty : .notAllowed
    case .attributes: result = .empty
    case .after:
      result = reader.table.after(endOfAttributes(node.first, forgiving: forgiving), node.second)
    case .notAllowed, .empty, .text, .data, .list, .element: result = pattern
    }
    if forgiving { behindMissing[pattern] = result } else { behindAttributes[pattern] = result }
    return result
  }

  // MARK: Text

  /// Behind text that is no value but words among elements.
  mutating func text(_ pattern: Pattern) -> Pattern {
    if let known = behindText[pattern] { return known }
    let node = reader.table[pattern]
    let result: Pattern
    switch node.kind {
    case .text: result = pattern
    case .choice:
      let found = reader.table.alternatives(pattern).map { text($0) }
      result = reader.table.choice(found)
    case .group:
      let one = reader.table.group(text(node.first), node.second)
      result =
        reader.table[node.first].isNullable ? reader.table.choice(one, text(node.second)) : one
    case .interleave:
      let one = reader.table.interleave(text(node.first), node.second)
      result = reader.table.choice(one, reader.table.interleave(node.first, text(node.second)))
    case .oneOrMore:
      let rest = reader.table.optional(pattern)
      result = reader.table.group(text(node.first), rest)
    case .after:
      let content = text(node.first)
      result = content == .notAllowed ? .notAllowed : reader.table.after(content, node.second)
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
    let node = reader.table[pattern]
    switch node.kind {
    case .after: return reader.table.after(node.first, change(&reader.table, node.second))
    case .choice:
      var found: [Pattern] = []
      for alternative in reader.table.alternatives(pattern) {
        found.append(map(alternative, change))
      }
      return reader.table.choice(found)
    case .notAllowed, .empty, .text, .data, .list, .interleave, .group, .oneOrMore, .element,
      .attribute, .attributes:
      return .notAllowed
    }
  }
}
