internal import FanfoldResources

/// Reads the grammars in `Resources/grammars`.
///
/// A statement starts in the first column and goes on in indented lines; `#` starts a comment line.
///
///     ns m http://…             the namespace of names like `m:row`; `-` for those without prefix
///     include mathml            the statements of another file
///     type side one-of l r      a datatype: one-of, word, pattern, integer, number, list, any-of
///     let flow p | div          an expression for use as `$flow`, or `@flow` among attributes
///     element p [id=name] text  an element: what it has and contains
///     element a#wide $flow      another definition of `a`, referred to as `a#wide`
///     element other {*-m} text  a definition for any name but those of some namespaces
///     start html
///     ignore data- *-0-m        attributes not looked at: by how they begin, of other namespaces
///     reject *-0-m              elements of other namespaces are an error with all in them
///     opaque m                  elements of these namespaces are not looked into
///     custom c                  elements with a hyphen in their name are taken for this namespace's
///
/// Expressions are names of elements, `text`, `empty`, `none`, `{datatype}`, joined by nothing or
/// `,` (one after the other), `|` (one of), `&` (in any order), with `* + ?` behind and brackets
/// around. Attributes stand in `[ ]`, optional unless marked `!`, their datatype behind `=`: its
/// name, or values themselves: `'a|b` as they are, `^a|b` whatever white space is around them,
/// `~a|b` in any case too.
struct GrammarReader {
  struct Statement {
    let keyword: Substring
    let body: Substring
  }

  var table = PatternTable()
  var names = GrammarNames()
  var namespaces: [Substring: Int32] = ["xml": 0]
  private(set) var definitions: [Substring: Substring] = [:]
  private(set) var types: [Substring: Substring] = [:]
  private var elementBodies: [Substring: Substring] = [:]
  private var startBody: Substring = ""
  private var ignored: Substring = ""
  private var custom: Substring?
  private var rejected: Substring?
  private var opaque: Substring = ""
  private var patterns: [Substring: Pattern] = [:]
  private var typePatterns: [Substring: Pattern] = [:]
  private var elementNumbers: [Substring: Int] = [:]
  private var unread: [(number: Int, body: Substring)] = []
  private var included: Set<Substring> = []

  /// Reads a grammar by its name ("xhtml").
  static func read(_ name: String) throws(GrammarError) -> Grammar {
    var reader = GrammarReader()
    try reader.include(Substring(name))
    return try reader.finish()
  }

  /// Reads a grammar from its notation.
  static func read(source: String) throws(GrammarError) -> Grammar {
    var reader = GrammarReader()
    try reader.collect(source)
    return try reader.finish()
  }

  private init() {
    namespaces["xml"] = names.namespace("http://www.w3.org/XML/1998/namespace")
  }

  private mutating func finish() throws(GrammarError) -> Grammar {
    let start = try compile(startBody)
    var reachable: [Int] = []
    while let (number, body) = unread.popLast() {
      reachable.append(number)
      table.elements[number].content = try compile(body)
    }
    var prefixes: [Int32: String] = [:]
    for (prefix, number) in namespaces { prefixes[number] = String(prefix) }
    if let number = namespaces["-"] { prefixes[number] = "" }
    return Grammar(
      table: table, names: names, start: start, reachable: reachable, prefixes: prefixes,
      exemptions: try exemptions())
  }

  private mutating func exemptions() throws(GrammarError) -> Grammar.Exemptions {
    var found = Grammar.Exemptions()
    for item in ignored.split(whereSeparator: \.isWhitespace) {
      if item.hasPrefix("*"), case .any(let known) = try wildcard(item) {
        found.knownNamespaces = known
      } else {
        found.prefixes.append(String(item))
      }
    }
    if let rejected, case .any(let known) = try wildcard(rejected) {
      found.foreign = known + [namespaces["-"] ?? 0]
    }
    for prefix in opaque.split(whereSeparator: \.isWhitespace) {
      found.opaque.append(try namespace(prefix))
    }
    if let custom { found.custom = (own: namespaces["-"] ?? 0, other: try namespace(custom)) }
    return found
  }

  // MARK: Statements

  private mutating func include(_ name: Substring) throws(GrammarError) {
    guard included.insert(name).inserted else { return }
    guard let bytes = Resources.bytes(at: "grammars/\(name).txt") else {
      throw GrammarError(problem: "no grammar '\(name)'")
    }
    try collect(String(decoding: bytes, as: UTF8.self))
  }

  private mutating func collect(_ source: String) throws(GrammarError) {
    for statement in Self.statements(source) {
      let (name, rest) = Self.firstWord(statement.body)
      switch statement.keyword {
      case "ns": namespaces[name] = names.namespace(String(rest))
      case "include": try include(name)
      case "type": types[name] = rest
      case "let": definitions[name] = rest
      case "element": elementBodies[name] = rest
      case "start": startBody = statement.body
      case "ignore": ignored = statement.body
      case "custom": custom = name
      case "reject": rejected = name
      case "opaque": opaque = statement.body
      default: throw GrammarError(problem: "unknown statement '\(statement.keyword)'")
      }
    }
  }

