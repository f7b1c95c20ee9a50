extension GrammarReader {
  /// The pattern of a datatype's name, or of values given in place: `'a|b`, `^a|b`, `~a|b`.
  mutating func makeType(_ name: Substring) throws(GrammarError) -> Pattern {
    if let mark = name.first, "'~^".contains(mark) {
      let values = name.dropFirst().split(separator: "|", omittingEmptySubsequences: false)
      let reading: Datatype.Reading = mark == "'" ? .exact : mark == "~" ? .anyCase : .trimmed
      return table.data(Self.oneOf(values.map(String.init), reading))
    }
    guard let definition = types[name] else { return try builtIn(name) }
    let (form, rest) = Self.firstWord(definition)
    let items = rest.split(whereSeparator: \.isWhitespace)
    switch form {
    case "one-of", "word":
      let values = items.map { $0 == "\"\"" ? "" : String($0) }
      return table.data(Self.oneOf(values, form == "word" ? .anyCase : .exact))
    case "pattern":
      guard let syntax = ValueSyntax(String(rest)) else {
        throw GrammarError(problem: "bad pattern of '\(name)'")
      }
      return table.data(Datatype(form: .syntax(syntax), words: [String(name)]))
    case "integer":
      let minimum = items.first.flatMap { Int($0) }
      return table.data(Datatype(form: .integer(atLeast: minimum), words: [String(name)]))
    case "number": return table.data(Self.number(name, items))
    case "list": return table.list(table.oneOrMore(try type(items[0])))
    case "list?": return table.list(table.zeroOrMore(try type(items[0])))
    case "any-of":
      var found: [Pattern] = []
      for item in items { found.append(try type(item)) }
      return table.choice(found)
    default: throw GrammarError(problem: "unknown form '\(form)' of '\(name)'")
    }
  }

  private mutating func builtIn(_ name: Substring) throws(GrammarError) -> Pattern {
    let form: Datatype.Form
    switch name {
    case "text": return .text
    case "content": form = .content
    case "integer": form = .integer(atLeast: nil)
    case "language": form = .language
    case "nmtoken": form = .nameToken
    case "ncname": form = .noColonName
    case "uri": form = .uri
    default: throw GrammarError(problem: "no type '\(name)'")
    }
    return table.data(Datatype(form: form, words: [String(name)]))
  }

  static func oneOf(_ values: [String], _ reading: Datatype.Reading) -> Datatype {
    let strings = values.map { reading == .anyCase ? Array($0.lowercased().utf8) : Array($0.utf8) }
    return Datatype(form: .oneOf(Set(strings), reading), words: values)
  }

  private static func number(_ name: Substring, _ bounds: [Substring]) -> Datatype {
    var (minimum, limit): (Double?, Double?) = (nil, nil)
    for bound in bounds {
      if bound.hasPrefix(">") { limit = Double(bound.dropFirst()) } else { minimum = Double(bound) }
    }
    return Datatype(form: .number(atLeast: minimum, above: limit), words: [String(name)])
  }
}
