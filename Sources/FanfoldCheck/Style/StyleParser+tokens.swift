/// How the parser reads tokens, and what it says of those that are not as they should be.
extension StyleParser {
  /// The next token, whatever it is.
  mutating func read() -> StyleToken {
    let token = tokens.next()
    if let fault = tokens.fault { sink.fault(fault.words, at: fault.place) }
    if tokens.lacksURL { sink.giveUp() }
    return token
  }

  /// The next token that is no blank and no comment.
  mutating func readMeaningful() -> StyleToken {
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
  mutating func skip(to isMeant: (StyleToken) -> Bool) throws(Stop) {
    while true {
      let token = read()
      if token.kind == .end { throw ended() }
      if isMeant(token) { return last = token }
    }
  }

  mutating func ended() -> Stop {
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
