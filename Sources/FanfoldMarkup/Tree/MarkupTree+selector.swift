extension MarkupTree {
  /// All elements below a node, or in the whole document, that a selector means, in document order.
  public func all(_ selector: Selector, in scope: Node? = nil) -> [Node] {
    let range = range(scope)
    let matcher = SelectorMatcher(selector, self, scope: range)
    guard !matcher.isHopeless else { return [] }
    var found: [Node] = []
    var next = range.lowerBound
    while let index = candidate(from: next, in: range, matcher) {
      if matcher.matches(index, self) { found.append(Node(index)) }
      next = index + 1
    }
    return found
  }

  /// The first of them.
  public func first(_ selector: Selector, in scope: Node? = nil) -> Node? {
    let range = range(scope)
    let matcher = SelectorMatcher(selector, self, scope: range)
    guard !matcher.isHopeless else { return nil }
    var next = range.lowerBound
    while let index = candidate(from: next, in: range, matcher) {
      if matcher.matches(index, self) { return Node(index) }
      next = index + 1
    }
    return nil
  }

  /// Whether a selector means an element.
  public func matches(_ node: Node, _ selector: Selector) -> Bool {
    let range = node.position..<node.position + 1
    return SelectorMatcher(selector, self, scope: range).matches(node.position, self)
  }

  /// The next node that may be meant: by the index, or by its name, which is all that most nodes
  /// have to be asked.
  private func candidate(
    from start: Int, in range: Range<Int>, _ matcher: SelectorMatcher
  ) -> Int? {
    if let few = matcher.candidates {
      let next = few.partitioningIndex { $0 >= start }
      return next < few.count && few[next] < range.upperBound ? few[next] : nil
    }
    guard let types = matcher.types else { return start < range.upperBound ? start : nil }
    let sole = types.count == 1 ? types[0] : nil
    let places = sole.flatMap { marks.places(of: $0) } ?? range
    var index = max(start, places.lowerBound)
    let end = min(range.upperBound, places.upperBound)
    while index < end {
      let name = records[index].name
      let isMeant = sole.map { $0 == name } ?? types.contains(name)
      if isMeant, records[index].kind == .element { return index }
      index += 1
    }
    return nil
  }

  private func range(_ scope: Node?) -> Range<Int> {
    let scope = (scope ?? root).position
    return scope + 1..<Int(records[scope].end)
  }
}
