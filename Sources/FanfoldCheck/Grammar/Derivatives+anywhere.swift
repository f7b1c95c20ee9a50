extension Derivatives {
  /// What an element of a name contains where the grammar defines it, wherever that is: for one
  /// that stands where it may not. Of several definitions those that name it most closely count.
  mutating func anywhere(_ name: GrammarName, _ grammar: Grammar) -> Pattern {
    if let known = outOfPlace[name] { return known }
    var closest = 1
    var found: [Pattern] = []
    for number in grammar.reachable {
      let definition = table.elements[number]
      let closeness = definition.names.closeness(to: name, in: names)
      if closeness > closest { (closest, found) = (closeness, []) }
      if closeness == closest { found.append(definition.content) }
    }
    let result = table.choice(found)
    outOfPlace[name] = result
    return result
  }
}
