package import FanfoldMarkup

/// Matches documents against a grammar, and goes on after an error as a reader would.
///
/// What counts as one error is Jing's choice, which EPUBCheck follows: after an element that may
/// come later, those before it are taken as given; one out of its place is judged by itself; an
/// element that is not known at all, with what is in it, is one error; and where nothing is
/// expected any more because of an error before, nothing is reported.
package struct GrammarMatcher: Sendable {
  /// What may follow, up to the end of the innermost element that is known for certain; what comes
  /// behind that waits on the stack.
  private var state: Pattern
  private var waiting: [Pattern?] = []
  private var hadError = false
  private var isValue = false
  private var skipsNextEnd = false
  private var derivatives: Derivatives
  private let grammar: Grammar
  private var expectations: [Pattern: [String]] = [:]
  private var names = GrammarWalk.Names()
  /// The names in navigation documents.
  private var navigationNames = GrammarWalk.Names()
  private var isNavigation = false
  private(set) package var violations: [GrammarViolation] = []

  /// A matcher that can take any number of documents, each faster than the one before.
  package init(_ grammar: Grammar) {
    self.grammar = grammar
    derivatives = Derivatives(grammar.reader)
    state = grammar.start
  }

  /// The violations of a document.
  package mutating func match(
    _ tree: MarkupTree, isNavigation: Bool = false
  ) -> [GrammarViolation] {
    if derivatives.reader.table.nodes.count > Self.patternLimit {
      derivatives = Derivatives(grammar.reader)
      expectations = [:]
      names = GrammarWalk.Names()
      navigationNames = GrammarWalk.Names()
    }
    (state, violations) = (grammar.start, [])
    waiting.removeAll(keepingCapacity: true)
    (hadError, isValue, skipsNextEnd) = (false, false, false)
    self.isNavigation = isNavigation
    if isNavigation {
      var walk = GrammarWalk(tree, navigationNames)
      navigationNames = GrammarWalk.Names()
      navigationNames = walk.feed(&self)
    } else {
      var walk = GrammarWalk(tree, names)
      names = GrammarWalk.Names()
      names = walk.feed(&self)
    }
    return violations
  }

  /// More patterns than any book leads to: from there on they are forgotten after each document.
  private static let patternLimit = 100_000

  mutating func elementName(_ name: MarkupName) -> GrammarName {
    var namespace = derivatives.reader.names.namespace(name.namespace)
    if let custom = grammar.exemptions.custom, namespace == custom.own,
      name.local.utf8.contains(UInt8(ascii: "-"))
    {
      namespace = custom.other
    } else if isNavigation, let navigation = grammar.exemptions.navigation,
      namespace == navigation.own, name.local == "nav"
    {
      namespace = navigation.other
    }
    return derivatives.reader.names.name(name.local, in: namespace)
  }

  /// The namespace documents are in, if parts of them in others are to be told apart.
  var home: String? {
    grammar.exemptions.home.map { derivatives.reader.names.namespaces[Int($0)] }
  }

  /// Begins anew, with a part of a document that is judged as one.
  mutating func restart() { (state, waiting, hadError) = (grammar.start, [], false) }

  /// Reports the first element of a part in a namespace that no document is in.
  mutating func reportForeign(_ node: MarkupTree.Node) { report(.elementNotAllowed, node, []) }

  /// Reports an element of a namespace that the grammar does not have beside it; `false` when it is
  /// to be matched.
  mutating func rejects(_ name: GrammarName, at node: MarkupTree.Node) -> Bool {
    guard let known = grammar.exemptions.foreign,
      !known.contains(derivatives.reader.names.namespace(of: name))
    else { return false }
    report(.elementNotAllowed, node, [])
    return true
  }

  /// Whether an element is none of the grammar's business where it stands.
  func passesOver(_ name: GrammarName, in parent: @autoclosure () -> MarkupName?) -> Bool {
    let guests = grammar.exemptions.guests
    guard let host = guests.first,
      !guests.contains(derivatives.reader.names.namespace(of: name)), let parent = parent()
    else { return false }
    return derivatives.reader.names.namespaces[Int(host)] == parent.namespace
  }

  /// Whether what is in an element is none of the grammar's business.
  func isOpaque(_ name: GrammarName) -> Bool {
    grammar.exemptions.opaque.contains(derivatives.reader.names.namespace(of: name))
  }

  /// The name of an attribute, `nil` when it is none of the grammar's business.
  mutating func attributeName(_ name: MarkupName) -> GrammarName? {
    let namespace = derivatives.reader.names.namespace(name.namespace)
    let exemptions = grammar.exemptions
    if let known = exemptions.knownNamespaces, !known.contains(namespace) { return nil }
    if namespace == 0, exemptions.prefixes.contains(where: { name.local.hasPrefix($0) }) {
      return nil
    }
    return derivatives.reader.names.name(name.local, in: namespace)
  }
}

// MARK: - Elements

extension GrammarMatcher {
  mutating func start(_ name: GrammarName, at node: MarkupTree.Node) {
    let before = state
    var next = derivatives.start(before, name)
    if isDead(next) {
      let isIgnored = isIgnored
      next = derivatives.start(before, name, skipping: true)
      if !isDead(next) {
        if !isIgnored { report(.elementTooEarly, node, expectedElements(before)) }
      } else {
        if !isIgnored { report(.elementNotAllowed, node, expectedElements(before)) }
        next = derivatives.reader.table.after(derivatives.anywhere(name), before)
      }
    }
    enter(next)
  }

