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

  var tokens: StyleTokenizer
  private var blocks: [Block] = []
  /// The last token that meant something: there EPUBCheck sees the end of what ends too early.
  var last = StyleToken(kind: .end, range: 0..<0, place: StylePlace())
  private var isAttribute = false
  var sink: Sink

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
      let token = try nextInBlock()
      if token.isCharacter("}") {
        closeBlock()
      } else if block.hasRules {
        try parseStatement(token)
      } else {
        try parseRecovering(token)
      }
    }
  }

  /// EPUBCheck sees the end of an outermost rule where the sheet ends in its block.
  private mutating func nextInBlock() throws(Stop) -> StyleToken {
    do throws(Stop) { return try next() } catch {
      if blocks.count == 1 { closeBlock() }
      throw error
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
          if blocks.isEmpty { sink.endRule(rule) }
          throw ended()
        }
        last = token
        if token.isCharacter(";") {
          sink.startRule(name, prelude, at: keyword.place)
          if sink.isGivenUp { throw Stop.end }
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
    if sink.isGivenUp { throw .end }
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
      if depth == 0, token.isCharacter("}") || token.isCharacter(";") { return }
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
        guard value.count > 0 || text(of: name).hasPrefix("--") else {
          throw fault(token, "a value was expected where there is \(quoted(token))")
        }
        break
      }
      if token.kind == .important, value.count > 0 || !endsDeclaration() { continue }
      try parseComponent(token, into: &value)
    }
    sink.declaration(text(of: name).lowercased(), value, at: name.place)
    if !isAttribute, last.isCharacter("}") { closeBlock() }
  }

  /// Whether nothing of a value comes.
  private func endsDeclaration() -> Bool {
    var ahead = tokens
    while true {
      let token = ahead.next()
      if token.kind == .blank || token.kind == .comment { continue }
      return token.kind == .end || token.isCharacter(";") || token.isCharacter("}")
    }
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
