import FanfoldReading
import FanfoldStory
import Testing

@Suite("Marks of emphasis")
struct EmphasisTests {
  @Test(
    "balanced marks around words",
    arguments: [
      (
        "She was *not* amused.",
        [Inline.text("She was "), .emphasis([.text("not")]), .text(" amused.")]
      ),
      (
        "_Never again,_ she thought.", [.emphasis([.text("Never again,")]), .text(" she thought.")]
      ),
      (
        "aboard the /Nile/, then",
        [.text("aboard the "), .emphasis([.text("Nile")]), .text(", then")]
      ),
      ("It was **over**.", [.text("It was "), .strong([.text("over")]), .text(".")]),
      (
        "It was ***over***.", [.text("It was "), .strong([.emphasis([.text("over")])]), .text(".")]
      ),
      ("\"*You*,\" he said.", [.text("\""), .emphasis([.text("You")]), .text(",\" he said.")]),
    ])
  func marks(line: String, inlines: [Inline]) throws {
    let story = try read("Chapter 1\n\n\(prose(1))\n\n\(line)\n\n\(prose(1))").story
    #expect(story.chapters[0].blocks[1].content == .paragraph(inlines))
  }

  @Test(
    "signs that mark nothing stay",
    arguments: [
      "5*3 is 15 and 2 * 4 is 8", "and/or, either/or", "* Why * not? *", "a footnote* and no more",
      "see http://a.example/b_c_d/e",
      "snake_case_name", "<What?> she thought, <3", "12/24/1999 and 1/2", "the *first of many",
      "* a bullet",
    ])
  func plain(line: String) throws {
    let story = try read("Chapter 1\n\n\(prose(1))\n\n\(line)\n\n\(prose(1))").story
    #expect(story.chapters[0].blocks[1].content == .paragraph([.text(line)]))
  }
}