  /// Sets aside what comes behind the element when there is but one way to go on.
  private mutating func enter(_ next: Pattern) {
    let node = derivatives.reader.table[next]
    if node.kind == .after, node.second != .empty {
      waiting.append(node.second)
      state = derivatives.content(next)
    } else {
      waiting.append(nil)
      state = next
    }
  }

  mutating func startTagClosed(at node: MarkupTree.Node) {
    let next = derivatives.endOfAttributes(state)
    if isDead(next) {
      if !isIgnored { report(.attributesMissing, node, missingAttributes(state)) }
      state = derivatives.endOfAttributes(state, forgiving: true)
    } else {
      state = next
    }
    isValue = derivatives.reader.table[state].isData
  }

  mutating func end(at node: MarkupTree.Node) {
    defer { waiting.removeLast() }
    if skipsNextEnd {
      skipsNextEnd = false
      return
    }
    if isValue { return endValue([], at: node) }
    let complete = derivatives.end(state)
    let next = resolve(complete)
    if !isDead(next) {
      state = next
      return
    }
    let forgiven = derivatives.behind(state)
    let behind = resolve(forgiven)
    if !isIgnored {
      let isIncomplete = !isDead(behind) || complete == .notAllowed
      report(isIncomplete ? .elementIncomplete : .misplacedParent, node, expectedElements(state))
    }
    state = behind
  }

  /// What comes behind the element that ends: from the stack when it was set aside there.
  private func resolve(_ pattern: Pattern) -> Pattern {
    guard let behind = waiting.last ?? nil else { return pattern }
    return pattern == .empty ? behind : .notAllowed
  }
}

// MARK: - Attributes and text

extension GrammarMatcher {
  mutating func attribute(
    _ name: GrammarName, _ value: ArraySlice<UInt8>, at node: MarkupTree.Node
  ) {
    let next = derivatives.attribute(state, name)
    guard !isDead(next) else {
      if !isIgnored {
        report(.attributeNotAllowed(spelling(name)), node, [])
      }
      return
    }
    // Nearly always one alternative of any text.
    let pattern = derivatives.reader.table[next]
    if pattern.kind == .after,
      pattern.first == .text || derivatives.reader.table.accepts(pattern.first, value)
    {
      state = pattern.second
      return
    }
    let fitting = derivatives.reader.table.alternatives(next).filter {
      derivatives.reader.table.accepts(derivatives.reader.table[$0].first, value)
    }
    guard fitting.isEmpty else {
      state = derivatives.behind(derivatives.reader.table.choice(fitting))
      return
    }
    report(.attributeValue(spelling(name)), node, derivatives.reader.table.valueWords(next))
    state = derivatives.behind(next)
  }

  /// Whether text is a value, to be given whole, rather than words among elements.
  var takesValue: Bool { isValue }

  /// Words among elements that are not all white space.
  mutating func text(at node: MarkupTree.Node) {
    let next = derivatives.text(state)
    if !isDead(next) {
      state = next
    } else if !isIgnored {
      report(.textNotAllowed, node, expectedElements(state))
    }
  }

  /// All that an element contains, where it is a value.
  mutating func value(_ value: ArraySlice<UInt8>, at node: MarkupTree.Node) {
    endValue(value, at: node)
    skipsNextEnd = true
  }

  /// Text before an element where a value was expected.
  mutating func textBeforeElement(_ value: ArraySlice<UInt8>, at node: MarkupTree.Node) {
    isValue = false
    if value.contains(where: { !Datatype.isSpace($0) }) { text(at: node) }
  }

  private mutating func endValue(_ value: ArraySlice<UInt8>, at node: MarkupTree.Node) {
    isValue = false
    let found = derivatives.reader.table.behind(value, state)
    let complete = derivatives.reader.table.choice(found)
    let next = resolve(complete)
    if !isDead(next) {
      state = next
      return
    }
    let forgiven = derivatives.behind(state)
    let behind = resolve(forgiven)
    if !isIgnored {
      let isWrong = found.isEmpty || !isDead(behind)
      report(
        isWrong ? .elementValue : .misplacedParent, node,
        derivatives.reader.table.valueWords(state))
    }
    state = behind
  }
}

// MARK: - Errors

extension GrammarMatcher {
  private func isDead(_ pattern: Pattern) -> Bool { derivatives.reader.table[pattern].isDead }

  /// Whether an error is the consequence of one before.
  private var isIgnored: Bool { hadError && isDead(state) }

  private mutating func report(
    _ kind: GrammarViolation.Kind, _ node: MarkupTree.Node, _ expected: [String]
  ) {
    hadError = true
    violations.append(GrammarViolation(kind: kind, node: node, expected: expected))
  }

  private func spelling(_ name: GrammarName) -> String {
    grammar.spelling(of: name, in: derivatives.reader.names)
  }

  private mutating func expectedElements(_ pattern: Pattern) -> [String] {
    if let known = expectations[pattern] { return known }
    let found = derivatives.reader.table.possibleElements(pattern).map { spelling($0) }
    let words = Set(found).sorted()
    expectations[pattern] = words
    return words
  }

  private func missingAttributes(_ pattern: Pattern) -> [String] {
    let found = derivatives.reader.table.requiredAttributes(pattern)
    return Set(found.map { spelling($0) }).sorted()
  }
}
