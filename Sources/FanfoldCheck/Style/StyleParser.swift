/// Goes once through a style sheet (CSS Syntax Level 3 §5), with EPUBCheck's ideas of what is an
/// error and how to go on after one.
///
/// Blocks are kept on a list, so that no depth of them can exhaust the stack.
struct StyleParser<Sink: StyleSink> {
  /// Why the parser does not go on with what it was at.
  enum Stop: Error {
    /// Something is wrong, and said; there is more to read.
    case fault
    /// There is no more to read.
    case end
  }

  private struct Block {
    let hasRules: Bool
    /// `nil` for the block of a rule that is no at-rule.
    let rule: StyleRuleName?
  }

  private var tokens: StyleTokenizer
  private var blocks: [Block] = []
  /// The last token that meant something: there EPUBCheck sees the end of what ends too early.
  private var last = StyleToken(kind: .end, range: 0..<0, place: StylePlace())
  private var isAttribute = false
  private(set) var sink: Sink

  init(_ bytes: [UInt8], _ sink: Sink) {
    tokens = StyleTokenizer(bytes)
    self.sink = sink
  }

  /// Reads a style sheet.
  mutating func parseSheet() {
    do throws(Stop) { try parseStatements() } catch {
      // What was wrong is said.
    }
  }

  /// Reads the declarations of a `style` attribute; EPUBCheck stops at the first error.
  mutating func parseAttribute() {
    isAttribute = true
    do throws(Stop) {
      while true {
        let token = readMeaningful()
        if token.kind == .end { return }
        if !token.isCharacter(";") { try parseDeclaration(token) }
      }
    } catch {
      while read().kind != .end {}
    }
  }

  private mutating func parseStatements() throws(Stop) {
    while true {
      guard let block = blocks.last else {
        var token = readMeaningful()
        while token.kind == .markupComment { token = readMeaningful() }
        if token.kind == .end { return }
        try parseStatement(token)
        continue
      }
      let token = try next()
      if token.isCharacter("}") {
        closeBlock()
      } else if block.hasRules {
        try parseStatement(token)
      } else {
        try parseRecovering(token)
      }
    }
  }

  private mutating func closeBlock() {
    if let block = blocks.popLast(), let rule = block.rule { sink.endRule(rule) }
  }

  private mutating func parseStatement(_ token: StyleToken) throws(Stop) {
    last = token
    if token.kind == .atKeyword { return try parseAtRule(token) }
    do throws(Stop) {
      try parseSelectors(token)
      blocks.append(Block(hasRules: false, rule: nil))
    } catch {
      guard error == .fault else { throw error }
      try skip { $0.isCharacter("}") }
    }
  }

  // MARK: At-rules

  private mutating func parseAtRule(_ keyword: StyleToken) throws(Stop) {
    let name = "@" + text(of: keyword).dropFirst().lowercased()
    let rule: StyleRuleName = name == "@font-face" ? .fontFace : .other
    var prelude = StyleValue()
    do throws(Stop) {
      while true {
        let token = readMeaningful()
        if token.kind == .end {
          sink.startRule(name, prelude, at: keyword.place)
          throw ended()
        }
        last = token
        if token.isCharacter(";") {
          sink.startRule(name, prelude, at: keyword.place)
          return sink.endRule(rule)
        }
        if token.isCharacter("{") { break }
        try parseComponent(token, into: &prelude)
      }
    } catch {
      guard error == .fault else { throw error }
      return try skipAtRule()
    }
    sink.startRule(name, prelude, at: keyword.place)
    blocks.append(Block(hasRules: beginsWithRule(), rule: rule))
  }

  /// Whether a block has rules in it and not declarations.
  private func beginsWithRule() -> Bool {
    var ahead = tokens
    while true {
      let token = ahead.next()
      if token.isCharacter("{") { return true }
      if token.kind == .end || token.isCharacter(";") || token.isCharacter("}") { return false }
    }
  }

  /// Leaves out what is left of an at-rule: to its semicolon, or its block with all blocks in it.
  private mutating func skipAtRule() throws(Stop) {
    var depth = 0
    while true {
      let token = try next()
      if token.isCharacter("{") { depth += 1 }
      if token.isCharacter("}") { depth -= 1 }
      if depth <= 0, token.isCharacter("}") || token.isCharacter(";") { return }
    }
  }

  // MARK: Declarations

  private mutating func parseRecovering(_ name: StyleToken) throws(Stop) {
    do throws(Stop) { try parseDeclaration(name) } catch {
      guard error == .fault else { throw error }
      try skip { $0.isCharacter(";") || $0.isCharacter("}") }
      if last.isCharacter("}") { closeBlock() }
    }
  }

