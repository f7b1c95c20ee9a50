internal import FanfoldMarkup
internal import FanfoldStory

/// A line with the name of the speaker before what is said: `Ron: Never.`, `[12:34] phoneboy88: hi`, `<nick> hi`.
struct SpeechLine {
  /// The speaker's name.
  let speaker: ArraySlice<UInt8>
  /// Whether the time stands before it, or brackets around it, as in no list of facts.
  let isChat: Bool
  /// How many bytes time, name and colon take.
  let labelCount: Int

  /// `nil` for a line of another kind.
  init?(_ text: String) {
    let line = Array(text.utf8.prefix(Self.longest))
    var rest = line[...]
    let isTimed = ChatLine.dropTime(&rest)
    if rest.first == UInt8(ascii: "<") {
      let name = rest.dropFirst().prefix { $0 != UInt8(ascii: ">") }
      guard (1...24).contains(name.count), rest.dropFirst(name.count + 1).first != nil else {
        return nil
      }
      self.init(name, end: name.endIndex + 1, isChat: true)
    } else {
      let name = rest.prefix { $0 != UInt8(ascii: ":") }
      guard rest.dropFirst(name.count).first != nil, Self.isName(name) else { return nil }
      self.init(name, end: name.endIndex + 1, isChat: isTimed)
    }
    // What is said follows after a blank, or in marks of its own.
    guard labelCount >= line.count || line[labelCount] == 0x20 || line[labelCount] == 0xC2 else {
      return nil
    }
  }

  private init(_ speaker: ArraySlice<UInt8>, end: Int, isChat: Bool) {
    self.speaker = speaker
    self.isChat = isChat
    labelCount = end
  }

  /// The most that a time, a name and a colon take.
  fileprivate static let longest = 64

  /// Whether a colon or a bracket stands where that of a label would.
  fileprivate static func mayHaveLabel(_ text: String) -> Bool {
    let bytes = text.utf8Span.span
    let head = 0..<min(bytes.count, longest)
    return EightBytes.contains(UInt8(ascii: ":"), bytes, head)
      || EightBytes.contains(UInt8(ascii: ">"), bytes, head)
  }

  /// Up to three words with nothing in them that ends a phrase.
  private static func isName(_ name: ArraySlice<UInt8>) -> Bool {
    guard (1...32).contains(name.count), let first = name.first, name.last != 0x20,
      first >= 0x80 || CharacterClass.of(first).isWord || first == UInt8(ascii: "@"),
      name.count(where: { $0 == 0x20 }) <= 2
    else { return false }
    return name.allSatisfy { byte in
      byte >= 0x80 || byte == 0x20 || CharacterClass.of(byte).isWord || Self.signs.contains(byte)
    }
  }

  private static let signs = Array("_.'-@&#!()".utf8)
}

extension [Inline] {
  /// The line's speaker, the name plain or in marks of its own: **Ron:** Never.
  var speech: SpeechLine? {
    guard let opening = openingRun else { return nil }
    if SpeechLine.mayHaveLabel(opening) { return SpeechLine(opening) }
    // "**Ron**: Never."
    guard count > 1, opening.utf8.count <= 32, case .text(let next) = self[1],
      next.utf8.first == UInt8(ascii: ":")
    else { return nil }
    return SpeechLine(opening + next.prefix(2))
  }
}
