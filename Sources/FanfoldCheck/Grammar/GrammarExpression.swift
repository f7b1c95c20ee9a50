/// Parses one expression of the notation that ``GrammarReader`` describes.
struct GrammarExpression {
  typealias Text = GrammarReader.Text

  private let source: Text
  private var position: Int

  init(_ source: Text) {
    self.source = source
    position = source.startIndex
  }

  mutating func pattern(_ reader: inout GrammarReader) throws(GrammarError) -> Pattern {
    let pattern = try choice(&reader)
    guard next == nil else {
      throw GrammarError(problem: "cannot read '\(source[position...].prefix(40).string)'")
    }
    return pattern
  }

  /// The next byte that is no white space.
  private var next: UInt8? {
    mutating get {
      while position < source.endIndex, Datatype.isSpace(source[position]) {
        position += 1
      }
      return position < source.endIndex ? source[position] : nil
    }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func choice(_ reader: inout GrammarReader) throws(GrammarError) -> Pattern {
    var found = [try interleave(&reader)]
    while take("|") { found.append(try interleave(&reader)) }
    return found.count == 1 ? found[0] : reader.table.choice(found)
  }

  private mutating func interleave(_ reader: inout GrammarReader) throws(GrammarError) -> Pattern {
    var found = try group(&reader)
    while take("&") {
      let other = try group(&reader)
      found = reader.table.interleave(found, other)
    }
    return found
  }

  private mutating func group(_ reader: inout GrammarReader) throws(GrammarError) -> Pattern {
    var items: [Pattern] = []
    while let byte = next, !")|&".utf8.contains(byte) {
      if take(",") { continue }
      items.append(try repeated(&reader))
    }
    var found = Pattern.empty
    for item in items.reversed() { found = reader.table.group(item, found) }
    return found
  }

  private mutating func repeated(_ reader: inout GrammarReader) throws(GrammarError) -> Pattern {
    let item = try atom(&reader)
    if take("*") { return reader.table.zeroOrMore(item) }
    if take("+") { return reader.table.oneOrMore(item) }
    if take("?") { return reader.table.optional(item) }
    return item
  }

  private mutating func atom(_ reader: inout GrammarReader) throws(GrammarError) -> Pattern {
    if take("(") {
      let inner = try choice(&reader)
      guard take(")") else {
        throw GrammarError(problem: "no ')' in '\(source.prefix(60).string)'")
      }
      return inner
    }
    if take("[") { return try attributes(&reader) }
    if take("{") { return try reader.type(word(until: "}")) }
    if take("$") { return try reader.definition(word()) }
    let name = word()
    if let constant = Self.constant(name) { return constant }
    guard !name.isEmpty else {
      throw GrammarError(problem: "cannot read '\(source[position...].prefix(40).string)'")
    }
    return try reader.element(name)
  }

  private static func constant(_ word: Text) -> Pattern? {
    switch word.count {
    case 4 where word.elementsEqual("text".utf8): .text
    case 4 where word.elementsEqual("none".utf8): .notAllowed
    case 5 where word.elementsEqual("empty".utf8): .empty
    default: nil
    }
  }

  /// Up to white space or an operator.
  private mutating func word() -> Text {
    let start = position
    while position < source.endIndex, !Self.endsWord(source[position]) { position += 1 }
    return source[start..<position]
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    switch Unicode.Scalar(byte) {
    case " ", "\n", "\t", "\r", "(", ")", "[", "]", "{", "}", "|", "&", ",", "*", "+", "?", "$":
      true
    default: false
    }
  }

  private mutating func word(until mark: Unicode.Scalar) -> Text {
    let end = source[position...].firstIndex(of: UInt8(ascii: mark)) ?? source.endIndex
    defer { position = min(end + 1, source.endIndex) }
    return source[position..<end]
  }

  // MARK: Attributes

  private mutating func attributes(
    _ reader: inout GrammarReader
  ) throws(GrammarError) -> Pattern {
    var set = AttributeSet()
    var others: [Pattern] = []
    while let byte = next, byte != UInt8(ascii: "]") {
      let end =
        source[position...].firstIndex { Datatype.isSpace($0) || $0 == UInt8(ascii: "]") }
        ?? source.endIndex
      let item = source[position..<end]
      position = end
      if byte == UInt8(ascii: "@") {
        others.append(try reader.definition(item.dropFirst()))
      } else {
        try add(item, to: &set, &others, &reader)
      }
    }
    guard take("]") else { throw GrammarError(problem: "no ']' in '\(source.prefix(60).string)'") }
    var found = reader.table.attributes(set)
    for other in others { found = reader.table.group(found, other) }
    return found
  }

  /// Adds `name`, `name!`, `name=type` or `name!=type`; `p:*` and `*-p` are wildcards.
  private func add(
    _ item: Text, to set: inout AttributeSet, _ required: inout [Pattern],
    _ reader: inout GrammarReader
  ) throws(GrammarError) {
    let equals = item.firstIndex(of: UInt8(ascii: "="))
    var name = item[..<(equals ?? item.endIndex)]
    let isRequired = name.last == UInt8(ascii: "!")
    if isRequired { name.removeLast() }
    let value = try value(equals.map { item[($0 + 1)...] }, of: name, &reader)
    if name.contains(UInt8(ascii: "*")) {
      switch try reader.wildcard(name) {
      case .namespace(let number, _):
        set.wildcards.append(.init(namespace: number, except: [], value: value))
      case .any(let except):
        set.wildcards.append(.init(namespace: nil, except: except, value: value))
      case .name, .oneOf: break
      }
      return
    }
    let number = try reader.name(name, isAttribute: true)
    if isRequired {
      required.append(reader.table.attribute(.name(number), value))
    } else {
      set.set(number, value)
    }
  }

  /// `flag` is HTML's boolean attribute: empty, or the attribute's own name.
  private func value(
    _ type: Text?, of name: Text, _ reader: inout GrammarReader
  ) throws(GrammarError) -> Pattern {
    guard let type else { return .text }
    return try reader.type(type.elementsEqual("flag".utf8) ? "~|".utf8 + name : type)
  }
}
