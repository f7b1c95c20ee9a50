import FanfoldStory
import Testing

@Suite("Words are counted")
struct WordCountTests {
  @Test(
    "as word processors count them",
    arguments: [
      ("", 0), ("   ", 0), ("* * *", 0), ("one", 1), (" one  two\tthree ", 3),
      ("don't stop-gap him.", 3), ("3 o'clock (sharp)", 3), ("-- well --", 1),
      ("Zoë at the café", 4), ("wait—what", 2), ("no\u{A0}break", 2), ("雨が降る", 4),
      ("rain 雨 rain", 3),
      ("well known words of more than eight bytes, and a few more", 12),
    ])
  func words(text: String, count: Int) {
    #expect(Chapter(blocks: [Block(.paragraph([.text(text)]))]).wordCount == count)
  }

  @Test("and go on from one run of text to the next, but not from one paragraph to the next")
  func runs() {
    let runs: [Inline] = [.text("un"), .emphasis([.text("believ")]), .text("able, he said")]
    let paragraph = Block(.paragraph(runs))
    #expect(Chapter(blocks: [paragraph, paragraph]).wordCount == 6)
  }
}