  private mutating func parseDeclaration(_ name: StyleToken) throws(Stop) {
    last = name
    guard name.kind == .identifier else {
      throw fault(name, "a property was expected where there is \(quoted(name))")
    }
    let colon = try next()
    guard colon.isCharacter(":") else {
      throw fault(name, "a colon was expected where there is \(quoted(colon))")
    }
    var value = StyleValue()
    while true {
      let token = readMeaningful()
      if token.kind == .end {
        guard isAttribute, value.count > 0 else { throw ended() }
        break
      }
      last = token
      if token.isCharacter(";") || !isAttribute && token.isCharacter("}") {
        guard value.count > 0 else {
          throw fault(token, "a value was expected where there is \(quoted(token))")
        }
        break
      }
      if token.kind == .important, value.count > 0 { continue }
      try parseComponent(token, into: &value)
    }
    sink.declaration(text(of: name).lowercased(), value, at: name.place)
    if !isAttribute, last.isCharacter("}") { closeBlock() }
  }

  /// Reads a component of a value, with all that is in its brackets.
  private mutating func parseComponent(
    _ token: StyleToken, into value: inout StyleValue
  ) throws(Stop) {
    try requireComponent(token)
    let reference: StyleValue.Reference? =
      switch token.kind {
      case .url:
        StyleValue.Reference(
          url: StyleText.content(ofURL: tokens.bytes[token.range]), place: token.place)
      case .string:
        StyleValue.Reference(
          url: StyleText.content(ofURLString: tokens.bytes[token.range]), place: token.place)
      default: nil
      }
    if value.count == 0 {
      value.first = reference
      if token.kind == .identifier { value.word = text(of: token).lowercased() }
    }
    if token.kind == .url, let reference { value.urls.append(reference) }
    value.count += 1
    var closers: [UInt8] = []
    open(token, &closers)
    while let closer = closers.last {
      let inner = try next()
      if inner.kind == .character(closer) {
        closers.removeLast()
      } else {
        try requireComponent(inner)
        open(inner, &closers)
      }
    }
  }

  private func open(_ token: StyleToken, _ closers: inout [UInt8]) {
    if token.kind == .function || token.isCharacter("(") { closers.append(UInt8(ascii: ")")) }
    if token.isCharacter("[") { closers.append(UInt8(ascii: "]")) }
  }

  private mutating func requireComponent(_ token: StyleToken) throws(Stop) {
    switch token.kind {
    case .atKeyword, .match, .markupComment, .important, .character(UInt8(ascii: "{")),
      .character(UInt8(ascii: "}")), .character(UInt8(ascii: ";")):
      throw unexpected(token)
    default: return
    }
  }
}

// MARK: Tokens

extension StyleParser {
  /// The next token, whatever it is.
  private mutating func read() -> StyleToken {
    let token = tokens.next()
    if let fault = tokens.fault { sink.fault(fault.words, at: fault.place) }
    return token
  }

  /// The next token that is no blank and no comment.
  private mutating func readMeaningful() -> StyleToken {
    while true {
      let token = read()
      if token.kind != .blank, token.kind != .comment { return token }
    }
  }

  /// The next token that is no blank and no comment; there has to be one.
  mutating func next() throws(Stop) -> StyleToken {
    let token = readMeaningful()
    if token.kind == .end { throw ended() }
    last = token
    return token
  }

  /// The very next token; there has to be one.
  mutating func nextOfAll() throws(Stop) -> StyleToken {
    let token = read()
    if token.kind == .end { throw ended() }
    if token.kind != .blank { last = token }
    return token
  }

  /// Goes on behind the first token that is meant.
  private mutating func skip(to isMeant: (StyleToken) -> Bool) throws(Stop) {
    while true {
      let token = read()
      if token.kind == .end { throw ended() }
      if isMeant(token) { return last = token }
    }
  }

  private mutating func ended() -> Stop {
    sink.fault("the style sheet ends before its rule", at: last.place)
    return .end
  }

  mutating func fault(_ token: StyleToken, _ words: String) -> Stop {
    sink.fault(words, at: token.place)
    return .fault
  }

  mutating func unexpected(_ token: StyleToken) -> Stop {
    fault(token, "\(quoted(token)) cannot stand here")
  }

  mutating func report(classes: [String], at place: StylePlace) {
    sink.selector(classes: classes, at: place)
  }

  func text(of token: StyleToken) -> String { StyleText.string(tokens.bytes[token.range]) }

  func quoted(_ token: StyleToken) -> String {
    let bytes = tokens.bytes[token.range]
    return "'\(String(decoding: bytes.prefix(40), as: UTF8.self))'"
  }
}
