/// The name of an element or attribute, as a number that ``GrammarNames`` gave it.
package struct GrammarName: Hashable, Sendable {
  let index: Int32
}

/// Which names an element or attribute definition stands for.
enum NameClass: Sendable {
  case name(GrammarName)
  case oneOf(Set<GrammarName>)
  /// Every name of one namespace but some.
  case namespace(Int32, except: Set<GrammarName>)
  /// Every name but those of some namespaces.
  case any(except: [Int32])

  /// How closely a class names a name: a definition by name goes before one by namespace, that
  /// before one for any.
  func closeness(to name: GrammarName, in names: GrammarNames) -> Int {
    switch self {
    case .name(let own): own == name ? 3 : 0
    case .oneOf(let own): own.contains(name) ? 3 : 0
    case .namespace(let space, let except):
      names.namespace(of: name) == space && !except.contains(name) ? 2 : 0
    case .any(let except): except.contains(names.namespace(of: name)) ? 0 : 1
    }
  }
}

/// Names and namespaces, each with a number.
struct GrammarNames: Sendable {
  private struct Key: Hashable {
    let namespace: Int32
    let local: String
  }

  private(set) var namespaces: [String] = [""]
  private var names: [Key] = []
  private var numbers: [Key: Int32] = [:]

  mutating func namespace(_ uri: String) -> Int32 {
    if let known = namespaces.firstIndex(of: uri) { return Int32(known) }
    namespaces.append(uri)
    return Int32(namespaces.count - 1)
  }

  mutating func name(_ local: String, in namespace: Int32) -> GrammarName {
    let key = Key(namespace: namespace, local: local)
    if let known = numbers[key] { return GrammarName(index: known) }
    let number = Int32(names.count)
    names.append(key)
    numbers[key] = number
    return GrammarName(index: number)
  }

  func namespace(of name: GrammarName) -> Int32 { names[Int(name.index)].namespace }
  func local(_ name: GrammarName) -> String { names[Int(name.index)].local }
  func uri(of name: GrammarName) -> String { namespaces[Int(namespace(of: name))] }
}
