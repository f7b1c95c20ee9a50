/// Reads the text of a ``Selector``.
struct SelectorParser {
  private let bytes: [UInt8]
  private var index = 0

  init(_ source: String) {
    bytes = Array(source.utf8)
  }

  mutating func paths() throws(SelectorError) -> [Selector.Path] {
    var paths = [try path()]
    while take(",") { paths.append(try path()) }
    guard index == bytes.count else { throw error("unexpected character") }
    return paths
  }

  private mutating func path() throws(SelectorError) -> Selector.Path {
    skipBlanks()
    var path = Selector.Path(target: try compound())
    while true {
      let isSeparated = skipBlanks()
      let isChild = take(">")
      if isChild { skipBlanks() }
      guard isChild || (isSeparated && index < bytes.count && bytes[index] != UInt8(ascii: ","))
      else { return path }
      let outer = path.target
      path.target = try compound()
      path.outer.insert((isChild ? .child : .descendant, outer), at: 0)
    }
  }

  private mutating func compound() throws(SelectorError) -> Selector.Compound {
    let start = index
    var compound = Selector.Compound()
    if !take("*"), index < bytes.count, isNameByte(bytes[index]) {
      compound.type = try name()
      compound.lowerType = compound.type?.lowercased()
    }
    while true {
      if take("#") {
        compound.conditions.append(condition("id", .equals, try name()))
      } else if take(".") {
        compound.conditions.append(condition("class", .hasWord, try name()))
      } else if take("[") {
        compound.conditions.append(try attribute())
      } else {
        break
      }
    }
    guard index > start else { throw error("a type, '#', '.' or '[' is missing") }
    return compound
  }

  private mutating func attribute() throws(SelectorError) -> Selector.Condition {
    skipBlanks()
    let attribute = try name()
    skipBlanks()
    if take("]") { return condition(attribute, .exists, "") }
    let test: Selector.Test =
      take("^")
      ? .begins : take("$") ? .ends : take("*") ? .contains : take("~") ? .hasWord : .equals
    guard take("=") else { throw error("'=' is missing") }
    skipBlanks()
    let value = try value()
    skipBlanks()
    guard take("]") else { throw error("']' is missing") }
    return condition(attribute, test, value)
  }

  private mutating func value() throws(SelectorError) -> String {
    guard index < bytes.count else { throw error("a value is missing") }
    let quote = bytes[index]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return try name() }
    guard let end = bytes[(index + 1)...].firstIndex(of: quote) else {
      throw error("a quotation mark is missing")
    }
    defer { index = end + 1 }
    return String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
  }

  private mutating func name() throws(SelectorError) -> String {
    let start = index
    while index < bytes.count, isNameByte(bytes[index]) { index += 1 }
    guard index > start else { throw error("a name is missing") }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private func condition(
    _ attribute: String, _ test: Selector.Test, _ value: String
  ) -> Selector.Condition {
    let local = attribute.split(separator: ":").last.map { String($0) } ?? ""
    return Selector.Condition(
      attribute: attribute, local: local, test: test, value: Array(value.utf8))
  }

  /// Names may hold a colon, for `epub:type`: there are no pseudo-classes here.
  private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: ":"), 0x80...:
      true
    default: false
    }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  @discardableResult
  private mutating func skipBlanks() -> Bool {
    let start = index
    while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
    return index > start
  }

  private func error(_ problem: String) -> SelectorError {
    SelectorError(offset: index, problem: problem)
  }
}
