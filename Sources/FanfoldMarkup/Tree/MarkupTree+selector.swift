extension MarkupTree {
  /// All elements below a node, or in the whole document, that a selector means, in document order.
  public func all(_ selector: Selector, in scope: Node? = nil) -> [Node] {
    let matcher = SelectorMatcher(selector, self)
    return range(scope).compactMap { matcher.matches($0, self) ? Node($0) : nil }
  }

  /// The first of them.
  public func first(_ selector: Selector, in scope: Node? = nil) -> Node? {
    let matcher = SelectorMatcher(selector, self)
    return range(scope).first { matcher.matches($0, self) }.map { Node($0) }
  }

  /// Whether a selector means an element.
  public func matches(_ node: Node, _ selector: Selector) -> Bool {
    SelectorMatcher(selector, self).matches(node.position, self)
  }

  private func range(_ scope: Node?) -> Range<Int> {
    let scope = (scope ?? root).position
    return scope + 1..<Int(records[scope].end)
  }
}

/// A selector with its names looked up in one document: comparing numbers is all that is left, and a
/// path with a name the document has not cannot match.
struct SelectorMatcher {
  private struct Condition {
    let names: [UInt32]
    let test: Selector.Test
    let value: [UInt8]
  }

  private struct Compound {
    var types: [UInt32]?
    var conditions: [Condition] = []
  }

  private struct Path {
    let target: Compound
    let outer: [(combinator: Selector.Combinator, compound: Compound)]
  }

  private var paths: [Path] = []

  init(_ selector: Selector, _ tree: MarkupTree) {
    for path in selector.paths {
      guard let target = Self.resolved(path.target, tree) else { continue }
      var outer: [(Selector.Combinator, Compound)] = []
      for step in path.outer {
        guard let compound = Self.resolved(step.compound, tree) else { break }
        outer.append((step.combinator, compound))
      }
      if outer.count == path.outer.count { paths.append(Path(target: target, outer: outer)) }
    }
  }

  func matches(_ index: Int, _ tree: MarkupTree) -> Bool {
    for path in paths where meets(index, path.target, tree) {
      if fits(index, path.outer[...], tree) { return true }
    }
    return false
  }

  /// Whether what an element is in is as the rest of a path wants it.
  private func fits(
    _ index: Int, _ outer: ArraySlice<(combinator: Selector.Combinator, compound: Compound)>,
    _ tree: MarkupTree
  ) -> Bool {
    guard let step = outer.first else { return true }
    var parent = Int(tree.records[index].parent)
    while parent != 0 {
      if meets(parent, step.compound, tree), fits(parent, outer.dropFirst(), tree) { return true }
      guard step.combinator == .descendant else { return false }
      parent = Int(tree.records[parent].parent)
    }
    return false
  }

  private func meets(_ index: Int, _ compound: Compound, _ tree: MarkupTree) -> Bool {
    let record = tree.records[index]
    guard record.kind == .element else { return false }
    if let types = compound.types, !types.contains(record.name) { return false }
    for condition in compound.conditions where !holds(condition, record, tree) { return false }
    return true
  }

  private func holds(
    _ condition: Condition, _ record: MarkupTree.Record, _ tree: MarkupTree
  ) -> Bool {
    for index in record.contents {
      let attribute = tree.attributes[Int(index)]
      guard condition.names.contains(attribute.name) else { continue }
      let value = tree.text[Int(attribute.value.lowerBound)..<Int(attribute.value.upperBound)]
      return Self.passes(condition, value)
    }
    return false
  }

  /// An empty value begins, ends and is in nothing (Selectors 4 §6.2).
  private static func passes(_ condition: Condition, _ value: ArraySlice<UInt8>) -> Bool {
    let wanted = condition.value
    switch condition.test {
    case .exists: return true
    case .equals: return value.elementsEqual(wanted)
    case .begins: return !wanted.isEmpty && value.starts(with: wanted)
    case .ends: return !wanted.isEmpty && value.suffix(wanted.count).elementsEqual(wanted)
    case .contains: return !wanted.isEmpty && value.contains(wanted)
    case .hasWord:
      return value.split { $0 <= 0x20 }.contains { $0.elementsEqual(wanted) }
    }
  }

  private static func resolved(_ compound: Selector.Compound, _ tree: MarkupTree) -> Compound? {
    var result = Compound()
    if let type = compound.type {
      guard let types = tree.namesByLocalPart[tree.isHTML ? type.lowercased() : type] else {
        return nil
      }
      result.types = types
    }
    for condition in compound.conditions {
      let local = condition.attribute.split(separator: ":").last.map { String($0) } ?? ""
      let names = (tree.namesByLocalPart[local] ?? tree.namesByLocalPart[condition.attribute] ?? [])
        .filter { tree.names[Int($0)].qualified == condition.attribute }
      guard !names.isEmpty else { return nil }
      result.conditions.append(
        Condition(names: names, test: condition.test, value: condition.value))
    }
    return result
  }
}
