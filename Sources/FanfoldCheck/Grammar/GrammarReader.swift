internal import FanfoldMarkup
internal import FanfoldResources

/// Reads the grammars in `Resources/grammars`.
///
/// A statement starts in the first column and goes on in indented lines; `#` starts a comment line.
///
///     ns m http://…             the namespace of names like `m:row`; `-` for those without prefix
///     include mathml            the statements of another file
///     type side one-of l r      a datatype: one-of, token, word, pattern, integer, number, list,
///                               any-of, uri-but, which is any address but those of other types
///     let flow p | div          an expression for use as `$flow`, or `@flow` among attributes
///     element p [id=name] text  an element: what it has and contains
///     element a#wide $flow      another definition of `a`, referred to as `a#wide`
///     element other {*-m} text  a definition for any name but those of some namespaces
///     start html
///     ignore data- *-0-m        attributes not looked at: by how they begin, of other namespaces
///     home m                    a document of another namespace is an error, its parts by themselves
///     reject *-0-m              elements of other namespaces are an error with all in them
///     opaque m                  elements of these namespaces are not looked into
///     foreign m h               elements of other namespaces are passed over in those of the first
///     navigation t              in navigation documents `nav` is taken for this namespace's
///     custom c                  elements with a hyphen in their name are taken for this namespace's
///
/// Expressions are names of elements, `text`, `empty`, `none`, `{datatype}`, joined by nothing or
/// `,` (one after the other), `|` (one of), `&` (in any order), with `* + ?` behind and brackets
/// around. Attributes stand in `[ ]`, optional unless marked `!`, their datatype behind `=`: its
/// name, or values themselves: `'a|b` as they are, `^a|b` whatever white space is around them,
/// `~a|b` in any case too.
///
/// A grammar has hundreds of elements and a book a few of them. So reading one only finds out where
/// its statements are; an expression is compiled when a document comes to what it defines.
struct GrammarReader: Sendable {
  /// A piece of a grammar's file.
  typealias Text = ArraySlice<UInt8>

  var table = PatternTable()
  var names = GrammarNames()
  private var namespaces: [String: Int32] = [:]
  private var definitions: [String: Text] = [:]
  private(set) var types: [String: Text] = [:]
  private var elementBodies: [String: Text] = [:]
  private var startBody: Text = []
  private var ignored: Text = []
  private var custom: Text?
  private var navigation: Text?
  private var rejected: Text?
  private var home: Text?
  private var opaque: Text = []
  private var foreign: Text = []
  private var patterns: [String: Pattern] = [:]
  private var typePatterns: [String: Pattern] = [:]
  private var elementNumbers: [String: Int] = [:]
  private var included: Set<String> = []

  /// Reads a grammar by its name ("xhtml").
  static func read(_ name: String) throws(GrammarError) -> Grammar {
    var reader = GrammarReader()
    try reader.include(name)
    return try reader.finish()
  }

  /// Reads a grammar from its notation.
  static func read(source: String) throws(GrammarError) -> Grammar {
    var reader = GrammarReader()
    try reader.collect(Array(source.utf8))
    return try reader.finish()
  }

  private init() {
    definitions.reserveCapacity(256)
    elementBodies.reserveCapacity(512)
    namespaces["xml"] = names.namespace("http://www.w3.org/XML/1998/namespace")
  }

  private mutating func finish() throws(GrammarError) -> Grammar {
    let start = try compile(startBody)
    let exemptions = try exemptions()
    var prefixes = Array(repeating: "", count: names.namespaces.count)
    for (prefix, number) in namespaces { prefixes[Int(number)] = prefix }
    if let number = namespaces["-"] { prefixes[Int(number)] = "" }
    if let number = exemptions.navigation?.other { prefixes[Int(number)] = "" }
    return Grammar(reader: self, start: start, prefixes: prefixes, exemptions: exemptions)
  }

  private mutating func exemptions() throws(GrammarError) -> Grammar.Exemptions {
    var found = Grammar.Exemptions()
    for item in ignored.grammarWords {
      if item.first == UInt8(ascii: "*"), case .any(let known) = try wildcard(item) {
        found.knownNamespaces = known
      } else {
        found.prefixes.append(item.string)
      }
    }
    if let home { found.home = try namespace(home) }
    if let rejected, case .any(let known) = try wildcard(rejected) {
      found.foreign = known + [namespaces["-"] ?? 0]
    }
    for prefix in opaque.grammarWords { found.opaque.append(try namespace(prefix)) }
    for prefix in foreign.grammarWords { found.guests.append(try namespace(prefix)) }
    if let custom { found.custom = (own: namespaces["-"] ?? 0, other: try namespace(custom)) }
    if let navigation {
      found.navigation = (own: namespaces["-"] ?? 0, other: try namespace(navigation))
    }
    return found
  }
}

// MARK: - Statements

extension GrammarReader {
  private mutating func include(_ name: String) throws(GrammarError) {
    guard included.insert(name).inserted else { return }
    guard let bytes = Resources.bytes(at: "grammars/\(name).txt") else {
      throw GrammarError(problem: "no grammar '\(name)'")
    }
    try collect(bytes)
  }

