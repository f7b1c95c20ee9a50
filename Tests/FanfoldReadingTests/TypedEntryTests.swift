import FanfoldReading
import FanfoldStory
import Testing

@Suite("Text typed with a few tags")
struct TypedEntryTests {
  private static let paragraphs = [
    "Mara waits by the <i>window</i> until the kettle screams, and nobody has come up the stairs.",
    "\"He said <i>Tuesday</i>,\" says Tom from the floor, and he does not look up. <3",
    "In the morning there were tracks in the yard, and <b>nobody</b> said a word about them.",
  ]

  @Test(
    "is read as its readers saw it, in tags of HTML and of forums",
    arguments: ["<", "["], ["\n\n", "\n", "\n     "])
  func entry(bracket: String, gap: String) throws {
    let body = Self.paragraphs.map { paragraph in
      bracket == "<"
        ? paragraph
        : paragraph.replacing("<3", with: "(3").replacing("<", with: "[").replacing(">", with: "]")
    }
    let long = body.map { $0 + (gap == "\n" ? " " + prose(1) : "") }
    let reading = try read(
      "The Soup Plate\nby Rowan Hale\n\n" + long.joined(separator: gap) + "\n\n* * *\n\n"
        + long.joined(separator: gap) + "\n")
    let story = reading.story
    #expect(story.metadata.title == "The Soup Plate")
    #expect(story.metadata.authors.map(\.name) == ["Rowan Hale"])
    #expect(story.body.count == 7)
    #expect(story.sceneBreaks == 1)
    #expect(!story.body.joined().contains("i>"))
    #expect(!story.body.joined().contains("[i"))
    #expect(reading.account.isClosed)
  }

  @Test("a journal's cut is no frame around the text")
  func cut() throws {
    let text = """
      <b>Title:</b> The Soup Plate
      <b>Author:</b> rowan_hale

      <lj-cut text="The Soup Plate">
      \(Self.paragraphs.joined(separator: "\n\n"))
      </lj-cut>
      """
    let story = try read(text, name: "entry.txt").story
    #expect(story.metadata.title == "The Soup Plate")
    #expect(story.metadata.authors.map(\.name) == ["rowan_hale"])
    #expect(story.body.count == 3)
  }

  @Test("a piece of a page that begins with text is a page")
  func piece() throws {
    let page = "The Soup Plate<br>by Rowan Hale<br><br>\(prose(1))<br><br>\(prose(1))"
    let story = try read(page, name: "saved.html").story
    #expect(story.metadata.title == "The Soup Plate")
    #expect(story.body.count == 2)
  }

  @Test("thoughts in angle brackets are none")
  func thoughts() throws {
    let story = try read("The Soup Plate\n\n<What?> he thought. <i> is a letter.\n\n" + prose(3))
      .story
    #expect(story.body.first?.contains("<What?>") == true)
  }

  @Test("the account closes where a heading's line says something else as well")
  func headingWithName() throws {
    let page = """
      Rating: PG<br><br>Chapter 2 Author: rowan_hale<br>Fandom: Lantern Hill<br>Pairing: Mara/Tom<br><br>
      \(prose(1))<br><br>\(prose(1))
      """
    #expect(try read(page, name: "saved.html").account.isClosed)
  }
}
