extension Derivatives {
  /// What an element of a name contains where the grammar defines it, wherever that is: for one
  /// that stands where it may not. Of several definitions those that name it most closely count.
  mutating func anywhere(_ name: GrammarName) -> Pattern {
    if let known = outOfPlace[name] { return known }
    try? reader.defineAll()
    var closest = 1
    var numbers: [Int] = []
    for (number, definition) in reader.table.elements.enumerated() {
      let closeness = definition.names.closeness(to: name, in: reader.names)
      if closeness > closest { (closest, numbers) = (closeness, []) }
      if closeness == closest { numbers.append(number) }
    }
    var found: [Pattern] = []
    for number in numbers { found.append(content(of: number)) }
    let result = reader.table.choice(found)
    outOfPlace[name] = result
    return result
  }
}
