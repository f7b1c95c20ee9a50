/// One piece of an RTF file (RTF 1.9.1, "RTF Syntax").
enum RTFToken: Equatable {
  case open, close
  /// A control word with its number, `\fs24`.
  case word(String, Int?)
  /// A control symbol, `\~`.
  case symbol(UInt8)
  /// A byte written in hexadecimal, `\'e9`.
  case hex(UInt8)
  case byte(UInt8)
}

/// Cuts an RTF file into its pieces.
struct RTFTokenizer {
  private let bytes: [UInt8]
  /// Where the next piece begins.
  private(set) var offset = 0
  /// The line of the file, from 1.
  private(set) var line = 1

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// What is wrong, and where.
  struct Failure: Error, Equatable {
    var offset: Int
    var line: Int
    var problem: String
  }

  /// The next piece; `nil` at the end of the file. Ends of lines between pieces mean nothing.
  mutating func next() throws(Failure) -> RTFToken? {
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      switch byte {
      case UInt8(ascii: "{"): return .open
      case UInt8(ascii: "}"): return .close
      case UInt8(ascii: "\\"): return try control()
      case 0x0A: line += 1
      case 0x0D, 0x00: continue
      default: return .byte(byte)
      }
    }
    return nil
  }

  private mutating func control() throws(Failure) -> RTFToken {
    guard offset < bytes.count else { throw failure("a control word") }
    let byte = bytes[offset]
    guard Self.isLetter(byte) else {
      offset += 1
      if byte == UInt8(ascii: "'") { return try hexadecimal() }
      if byte == 0x0A { line += 1 }
      return byte == 0x0A || byte == 0x0D ? .word("par", nil) : .symbol(byte)
    }
    let start = offset
    while offset < bytes.count, offset - start < 32, Self.isLetter(bytes[offset]) { offset += 1 }
    let word = String(decoding: bytes[start..<offset], as: UTF8.self)
    let parameter = number()
    if offset < bytes.count, bytes[offset] == 0x20 { offset += 1 }
    if word == "bin", let parameter, parameter > 0 { try skip(parameter) }
    return .word(word, parameter)
  }

  private mutating func number() -> Int? {
    var ahead = offset
    let isNegative = ahead < bytes.count && bytes[ahead] == UInt8(ascii: "-")
    if isNegative { ahead += 1 }
    var value = 0
    let start = ahead
    while ahead < bytes.count, ahead - start < 10, (0x30...0x39).contains(bytes[ahead]) {
      value = value * 10 + Int(bytes[ahead] - 0x30)
      ahead += 1
    }
    guard ahead > start else { return nil }
    offset = ahead
    return isNegative ? -value : value
  }

  private mutating func hexadecimal() throws(Failure) -> RTFToken {
    guard offset + 1 < bytes.count else { throw failure("a character's number") }
    guard let high = Self.digit(bytes[offset]), let low = Self.digit(bytes[offset + 1]) else {
      return .symbol(UInt8(ascii: "'"))
    }
    offset += 2
    return .hex(high << 4 | low)
  }

  /// Passes over the bytes of a picture.
  private mutating func skip(_ count: Int) throws(Failure) {
    guard count <= bytes.count - offset else { throw failure("\(count) bytes of data") }
    offset += count
  }

  private func failure(_ what: String) -> Failure {
    Failure(offset: offset, line: line, problem: "the file ends within \(what)")
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46, 0x61...0x66: (byte | 0x20) - 0x57
    default: nil
    }
  }
}
