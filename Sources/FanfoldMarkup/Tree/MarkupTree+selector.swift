extension MarkupTree {
  /// All elements below a node, or in the whole document, that a selector means, in document order.
  public func all(_ selector: Selector, in scope: Node? = nil) -> [Node] {
    let range = range(scope)
    let matcher = SelectorMatcher(selector, self, scope: range)
    guard !matcher.isHopeless else { return [] }
    if let few = matcher.candidates {
      return few.filter { range.contains($0) && matcher.matches($0, self) }.map { Node($0) }
    }
    return range.compactMap { matcher.matches($0, self) ? Node($0) : nil }
  }

  /// The first of them.
  public func first(_ selector: Selector, in scope: Node? = nil) -> Node? {
    let range = range(scope)
    let matcher = SelectorMatcher(selector, self, scope: range)
    guard !matcher.isHopeless else { return nil }
    if let few = matcher.candidates {
      return few.first { range.contains($0) && matcher.matches($0, self) }.map { Node($0) }
    }
    return range.first { matcher.matches($0, self) }.map { Node($0) }
  }

  /// Whether a selector means an element.
  public func matches(_ node: Node, _ selector: Selector) -> Bool {
    let range = node.position..<node.position + 1
    return SelectorMatcher(selector, self, scope: range).matches(node.position, self)
  }

  private func range(_ scope: Node?) -> Range<Int> {
    let scope = (scope ?? root).position
    return scope + 1..<Int(records[scope].end)
  }
}