  static func statements(_ source: String) -> [Statement] {
    var found: [Statement] = []
    var begin: String.Index?
    var line = source.utf8.startIndex
    func add(to end: String.Index) {
      guard let begin else { return }
      let (keyword, body) = firstWord(source[begin..<end])
      found.append(Statement(keyword: keyword, body: body))
    }
    let bytes = source.utf8
    while line < bytes.endIndex {
      let end = bytes[line...].firstIndex(of: 0x0A) ?? bytes.endIndex
      let first = bytes[line]
      if first != 0x20, first != 0x0A {
        add(to: line)
        begin = first == UInt8(ascii: "#") ? nil : line
      }
      line = end < bytes.endIndex ? bytes.index(after: end) : end
    }
    add(to: bytes.endIndex)
    return found
  }

  static func firstWord(_ text: Substring) -> (word: Substring, rest: Substring) {
    let start = text.utf8.firstIndex { !Datatype.isSpace($0) } ?? text.endIndex
    let end = text.utf8[start...].firstIndex(where: Datatype.isSpace) ?? text.endIndex
    let next = text.utf8[end...].firstIndex { !Datatype.isSpace($0) } ?? text.endIndex
    let last = text.utf8.lastIndex { !Datatype.isSpace($0) } ?? text.startIndex
    let rest = next < text.endIndex ? text[next...last] : ""
    return (text[start..<end], rest)
  }

  // MARK: References

  private mutating func compile(_ body: Substring) throws(GrammarError) -> Pattern {
    var parser = GrammarExpression(body)
    return try parser.pattern(&self)
  }

  mutating func definition(_ name: Substring) throws(GrammarError) -> Pattern {
    if let known = patterns[name] { return known }
    guard let body = definitions[name] else { throw GrammarError(problem: "no '$\(name)'") }
    let pattern = try compile(body)
    patterns[name] = pattern
    return pattern
  }

  /// The element of a definition; its content is read later, since elements contain each other.
  mutating func element(_ name: Substring) throws(GrammarError) -> Pattern {
    if let number = elementNumbers[name] { return table.element(number) }
    guard var body = elementBodies[name] else { throw GrammarError(problem: "no '\(name)'") }
    let own = name.prefix { $0 != "#" }
    var nameClass = NameClass.name(try self.name(own, isAttribute: false))
    if body.first == "{", let end = body.firstIndex(of: "}") {
      nameClass = try wildcard(body[body.index(after: body.startIndex)..<end])
      body = body[body.index(after: end)...]
    }
    let number = table.elements.count
    table.elements.append(.init(names: nameClass, content: .notAllowed))
    elementNumbers[name] = number
    unread.append((number, body))
    return table.element(number)
  }

  /// `m:*`, `m:*-row-cell`, `m: row cell`, `*`, or `*-m-svg`: any name but those of some
  /// namespaces, `0` for none.
  mutating func wildcard(_ text: Substring) throws(GrammarError) -> NameClass {
    let parts = text.split(separator: "-")
    if text.hasPrefix("*") {
      var except: [Int32] = []
      for prefix in parts.dropFirst() { except.append(prefix == "0" ? 0 : try namespace(prefix)) }
      return .any(except: except)
    }
    guard let colon = text.firstIndex(of: ":") else {
      throw GrammarError(problem: "no name class '\(text)'")
    }
    let space = try namespace(text[..<colon])
    if text[colon...].hasPrefix(":*") {
      let except = parts.dropFirst().map { names.name(String($0), in: space) }
      return .namespace(space, except: Set(except))
    }
    let words = text[text.index(after: colon)...].split(whereSeparator: \.isWhitespace)
    return .oneOf(Set(words.map { names.name(String($0), in: space) }))
  }

  mutating func name(
    _ spelled: Substring, isAttribute: Bool
  ) throws(GrammarError) -> GrammarName {
    guard let colon = spelled.utf8.firstIndex(of: UInt8(ascii: ":")) else {
      return names.name(String(spelled), in: isAttribute ? 0 : namespaces["-"] ?? 0)
    }
    let space = try namespace(spelled[..<colon])
    return names.name(String(spelled[spelled.utf8.index(after: colon)...]), in: space)
  }

  private func namespace(_ prefix: Substring) throws(GrammarError) -> Int32 {
    guard let number = namespaces[prefix] else {
      throw GrammarError(problem: "no namespace '\(prefix)'")
    }
    return number
  }

  mutating func type(_ name: Substring) throws(GrammarError) -> Pattern {
    if let known = typePatterns[name] { return known }
    let pattern = try makeType(name)
    typePatterns[name] = pattern
    return pattern
  }
}
