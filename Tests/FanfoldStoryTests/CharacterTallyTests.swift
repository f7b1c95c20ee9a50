import FanfoldStory
import Testing

@Suite("The tally of characters")
struct CharacterTallyTests {
  @Test(
    "does not count white space of any kind",
    arguments: [
      " ", "\t", "\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{A0}", "\u{1680}", "\u{2003}",
      "\u{2028}",
      "\u{2029}", "\u{202F}", "\u{205F}", "\u{3000}",
    ])
  func blank(space: String) {
    #expect(tally("a\(space)b") == tally("ab"))
  }

  @Test(
    "counts every other character", arguments: ["-", "é", "—", "…", "一", "🙂", "\u{200B}", "\u{1A}"])
  func counted(character: String) {
    #expect(tally("a\(character)b") != tally("ab"))
    #expect(tally(character).count == character.utf8.count)
  }

  @Test("does not mind the order and the pieces")
  func order() {
    var pieces = tally("Once upon a time")
    pieces.add(tally("there was"))
    #expect(pieces == tally("there was Once upon a time"))
  }

  @Test("counts a long text as its pieces, wherever they are cut", arguments: [1, 7, 8, 4099])
  func long(repetitions: Int) {
    let piece = "A naïve\u{A0}lamp, 一 lamp;\tand another…\r\n"
    var pieces = CharacterTally()
    for _ in 0..<repetitions { pieces.add(tally(piece)) }
    #expect(tally(String(repeating: piece, count: repetitions)) == pieces)
    #expect(pieces.count == 33 * repetitions)
  }

  @Test("tells one character from another")
  func changed() {
    #expect(tally("naïve") != tally("naive"))
    #expect(tally("ab") != tally("ac"))
  }

  private func tally(_ text: String) -> CharacterTally {
    var tally = CharacterTally()
    tally.add(text)
    return tally
  }
}
