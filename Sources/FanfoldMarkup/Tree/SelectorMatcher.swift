/// A selector with its names looked up in one document: comparing numbers is all that is left, and
/// a path with a name the document has not cannot match.
struct SelectorMatcher {
  private struct Condition {
    let names: [UInt32]
    let test: Selector.Test
    let value: [UInt8]
  }

  private struct Compound {
    var types: [UInt32]?
    var conditions: [Condition] = []
    /// The elements that have a class or an id that is asked for, the last first.
    var candidates: [Int]?
  }

  private struct Path {
    let target: Compound
    let outer: [(combinator: Selector.Combinator, compound: Compound)]
  }

  private var paths: [Path] = []
  /// Among which elements of the document all that are meant are, in document order; `nil` where
  /// any may be.
  private(set) var candidates: [Int]?
  /// The names that all that is meant has one of; `nil` where any will do.
  private(set) var types: [UInt32]?
  /// Whether the document has nothing that is meant.
  var isHopeless: Bool { paths.isEmpty }

  /// A scope of so few nodes is gone over faster than an index.
  private static let smallScope = 256

  /// - Parameter scope: The nodes that are to be asked about.
  init(_ selector: Selector, _ tree: MarkupTree, scope: Range<Int>) {
    for path in selector.paths {
      guard let target = Self.resolved(path.target, tree) else { continue }
      var outer: [(Selector.Combinator, Compound)] = []
      for step in path.outer {
        guard let compound = Self.resolved(step.compound, tree) else { break }
        outer.append((step.combinator, compound))
      }
      if outer.count == path.outer.count { paths.append(Path(target: target, outer: outer)) }
    }
    if paths.allSatisfy({ $0.target.types != nil }) {
      types = paths.flatMap { $0.target.types ?? [] }
    }
    guard scope.count > Self.smallScope else { return }
    if paths.count == 1 {
      candidates = paths[0].target.candidates?.reversed()
    } else if paths.allSatisfy({ $0.target.candidates != nil }) {
      candidates = Set(paths.flatMap { $0.target.candidates ?? [] }).sorted()
    }
  }

  func matches(_ index: Int, _ tree: MarkupTree) -> Bool {
    for path in paths where meets(index, path.target, tree) {
      if path.outer.isEmpty || fits(index, path.outer[...], tree) { return true }
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
    if record.contents.isEmpty, !compound.conditions.isEmpty { return false }
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
    case .contains: return !wanted.isEmpty && value.span.firstIndex(of: wanted) != nil
    case .hasWord: return has(wanted, value.span)
    }
  }

  private static func has(_ word: [UInt8], _ value: Span<UInt8>) -> Bool {
    var start = 0
    while start + word.count <= value.count {
      var end = start
      while end < value.count, value[end] > 0x20 { end += 1 }
      if end - start == word.count, end > start,
        word.indices.allSatisfy({ value[start + $0] == word[$0] })
      {
        return true
      }
      start = end + 1
    }
    return false
  }

  private static func resolved(_ compound: Selector.Compound, _ tree: MarkupTree) -> Compound? {
    var result = Compound()
    if let type = tree.isHTML ? compound.lowerType : compound.type {
      let types = tree.nameTable.numbers(type)
      guard !types.isEmpty else { return nil }
      result.types = types
    }
    for condition in compound.conditions {
      let attribute = condition.attribute
      var names = tree.nameTable.numbers(condition.local) { $0.qualified == attribute }
      if condition.local != attribute {
        names += tree.nameTable.numbers(attribute) { $0.qualified == attribute }
      }
      guard !names.isEmpty else { return nil }
      result.conditions.append(
        Condition(names: names, test: condition.test, value: condition.value))
      guard let found = candidates(for: condition, tree) else { continue }
      guard !found.isEmpty else { return nil }
      if result.candidates.map({ $0.count > found.count }) ?? true { result.candidates = found }
    }
    return result
  }

  /// The elements that may meet a condition, the last first, if it is one that pages are indexed by.
  private static func candidates(
    for condition: Selector.Condition, _ tree: MarkupTree
  ) -> [Int]? {
    switch (condition.attribute, condition.test) {
    case ("id", .equals): tree.marks.nodes(with: condition.value, .id)
    case ("class", .hasWord): tree.marks.nodes(with: condition.value, .className)
    default: nil
    }
  }
}
