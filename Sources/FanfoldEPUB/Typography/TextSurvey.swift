internal import FanfoldMarkup
internal import FanfoldStory

/// What a story's text has throughout, looked at once before anything is changed: the author's own
/// ways go before the usual ones.
struct TextSurvey {
  /// How often each mark beyond ASCII stands in the text, by its last byte: those of U+2018…U+203A,
  /// then `«` and `»`.
  private var marks = [Int](repeating: 0, count: 256)
  private var doubles = 0
  private var singles = 0
  private var twins = 0
  private var isAtLineBegin = true

  mutating func add(_ text: String) {
    let bytes = text.utf8Span.span
    var index = 0
    while index < bytes.count {
      if isAtLineBegin {
        while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
        guard index < bytes.count else { return }
        isAtLineBegin = false
        addBeginning(bytes.extracting(droppingFirst: index))
      }
      index = Self.next(bytes, from: index)
      guard index < bytes.count else { return }
      switch bytes[index] {
      case UInt8(ascii: "\n"): isAtLineBegin = true
      case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80:
        marks[Int(bytes[index + 2])] += 1
        index += 2
      case 0xC2 where index + 1 < bytes.count && bytes[index + 1] & 0xEF == 0xAB:
        marks[Int(bytes[index + 1])] += 1
        index += 1
      default: break
      }
      index += 1
    }
  }

  /// The next place with a line end or a character beyond ASCII.
  private static func next(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var index = EightBytes.next(bytes, from: start) { $0.wide | $0.equal(to: 0x0A) }
    while index < bytes.count, bytes[index] < 0x80, bytes[index] != 0x0A { index += 1 }
    return index
  }

  private mutating func addBeginning(_ line: Span<UInt8>) {
    switch line[0] {
    case UInt8(ascii: "\""): doubles += 1
    case UInt8(ascii: "'"), UInt8(ascii: "`"):
      if line.count > 1, line[1] == line[0] { twins += 1 } else { singles += 1 }
    case 0xC2 where line.count > 1 && line[1] & 0xEF == 0xAB: doubles += 1
    case 0xE2 where line.count > 2 && line[1] == 0x80:
      switch line[2] {
      case 0x9C...0x9F: doubles += 1
      case 0x98, 0x9A, 0xB9, 0xBA: singles += 1
      default: break
      }
    default: break
    }
  }

  /// Whether speech has single marks outside, as British publishers set it.
  var isSinglePrimary: Bool { singles > 2 && singles > 4 * (doubles + twins) }

  /// Whether two single marks stand for a double one.
  var hasTwins: Bool { twins > 2 && twins > 4 * singles }

  /// Which of a language's styles the text has most of already; the usual one when it has none.
  func style(of styles: [QuoteStyle]) -> QuoteStyle {
    var best = styles[0]
    var most = 0
    for style in styles {
      let found = count(style.open) + (style.close == style.open ? 0 : count(style.close))
      if found > most {
        best = style
        most = found
      }
    }
    return best
  }

  private func count(_ mark: String) -> Int {
    mark.utf8.last.map { marks[Int($0)] } ?? 0
  }
}
