/// Finds what no mark may be changed in: addresses, names of files, emoticons, thoughts in angle
/// brackets, and lines that are drawn or chatted.
struct ProtectedText {
  private let bytes: [UInt8]
  private var places: [Range<Int>] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The places in `bytes`, in order and without overlap.
  static func places(in bytes: [UInt8]) -> [Range<Int>] {
    var text = ProtectedText(bytes)
    var start = 0
    while start <= bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      text.addLine(start..<end)
      start = end + 1
    }
    return text.places
  }

  private mutating func addLine(_ line: Range<Int>) {
    if LineShape(bytes[line]).isNoProse {
      if !line.isEmpty { places.append(line) }
      return
    }
    var offset = line.lowerBound
    while offset < line.upperBound {
      let byte = bytes[offset]
      if byte <= 0x20 {
        offset += 1
      } else if byte == UInt8(ascii: "<"), let end = thoughtEnd(from: offset, in: line) {
        places.append(offset..<end)
        offset = end
      } else {
        offset = addToken(from: offset, in: line)
      }
    }
  }

  /// Where `<What now?>` ends; `nil` for a heart, an arrow and what has no end.
  private func thoughtEnd(from start: Int, in line: Range<Int>) -> Int? {
    let next = CharacterClass.at(start + 1, in: bytes).0
    guard next == .letter || next == .quote || next == .terminal else { return nil }
    guard let end = bytes[start..<line.upperBound].firstIndex(of: UInt8(ascii: ">")),
      CharacterClass.before(end, in: bytes).0 != .blank
    else { return nil }
    return end + 1
  }

  /// Takes what stands up to the next space, and tells where that is.
  private mutating func addToken(from start: Int, in line: Range<Int>) -> Int {
    var end = start
    var signs = Signs()
    let kinds = Self.kinds
    while end < line.upperBound, let kind = kinds[Int(bytes[end])] {
      signs.add(kind)
      end += 1
    }
    guard end > start else { return start + 1 }
    if let place = protectedPart(of: start..<end, signs) { places.append(place) }
    return end
  }

  private func protectedPart(of token: Range<Int>, _ signs: Signs) -> Range<Int>? {
    if signs.hasAddress {
      return core(of: token)
    }
    if signs.letters <= 4, signs.marks > 0, let place = Emoticon.place(in: bytes[token]) {
      return place
    }
    return nil
  }

  /// The token without what surrounds it in a sentence, when it is an address or the name of a file.
  private func core(of token: Range<Int>) -> Range<Int>? {
    var start = token.lowerBound
    var end = token.upperBound
    while start < end, Self.surrounds(bytes[start]) { start += 1 }
    while start < end, Self.surrounds(bytes[end - 1]) { end -= 1 }
    return Address.isOne(bytes[start..<end]) ? start..<end : nil
  }

  private static func surrounds(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "("), UInt8(ascii: ")"),
      UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "!"), UInt8(ascii: "?"),
      UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"):
      true
    default: false
    }
  }

  /// What a byte is to a token. It ends at spaces and at every character that is not ASCII: an
  /// address has none, and neither has an emoticon that could be changed.
  private enum Kind: UInt8 { case letter, mark, point, address }

  private static let kinds: [Kind?] = (0..<256).map { code in
    switch UInt8(code) {
    case 0...0x20, 0x80..., UInt8(ascii: "<"): nil
    case UInt8(ascii: "@"), UInt8(ascii: "/"), UInt8(ascii: "\\"): .address
    case UInt8(ascii: "."): .point
    case let byte: CharacterClass.of(byte).isWord ? .letter : .mark
    }
  }

  /// What a token has, counted as it is read.
  private struct Signs {
    var letters = 0
    var marks = 0
    var hasAddress = false

    mutating func add(_ kind: Kind) {
      if kind == .letter { letters += 1 } else { marks += 1 }
      if kind == .address || kind == .point && letters > 0 { hasAddress = true }
    }
  }
}
