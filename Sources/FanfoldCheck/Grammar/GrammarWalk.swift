internal import FanfoldMarkup

/// Feeds a tree to a matcher as a parser would: start tags, attributes, text, end tags.
struct GrammarWalk {
  private let tree: MarkupTree
  private var names: Names
  /// The last element that is not looked into.
  private var rejected: MarkupTree.Node?
  /// Where the text of an element whose content is a value lies, as far as it has been seen.
  private var value: [UInt8] = []

  /// The names in documents that number names alike, as the grammar's; looked up when they are met.
  struct Names {
    fileprivate var lineage: NameLineage?
    fileprivate var elements: [GrammarName?] = []
    fileprivate var attributes: [GrammarName??] = []
  }

  /// - Parameter known: The names that are known from documents before.
  init(_ tree: MarkupTree, _ known: consuming Names) {
    self.tree = tree
    names = known.lineage === tree.lineage ? known : Names(lineage: tree.lineage)
    let unknown = tree.allNames.count - names.elements.count
    if unknown > 0 {
      names.elements.append(contentsOf: repeatElement(nil, count: unknown))
      names.attributes.append(contentsOf: repeatElement(nil, count: unknown))
    }
  }

  /// Feeds the document; gives the names that are known then.
  mutating func feed(_ matcher: inout GrammarMatcher) -> Names {
    run(&matcher)
    return names
  }

  private mutating func run(_ matcher: inout GrammarMatcher) {
    if let home = matcher.home, let root = tree.rootElement, namespace(of: root) != home {
      return runParts(in: home, &matcher)
    }
    for event in tree.events {
      switch event {
      case .start(let node) where !isRejected(node): start(node, &matcher)
      case .end(let node) where !isRejected(node): end(node, &matcher)
      case .text(let node) where !isRejected(node): text(node, &matcher)
      case .start, .end, .text, .instruction: break
      }
    }
  }

  /// Judges what is in a document of a wrong namespace: each of its parts that is in the right one.
  private mutating func runParts(in home: String, _ matcher: inout GrammarMatcher) {
    var part: MarkupTree.Node?
    for event in tree.events {
      guard case .start(let node) = event else {
        guard let outermost = part else { continue }
        if case .end(let node) = event {
          if !isRejected(node) { end(node, &matcher) }
          if node == outermost { part = nil }
        } else if case .text(let node) = event, !isRejected(node) {
          text(node, &matcher)
        }
        continue
      }
      let own = namespace(of: node)
      if part == nil, own == home {
        part = node
        matcher.restart()
      }
      if part != nil {
        if !isRejected(node) { start(node, &matcher) }
      } else if tree.parent(of: node).flatMap(namespace(of:)) != own {
        matcher.reportForeign(node)
      }
    }
  }

  /// `nil` of what is no element.
  private func namespace(of node: MarkupTree.Node) -> String? {
    tree.fullName(of: node).map(\.namespace)
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
    if matcher.passesOver(name, in: tree.parent(of: node).flatMap { tree.fullName(of: $0) })
      || matcher.rejects(name, at: node)
    {
      rejected = node
      return
    }
    matcher.start(name, at: node)
    for index in tree.attributeRange(of: node) {
      if let name = attributeName(tree.attributeName(at: index), &matcher) {
        matcher.attribute(name, tree.attributeValue(at: index), at: node)
      }
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
    if matcher.takesValue {
      value.append(contentsOf: tree.bytes(of: node))
    } else if tree.hasWords(node) {
      matcher.text(at: node)
    }
  }

  private mutating func elementName(
    _ number: Int, _ matcher: inout GrammarMatcher
  ) -> GrammarName {
    if let known = names.elements[number] { return known }
    let name = matcher.elementName(tree.allNames[number])
    names.elements[number] = name
    return name
  }

  private mutating func attributeName(
    _ number: Int, _ matcher: inout GrammarMatcher
  ) -> GrammarName? {
    if let known = names.attributes[number] { return known }
    let name = matcher.attributeName(tree.allNames[number])
    names.attributes[number] = .some(name)
    return name
  }
}
