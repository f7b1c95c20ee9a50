import FanfoldReading
import FanfoldStory
import Testing

/// Glyphs that were seen between scenes, and lines that other converters take for what they are not.
@Suite("Rows of signs")
struct BreakLookalikeTests {
  @Test(
    "each glyph that was seen is one break",
    arguments: [
      "* * * *", "- - -", "----------------…-- --", "... ... ... ... ... ... ... ...",
      "SGSGSG", "TWTWTW", "xoxoxo", "-x-", "~*~*~", "===", "~~~~~~~", "o.O.o", "xxx", "XXX",
      "oOoOoOo",
      "OoOoO", "<>", "//////", "\\\\\\\\\\", "^^^^^", "@@@@", "%%%%", "$$$$", "|||||", "••••",
      "· · ·", "° ° °", "∞", "♥", "♡♡♡", "★★★", "☆", "◇", "◆", "※ ※ ※", "❦", "☙", "⁂", "§ § §",
      "＊　＊　＊", "――――", "———",
      "[scene break]", "(page break)", "~Page Break~", "*scene change*", "-time skip-",
      "[linebreak]",
      "{line break}", "<break>", "~*~ LINE BREAK ~*~", "*~*scene break*~*", "--Time Skip--",
      "[insert line break here]", "xXx Page Break xXx",
    ])
  func seen(mark: String) throws {
    let story = try read("A Title\n\n\(prose(2))\n\n\(mark)\n\n\(prose(2))").story
    #expect(story.sceneBreaks == 1)
    #expect(story.body.count == 5)
  }

  @Test(
    "emphasis, dialogue and sums are none",
    arguments: [
      "° Zwinker °", "*Wow*", "_No._", "**Bang!**", "'...'", "\"---\"", "?!", "!!!", "...!", "xD",
      ":)",
      ":-)", "^_^", "<3", "O.o", "1 + 1 = 2", "10-4", "$100", "50%", "A", "X marks the spot",
      "Oooh",
      "Ohhh!", "Hahaha", "Hmmm", "No no no", "Ho ho ho", "Ooooooh", "(beat)", "[static]",
    ])
  func text(line: String) throws {
    let story = try read("A Title\n\n\(prose(2))\n\n\(line)\n\n\(prose(2))").story
    #expect(story.sceneBreaks == 0)
    #expect(story.body.count == 5)
  }

  @Test(
    "lines that begin with a chapter's word and go on as a sentence are text",
    arguments: [
      "Part of him knew", "Part of me wanted to stay.", "Chapter and verse, she quoted it.",
      "Book in hand, he left.", "Section by section they searched", "Act now, think later",
      "Prologue to a kiss, he thought, and kissed her.", "Volume was the problem.",
      "One day he would leave.", "Ten minutes passed.", "Two.", "I am leaving.", "V for victory",
      "Day one of the rest of his life had begun badly.", "Letter in hand, she waited.",
      "Interlude over, they went back.", "1984 was a bad year.", "3 men and a dog", "X",
      "Scene of the crime", "Epilogue it was not.",
    ])
  func chapters(line: String) throws {
    let story = try read("A Title\n\n\(prose(2))\n\n\(line)\n\n\(prose(2))").story
    #expect(story.headings == [nil])
    #expect(story.body.count == 5)
  }

  @Test(
    "numbered lists are no chapters",
    arguments: [
      ["1. Milk", "2. Eggs", "3. Bread"], ["1) Milk", "2) Eggs", "3) Bread"],
      ["I. Milk", "II. Eggs", "III. Bread"],
    ])
  func lists(items: [String]) throws {
    let together = items.joined(separator: "\n")
    let apart = items.joined(separator: "\n\n")
    for list in [together, apart] {
      let story = try read("A Title\n\n\(prose(3))\n\n\(list)\n\n\(prose(3))").story
      #expect(story.headings == [nil])
    }
  }
}
