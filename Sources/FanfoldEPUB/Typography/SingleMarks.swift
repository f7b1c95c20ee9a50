internal import FanfoldMarkup

/// Where the single marks of a paragraph could open or close something, found beforehand: whether
/// `'` before a word opens a quotation depends on whether anything closes it.
struct SingleMarks {
  /// A place where a quotation could end. A weak one is as likely an apostrophe: "the boys' ",
  /// "walkin' ".
  struct End {
    var offset: Int
    var isWeak: Bool
  }

  private var begins: [Int] = []
  private var ends: [End] = []

  init(_ bytes: [UInt8]) {
    var offset = -1
    while true {
      offset = EightBytes.next(bytes.span, from: offset + 1) { $0.equal(to: 0x27) | $0.wide }
      guard offset < bytes.count else { return }
      guard Self.isSingle(at: offset, in: bytes) else { continue }
      let before = Self.outer(before: offset, in: bytes)
      let after = CharacterClass.at(offset + Self.length(at: offset, in: bytes), in: bytes).0
      if after.isWord {
        if !before.isWord, before != .terminal, before != .closer { begins.append(offset) }
      } else if before != .blank, before != .opener {
        ends.append(End(offset: offset, isWeak: Self.isWeak(at: offset, in: bytes)))
      }
    }
  }

  /// Whether a quotation that opened at `offset` could be closed.
  func hasEnd(after offset: Int) -> Bool {
    (ends.last?.offset ?? -1) > offset
  }

  /// Whether, before anything else could open, there is an end of which there is no doubt.
  func hasSureEnd(after offset: Int) -> Bool {
    let next = begins.partition { $0 > offset }
    let limit = next < begins.count ? begins[next] : Int.max
    var index = ends.partition { $0.offset > offset }
    // Weak ends are few; only so many are looked over.
    let last = index + 8
    while index < min(ends.count, last), ends[index].offset < limit {
      if !ends[index].isWeak { return true }
      index += 1
    }
    return false
  }

  /// Whether what stands before the mark is apt to have an apostrophe at its end.
  func isWeak(at offset: Int) -> Bool {
    let index = ends.partition { $0.offset >= offset }
    return index < ends.count && ends[index].offset == offset && ends[index].isWeak
  }

  private static func isSingle(at offset: Int, in bytes: [UInt8]) -> Bool {
    switch bytes[offset] {
    case UInt8(ascii: "'"): true
    case 0xE2: offset + 2 < bytes.count && bytes[offset + 1] == 0x80 && bytes[offset + 2] == 0x99
    default: false
    }
  }

  private static func length(at offset: Int, in bytes: [UInt8]) -> Int {
    bytes[offset] == 0xE2 ? 3 : 1
  }

  /// The class of what stands before the mark, a double mark beside it left out.
  private static func outer(before offset: Int, in bytes: [UInt8]) -> CharacterClass {
    let (nearest, length) = CharacterClass.before(offset, in: bytes)
    guard nearest == .quote else { return nearest }
    return CharacterClass.before(offset - length, in: bytes).0
  }

  private static func isWeak(at offset: Int, in bytes: [UInt8]) -> Bool {
    guard offset > 0 else { return true }
    switch bytes[offset - 1] | 0x20 {
    case UInt8(ascii: "s"), UInt8(ascii: "n"), UInt8(ascii: "z"), UInt8(ascii: "x"),
      UInt8(ascii: "o"):
      return true
    default: return false
    }
  }
}
