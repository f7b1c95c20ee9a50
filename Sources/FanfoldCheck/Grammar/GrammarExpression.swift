/// Parses one expression of the notation that ``GrammarReader`` describes.
struct GrammarExpression {
  private let source: Substring.UTF8View
  private let whole: Substring
  private var position: Substring.Index

  init(_ source: Substring) {
    whole = source
    self.source = source.utf8
    position = source.startIndex
  }

  mutating func pattern(_ reader: inout GrammarReader) throws(GrammarError) -> Pattern {
    let pattern = try choice(&reader)
    guard next == nil else {
      throw GrammarError(problem: "cannot read '\(whole[position...].prefix(40))'")
    }
    return pattern
  }

  /// The next byte that is no white space.
  private var next: UInt8? {
    mutating get {
      while position < source.endIndex, Datatype.isSpace(source[position]) {
        position = source.index(after: position)
      }
      return position < source.endIndex ? source[position] : nil
    }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    position = source.index(after: position)
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
      guard take(")") else { throw GrammarError(problem: "no ')' in '\(whole.prefix(60))'") }
      return inner
    }
    if take("[") { return try attributes(&reader) }
    if take("{") { return try reader.type(word(until: "}")) }
    if take("$") { return try reader.definition(word()) }
    let name = word()
    switch name {
    case "text": return .text
    case "empty": return .empty
    case "none": return .notAllowed
    case "": throw GrammarError(problem: "cannot read '\(whole[position...].prefix(40))'")
    default: return try reader.element(name)
    }
  }

  /// Up to white space or an operator.
  private mutating func word() -> Substring {
    let end =
      source[position...].firstIndex { Datatype.isSpace($0) || "()[]{}|&,*+?$".utf8.contains($0) }
      ?? source.endIndex
    defer { position = end }
    return whole[position..<end]
  }

  private mutating func word(until mark: Unicode.Scalar) -> Substring {
    let end = source[position...].firstIndex(of: UInt8(ascii: mark)) ?? source.endIndex
    defer { position = end < source.endIndex ? source.index(after: end) : end }
    return whole[position..<end]
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
      let item = whole[position..<end]
      position = end
      if byte == UInt8(ascii: "@") {
        others.append(try reader.definition(item.dropFirst()))
      } else {
        try add(item, to: &set, &others, &reader)
      }
    }
    guard take("]") else { throw GrammarError(problem: "no ']' in '\(whole.prefix(60))'") }
    var found = reader.table.attributes(set)
    for other in others { found = reader.table.group(found, other) }
    return found
  }

  /// Adds `name`, `name!`, `name=type` or `name!=type`; `p:*` and `*-p` are wildcards.
  private func add(
    _ item: Substring, to set: inout AttributeSet, _ required: inout [Pattern],
    _ reader: inout GrammarReader
  ) throws(GrammarError) {
    let equals = item.firstIndex(of: "=")
    var name = item[..<(equals ?? item.endIndex)]
    let isRequired = name.hasSuffix("!")
    if isRequired { name = name.dropLast() }
    let value = try value(equals.map { item[item.index(after: $0)...] }, of: name, &reader)
    if name.contains("*") {
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
      set.values[number.index] = value
    }
  }

  /// `flag` is HTML's boolean attribute: empty, or the attribute's own name.
  private func value(
    _ type: Substring?, of name: Substring, _ reader: inout GrammarReader
  ) throws(GrammarError) -> Pattern {
    guard let type else { return .text }
    return try reader.type(type == "flag" ? "~|" + name : type)
  }
}
