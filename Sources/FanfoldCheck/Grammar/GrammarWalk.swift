internal import FanfoldMarkup

/// Feeds a tree to a matcher as a parser would: start tags, attributes, text, end tags.
struct GrammarWalk {
  private let tree: MarkupTree
  private var elementNames: [GrammarName?]
  private var attributeNames: [GrammarName??]
  /// The last element that is not looked into.
  private var rejected: MarkupTree.Node?
  /// Where the text of an element whose content is a value lies, as far as it has been seen.
  private var value: [UInt8] = []

  init(_ tree: MarkupTree) {
    self.tree = tree
    elementNames = Array(repeating: nil, count: tree.allNames.count)
    attributeNames = Array(repeating: nil, count: tree.allNames.count)
  }

  mutating func run(_ matcher: inout GrammarMatcher) {
    for event in tree.events {
      switch event {
      case .start(let node) where !isRejected(node): start(node, &matcher)
      case .end(let node) where !isRejected(node): end(node, &matcher)
      case .text(let node) where !isRejected(node): text(node, &matcher)
      case .start, .end, .text, .instruction: break
      }
    }
  }

  private func isRejected(_ node: MarkupTree.Node) -> Bool {
    rejected.map { tree.contains($0, node) } ?? false
  }

  private mutating func start(_ node: MarkupTree.Node, _ matcher: inout GrammarMatcher) {
    if matcher.takesValue {
      matcher.textBeforeElement(value[...], at: node)
      value = []
    }
    let name = elementName(tree.nameNumber(of: node), &matcher)
    if matcher.rejects(name, at: node) {
      rejected = node
      return
    }
    matcher.start(name, at: node)
    tree.forEachAttribute(of: node) { number, value in
      if let name = attributeName(number, &matcher) { matcher.attribute(name, value, at: node) }
    }
    matcher.startTagClosed(at: node)
    if matcher.isOpaque(name) {
      matcher.end(at: node)
      rejected = node
    }
  }

  private mutating func end(_ node: MarkupTree.Node, _ matcher: inout GrammarMatcher) {
    if matcher.takesValue {
      matcher.value(value[...], at: node)
      value = []
    }
    matcher.end(at: node)
  }

  private mutating func text(_ node: MarkupTree.Node, _ matcher: inout GrammarMatcher) {
    let bytes = tree.bytes(of: node)
    if matcher.takesValue {
      value.append(contentsOf: bytes)
    } else if bytes.contains(where: { !Datatype.isSpace($0) }) {
      matcher.text(at: node)
    }
  }

  private mutating func elementName(
    _ number: Int, _ matcher: inout GrammarMatcher
  ) -> GrammarName {
    if let known = elementNames[number] { return known }
    let name = matcher.elementName(tree.allNames[number])
    elementNames[number] = name
    return name
  }

  private mutating func attributeName(
    _ number: Int, _ matcher: inout GrammarMatcher
  ) -> GrammarName? {
    if let known = attributeNames[number] { return known }
    let name = matcher.attributeName(tree.allNames[number])
    attributeNames[number] = name
    return name
  }
}