  private mutating func collect(_ source: [UInt8]) throws(GrammarError) {
    var begin: Int?
    var line = 0
    while line < source.count {
      let first = source[line]
      if first != 0x20, first != 0x0A {
        if let begin { try add(source[begin..<line]) }
        begin = first == UInt8(ascii: "#") ? nil : line
      }
      line = (source.span.firstIndex(of: 0x0A, from: line) ?? source.count) + 1
    }
    if let begin { try add(source[begin...]) }
  }

  private mutating func add(_ statement: Text) throws(GrammarError) {
    let (keyword, body) = statement.firstGrammarWord
    let (word, rest) = body.firstGrammarWord
    let name = word.string
    switch keyword.string {
    case "element": elementBodies[name] = rest
    case "let": definitions[name] = rest
    case "type": types[name] = rest
    case "ns": namespaces[name] = names.namespace(rest.string)
    case "include": try include(name)
    case "start": startBody = body
    case "ignore": ignored = body
    case "custom": custom = word
    case "navigation": navigation = word
    case "reject": rejected = word
    case "home": home = word
    case "opaque": opaque = body
    case "foreign": foreign = body
    default: throw GrammarError(problem: "unknown statement '\(keyword.string)'")
    }
  }
}

// MARK: - References

extension GrammarReader {
  private mutating func compile(_ body: Text) throws(GrammarError) -> Pattern {
    var parser = GrammarExpression(body)
    return try parser.pattern(&self)
  }

  mutating func definition(_ word: Text) throws(GrammarError) -> Pattern {
    let name = word.string
    if let known = patterns[name] { return known }
    guard let body = definitions[name] else { throw GrammarError(problem: "no '$\(name)'") }
    let pattern = try compile(body)
    patterns[name] = pattern
    return pattern
  }

  /// The element of a definition; its content is read later, since elements contain each other.
  mutating func element(_ word: Text) throws(GrammarError) -> Pattern {
    let name = word.string
    if let number = elementNumbers[name] { return table.element(number) }
    guard let body = elementBodies[name] else { throw GrammarError(problem: "no '\(name)'") }
    return table.element(try define(name, word, body))
  }

  private mutating func define(
    _ name: String, _ word: Text, _ body: Text
  ) throws(GrammarError) -> Int {
    let own = word.prefix { $0 != UInt8(ascii: "#") }
    var nameClass = NameClass.name(try self.name(own, isAttribute: false))
    var body = body
    if body.first == UInt8(ascii: "{"), let end = body.firstIndex(of: UInt8(ascii: "}")) {
      nameClass = try wildcard(body[(body.startIndex + 1)..<end])
      body = body[(end + 1)...]
    }
    let number = table.elements.count
    table.elements.append(.init(names: nameClass, body: body))
    elementNumbers[name] = number
    return number
  }

  /// What an element contains, attributes included.
  mutating func content(of number: Int) throws(GrammarError) -> Pattern {
    if let known = table.elements[number].content { return known }
    let content = try compile(table.elements[number].body)
    table.elements[number].content = content
    return content
  }

  /// Makes sure that each element of the grammar has its number.
  mutating func defineAll() throws(GrammarError) {
    guard elementNumbers.count < elementBodies.count else { return }
    for (name, body) in elementBodies.sorted(by: { $0.key < $1.key })
    where elementNumbers[name] == nil {
      _ = try define(name, Array(name.utf8)[...], body)
    }
  }

  /// `m:*`, `m:*-row-cell`, `m: row cell`, `*`, or `*-m-svg`: any name but those of some
  /// namespaces, `0` for none.
  mutating func wildcard(_ text: Text) throws(GrammarError) -> NameClass {
    let parts = text.split(separator: UInt8(ascii: "-"))
    if text.first == UInt8(ascii: "*") {
      var except: [Int32] = []
      for prefix in parts.dropFirst() {
        except.append(prefix.string == "0" ? 0 : try namespace(prefix))
      }
      return .any(except: except)
    }
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else {
      throw GrammarError(problem: "no name class '\(text.string)'")
    }
    let space = try namespace(text[..<colon])
    let rest = text[(colon + 1)...]
    if rest.first == UInt8(ascii: "*") {
      let except = parts.dropFirst().map { names.name($0.string, in: space) }
      return .namespace(space, except: Set(except))
    }
    return .oneOf(Set(rest.grammarWords.map { names.name($0.string, in: space) }))
  }

  mutating func name(_ spelled: Text, isAttribute: Bool) throws(GrammarError) -> GrammarName {
    guard let colon = spelled.firstIndex(of: UInt8(ascii: ":")) else {
      return names.name(spelled.string, in: isAttribute ? 0 : namespaces["-"] ?? 0)
    }
    let space = try namespace(spelled[..<colon])
    return names.name(spelled[(colon + 1)...].string, in: space)
  }

  private func namespace(_ prefix: Text) throws(GrammarError) -> Int32 {
    guard let number = namespaces[prefix.string] else {
      throw GrammarError(problem: "no namespace '\(prefix.string)'")
    }
    return number
  }

  mutating func type(_ word: Text) throws(GrammarError) -> Pattern {
    let name = word.string
    if let known = typePatterns[name] { return known }
    let pattern = try makeType(word)
    typePatterns[name] = pattern
    return pattern
  }
}
