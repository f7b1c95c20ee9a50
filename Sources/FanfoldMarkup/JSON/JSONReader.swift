/// Why a text is no JSON.
package struct JSONError: Error, Sendable, Hashable {
  /// Lower case, no full stop.
  package let problem: String
  /// The byte at which that was seen, the first is 1.
  package let place: Int
}

/// Reads a JSON text (RFC 8259) as strictly as its grammar: a journal cut short must not pass for a whole one.
package struct JSONReader {
  private let bytes: [UInt8]
  private var place = 0
  private var depth = 0

  /// Deeper than anything that is asked of this program; a text of brackets must not use up the stack.
  private static let depthLimit = 64

  /// The value that the bytes are, white space around it or not.
  package static func read(_ bytes: [UInt8]) throws(JSONError) -> JSONValue {
    var reader = JSONReader(bytes: bytes)
    let value = try reader.value()
    reader.skipSpace()
    guard reader.place == bytes.count else { throw reader.error("more follows the value") }
    return value
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func value() throws(JSONError) -> JSONValue {
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .truth(true))
    case UInt8(ascii: "f"): return try word("false", .truth(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case nil: throw error("the text ends too early")
    default: return try number()
    }
  }

  private mutating func object() throws(JSONError) -> JSONValue {
    try descend()
    var members: [(String, JSONValue)] = []
    skipSpace()
    if take("}") { return ascend(.object([])) }
    repeat {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw error("a member's name is missing") }
      let name = try string()
      skipSpace()
      guard take(":") else { throw error("a ':' is missing") }
      members.append((name, try value()))
      skipSpace()
    } while take(",")
    guard take("}") else { throw error("a ',' or '}' is missing") }
    return ascend(.object(members))
  }

  private mutating func array() throws(JSONError) -> JSONValue {
    try descend()
    var values: [JSONValue] = []
    skipSpace()
    if take("]") { return ascend(.array([])) }
    repeat {
      values.append(try value())
      skipSpace()
    } while take(",")
    guard take("]") else { throw error("a ',' or ']' is missing") }
    return ascend(.array(values))
  }

  private mutating func string() throws(JSONError) -> String {
    place += 1
    var text: [UInt8] = []
    while true {
      let start = place
      while place < bytes.count, bytes[place] >= 0x20, bytes[place] != UInt8(ascii: "\""),
        bytes[place] != UInt8(ascii: "\\")
      {
        place += 1
      }
      text += bytes[start..<place]
      if take("\"") { break }
      guard take("\\") else {
        throw error(next == nil ? "a string has no end" : "a string holds a control character")
      }
      try escape(into: &text)
    }
    guard let string = String(validating: text, as: UTF8.self) else {
      throw error("a string is not UTF-8")
    }
    return string
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONError) {
    let plain: [UInt8: UInt8] = [
      UInt8(ascii: "\""): 0x22, UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "/"): 0x2F,
      UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): 0x0A,
      UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
    ]
    guard let letter = next else { throw error("a string has no end") }
    place += 1
    if let byte = plain[letter] {
      text.append(byte)
      return
    }
    guard letter == UInt8(ascii: "u") else { throw error("a string holds an unknown escape") }
    var code = try hexadecimal()
    if code & 0xFC00 == 0xD800 {
      guard take("\\"), take("u") else { throw error("half of a surrogate pair is missing") }
      let low = try hexadecimal()
      guard low & 0xFC00 == 0xDC00 else { throw error("half of a surrogate pair is missing") }
      code = 0x10000 + (code & 0x3FF) << 10 + low & 0x3FF
    }
    guard let scalar = Unicode.Scalar(code) else {
      throw error("half of a surrogate pair is missing")
    }
    text += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
  }

  private mutating func hexadecimal() throws(JSONError) -> UInt32 {
    let digits = bytes[place..<min(place + 4, bytes.count)]
    guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw error("four hexadecimal digits are missing") }
    place += 4
    return code
  }

  private mutating func number() throws(JSONError) -> JSONValue {
    let start = place
    _ = take("-")
    if !take("0") { try digits() }
    var isWhole = true
    if take(".") {
      isWhole = false
      try digits()
    }
    if take("e") || take("E") {
      isWhole = false
      if !take("+") { _ = take("-") }
      try digits()
    }
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    if isWhole, text != "-0", let number = Int(text) { return .number(number) }
    return .decimal(text)
  }

  private mutating func digits() throws(JSONError) {
    let start = place
    while let byte = next, (0x30...0x39).contains(byte) { place += 1 }
    guard place > start else { throw error("this is no value") }
  }

  private mutating func word(
    _ word: StaticString, _ value: JSONValue
  ) throws(JSONError) -> JSONValue {
    let letters = Array("\(word)".utf8)
    guard bytes[place...].starts(with: letters) else { throw error("this is no value") }
    place += letters.count
    return value
  }

  private mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: mark) else { return false }
    place += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || (0x09...0x0A).contains(byte) || byte == 0x0D {
      place += 1
    }
  }

  private mutating func descend() throws(JSONError) {
    guard depth < Self.depthLimit else { throw error("it is nested too deeply") }
    depth += 1
    place += 1
  }

  private mutating func ascend(_ value: JSONValue) -> JSONValue {
    depth -= 1
    return value
  }

  private func error(_ problem: String) -> JSONError {
    JSONError(problem: problem, place: place + 1)
  }
}
