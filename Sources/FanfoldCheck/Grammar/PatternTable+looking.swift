/// What patterns say without being derived: which values they take, what they wait for.
extension PatternTable {
  /// Whether a value is one that a pattern of values takes.
  func accepts(_ pattern: Pattern, _ value: ArraySlice<UInt8>) -> Bool {
    let node = self[pattern]
    switch node.kind {
    case .text: return true
    case .empty: return value.allSatisfy { Datatype.isSpace($0) }
    case .data: return datatypes[Int(node.left)].accepts(value)
    case .list:
      var items = value.split { Datatype.isSpace($0) }[...]
      return acceptsItems(node.first, &items) && items.isEmpty
    case .choice: return accepts(node.first, value) || accepts(node.second, value)
    case .oneOrMore: return accepts(node.first, value)
    case .group, .interleave:
      return accepts(node.first, value) && self[node.second].isNullable
        || self[node.first].isNullable && accepts(node.second, value)
    case .notAllowed, .element, .attribute, .attributes, .after: return false
    }
  }

  /// What may come behind an element that contains a value.
  func behind(_ value: ArraySlice<UInt8>, _ state: Pattern) -> [Pattern] {
    let isBlank = value.allSatisfy { Datatype.isSpace($0) }
    var found: [Pattern] = []
    for alternative in alternatives(state) {
      let node = self[alternative]
      guard node.kind == .after else { continue }
      if accepts(node.first, value) || isBlank && self[node.first].isNullable {
        found.append(node.second)
      }
    }
    return found
  }

  /// Takes as many items as fit from the front. Our lists are plain repetitions, so that greed
  /// finds what is there.
  private func acceptsItems(
    _ pattern: Pattern, _ items: inout ArraySlice<ArraySlice<UInt8>>
  ) -> Bool {
    let node = self[pattern]
    switch node.kind {
    case .empty: return true
    case .data, .text:
      guard let item = items.first, accepts(pattern, item) else { return false }
      items.removeFirst()
      return true
    case .choice:
      for alternative in alternatives(pattern) where alternative != .empty {
        var rest = items
        if acceptsItems(alternative, &rest) {
          items = rest
          return true
        }
      }
      return node.isNullable
    case .oneOrMore:
      guard acceptsItems(node.first, &items) else { return false }
      while !items.isEmpty {
        let count = items.count
        guard acceptsItems(node.first, &items), items.count < count else { break }
      }
      return true
    case .group: return acceptsItems(node.first, &items) && acceptsItems(node.second, &items)
    case .notAllowed, .list, .interleave, .element, .attribute, .attributes, .after: return false
    }
  }

  /// The names of the elements that could come next, those named by name.
  func possibleElements(_ pattern: Pattern) -> [GrammarName] {
    let node = self[pattern]
    switch node.kind {
    case .element:
      if case .name(let name) = elements[Int(node.left)].names { return [name] }
      return []
    case .choice: return alternatives(pattern).flatMap { possibleElements($0) }
    case .group:
      let first = possibleElements(node.first)
      return self[node.first].isNullable ? first + possibleElements(node.second) : first
    case .interleave: return possibleElements(node.first) + possibleElements(node.second)
    case .oneOrMore, .after: return possibleElements(node.first)
    case .notAllowed, .empty, .text, .data, .list, .attribute, .attributes: return []
    }
  }

  /// The names of the attributes without which it does not go on.
  func requiredAttributes(_ pattern: Pattern) -> [GrammarName] {
    let node = self[pattern]
    switch node.kind {
    case .attribute:
      if case .name(let name) = nameClasses[Int(node.left)] { return [name] }
      return []
    case .choice:
      let found = alternatives(pattern).map { Set(requiredAttributes($0)) }
      guard let first = found.first else { return [] }
      return Array(found.dropFirst().reduce(first) { $0.intersection($1) })
    case .group, .interleave:
      return requiredAttributes(node.first) + requiredAttributes(node.second)
    case .oneOrMore, .after: return requiredAttributes(node.first)
    case .notAllowed, .empty, .text, .data, .list, .element, .attributes: return []
    }
  }

  /// The values an attribute may have, in words.
  func valueWords(_ pattern: Pattern) -> [String] {
    let node = self[pattern]
    switch node.kind {
    case .data: return datatypes[Int(node.left)].words
    case .choice:
      // Their numbers tell only what was read first, which may have been for another book.
      let words = alternatives(pattern).map { valueWords($0) }
      return words.sorted { $0.lexicographicallyPrecedes($1) }.flatMap(\.self)
    case .list, .oneOrMore, .after: return valueWords(node.first)
    case .group, .interleave: return valueWords(node.first) + valueWords(node.second)
    case .notAllowed, .empty, .text, .element, .attribute, .attributes: return []
    }
  }
}
