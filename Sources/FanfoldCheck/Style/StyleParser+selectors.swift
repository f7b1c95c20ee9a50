extension StyleParser {
  /// Reads selectors to the brace that opens their block (Selectors Level 3 §10.1, and of Level 4
  /// the pseudo-classes that take selectors).
  mutating func parseSelectors(_ first: StyleToken) throws(Stop) {
    try parseSelectorList(first, until: UInt8(ascii: "{"), isRelative: false, depth: 0)
  }

  private mutating func parseSelectorList(
    _ first: StyleToken, until closer: UInt8, isRelative: Bool, depth: Int
  ) throws(Stop) {
    // No sheet made for reading nests so deep; the stack has an end.
    guard depth < 64 else { throw fault(first, "the selector is nested too deep") }
    var token = first
    var (start, classes): (StylePlace, [String]) = (first.place, [])
    var (expectsMore, isFirst) = (true, true)
    var found: [(classes: [String], place: StylePlace)] = []
    while true {
      if Self.beginsSimpleSelector(token) {
        if token.kind == .className { classes.append(String(text(of: token).dropFirst())) }
        token = try parseSimpleSelector(token, depth: depth)
        (expectsMore, isFirst) = (false, false)
        continue
      }
      if token.kind == .blank, !expectsMore {
        token = try next()
        // A blank alone stands between an element and one in it.
        if Self.beginsSimpleSelector(token) { expectsMore = true }
        continue
      }
      if Self.isCombinator(token), !expectsMore || isRelative && isFirst {
        token = try next()
        (expectsMore, isFirst) = (true, false)
      } else if expectsMore {
        throw unexpected(token)
      } else if token.isCharacter(",") {
        found.append((classes, start))
        token = try next()
        (start, classes, expectsMore, isFirst) = (token.place, [], true, true)
      } else if token.kind == .character(closer) {
        found.append((classes, start))
        break
      } else {
        throw unexpected(token)
      }
    }
    guard depth == 0 else { return }
    for selector in found { report(classes: selector.classes, at: selector.place) }
  }

  private static func isCombinator(_ token: StyleToken) -> Bool {
    token.isCharacter(">") || token.isCharacter("+") || token.isCharacter("~")
  }

  private static func beginsSimpleSelector(_ token: StyleToken) -> Bool {
    switch token.kind {
    case .identifier, .hash, .className, .percentage: true
    default:
      token.isCharacter("*") || token.isCharacter("|") || token.isCharacter("[")
        || token.isCharacter(":")
    }
  }

  /// Reads a simple selector and gives the token behind it.
  private mutating func parseSimpleSelector(
    _ token: StyleToken, depth: Int
  ) throws(Stop) -> StyleToken {
    switch token.kind {
    case .hash, .className, .percentage: return try nextOfAll()
    case .character(UInt8(ascii: "[")):
      try parseAttributeSelector()
      return try nextOfAll()
    case .character(UInt8(ascii: ":")):
      try parsePseudoSelector(depth: depth)
      return try nextOfAll()
    default: return try parseName(token)
    }
  }

  /// Reads a name with the prefix of its namespace, and gives the token behind it.
  private mutating func parseName(_ first: StyleToken) throws(Stop) -> StyleToken {
    if !first.isCharacter("|") {
      let token = try nextOfAll()
      guard token.isCharacter("|") else { return token }
    }
    let name = try nextOfAll()
    guard name.kind == .identifier || name.isCharacter("*") else {
      throw fault(
        first.isCharacter("|") ? name : first,
        "an element was expected where there is \(quoted(name))")
    }
    return try nextOfAll()
  }

  private mutating func parseAttributeSelector() throws(Stop) {
    let name = try next()
    guard name.kind == .identifier || name.isCharacter("*") || name.isCharacter("|") else {
      throw fault(name, "an attribute was expected where there is \(quoted(name))")
    }
    var token = try parseName(name)
    if token.kind == .blank || token.kind == .comment { token = try next() }
    if token.isCharacter("]") { return }
    guard token.kind == .match || token.isCharacter("=") else {
      throw fault(token, "']' was expected where there is \(quoted(token))")
    }
    let value = try next()
    guard value.kind == .identifier || value.kind == .string else {
      throw fault(value, "a string was expected where there is \(quoted(value))")
    }
    // EPUBCheck does not look what this is.
    _ = try next()
  }

  private mutating func parsePseudoSelector(depth: Int) throws(Stop) {
    var token = try nextOfAll()
    if token.isCharacter(":") { token = try nextOfAll() }
    guard token.kind == .function else { return }
    let name = text(of: token).dropLast().lowercased()
    let isRelative = name == "has"
    guard isRelative || name == "not" || name == "is" || name == "where" else {
      return try parseArguments()
    }
    let first = try next()
    if isRelative, first.isCharacter(")") { return }
    try parseSelectorList(
      first, until: UInt8(ascii: ")"), isRelative: isRelative, depth: depth + 1)
  }

  /// Reads the arguments of a pseudo-class that takes no selectors.
  private mutating func parseArguments() throws(Stop) {
    var depth = 1
    while depth > 0 {
      let token = try next()
      switch token.kind {
      case .identifier, .number, .percentage, .string, .character(UInt8(ascii: "+")),
        .character(UInt8(ascii: "-")):
        continue
      case .function: depth += 1
      case .character(UInt8(ascii: ")")): depth -= 1
      // EPUBCheck lets brackets be opened, and not closed.
      case .character(UInt8(ascii: "(")), .character(UInt8(ascii: "[")): try parseOpenBracket()
      default: throw unexpected(token)
      }
    }
  }

  private mutating func parseOpenBracket() throws(Stop) {
    while true {
      let token = try next()
      switch token.kind {
      case .identifier, .number, .percentage, .string, .character(UInt8(ascii: "+")),
        .character(UInt8(ascii: "-")), .character(UInt8(ascii: "(")),
        .character(UInt8(ascii: "[")):
        continue
      default: throw unexpected(token)
      }
    }
  }
}
