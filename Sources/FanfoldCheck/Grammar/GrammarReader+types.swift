extension GrammarReader {
  /// The pattern of a datatype's name, or of values given in place: `'a|b`, `^a|b`, `~a|b`.
  mutating func makeType(_ word: Text) throws(GrammarError) -> Pattern {
    if let mark = word.first, "'~^".utf8.contains(mark) {
      let values = word.dropFirst().split(
        separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
      let reading: Datatype.Reading =
        mark == UInt8(ascii: "'") ? .exact : mark == UInt8(ascii: "~") ? .anyCase : .trimmed
      return table.data(Self.oneOf(values, reading))
    }
    let name = word.string
    guard let definition = types[name] else { return try builtIn(name) }
    let (form, rest) = definition.firstGrammarWord
    let items = rest.grammarWords
    switch form.string {
    case "one-of", "token", "word":
      let values = items.map { $0.elementsEqual("\"\"".utf8) ? [] : $0 }
      let reading: Datatype.Reading =
        form.elementsEqual("word".utf8)
        ? .anyCase : form.elementsEqual("token".utf8) ? .trimmed : .exact
      return table.data(Self.oneOf(values, reading))
    case "pattern":
      guard let syntax = ValueSyntax(rest) else {
        throw GrammarError(problem: "bad pattern of '\(name)'")
      }
      return table.data(Datatype(form: .syntax(syntax), words: [name]))
    case "integer":
      let minimum = items.first.flatMap { Int($0.string) }
      return table.data(Datatype(form: .integer(atLeast: minimum), words: [name]))
    case "number": return table.data(Self.number(name, items.map(\.string)))
    case "uri-but":
      let others = items.flatMap { types[$0.string]?.firstGrammarWord.1.grammarWords ?? [] }
      return table.data(Datatype(form: .uri(except: others.map { Array($0) }), words: [name]))
    case "list", "list?", "any-of":
      var found: [Pattern] = []
      for item in items { found.append(try type(item)) }
      let choice = table.choice(found)
      if form.count == "any-of".utf8.count { return choice }
      let isRequired = form.count == "list".utf8.count
      return table.list(isRequired ? table.oneOrMore(choice) : table.zeroOrMore(choice))
    default: throw GrammarError(problem: "unknown form '\(form.string)' of '\(name)'")
    }
  }

  private mutating func builtIn(_ name: String) throws(GrammarError) -> Pattern {
    let form: Datatype.Form
    switch name {
    case "text": return .text
    case "content": form = .content
    case "integer": form = .integer(atLeast: nil)
    case "language": form = .language
    case "nmtoken": form = .nameToken
    case "ncname": form = .noColonName
    case "string": form = .string
    case "uri": form = .uri(except: [])
    default: throw GrammarError(problem: "no type '\(name)'")
    }
    return table.data(Datatype(form: form, words: [name]))
  }

  static func oneOf(_ values: [Text], _ reading: Datatype.Reading) -> Datatype {
    let strings = values.map { reading == .anyCase ? Datatype.folded($0) : Array($0) }
    return Datatype(form: .oneOf(strings, reading), words: values.map(\.string))
  }

  private static func number(_ name: String, _ bounds: [String]) -> Datatype {
    var (minimum, limit): (Double?, Double?) = (nil, nil)
    for bound in bounds {
      if bound.hasPrefix(">") { limit = Double(bound.dropFirst()) } else { minimum = Double(bound) }
    }
    return Datatype(form: .number(atLeast: minimum, above: limit), words: [name])
  }
}
