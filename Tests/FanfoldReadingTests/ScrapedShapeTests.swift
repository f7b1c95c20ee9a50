import FanfoldReading
import FanfoldStory
import Testing

@Suite("Stories as they are scraped")
struct ScrapedShapeTests {
  @Test("a Wattpad text: counters, a misspelt label, the slogan glued to the title")
  func wattpad() throws {
    let text = """
      The Red Door

      1.5K 27 1

      Paring: Holmes/Adler, later Holmes & Watson

      Spoilers: None, set the winter before

      Chapter One

      \(prose())

      The Red DoorWhere stories live. Discover now
      """
    let story = try read(text).story
    #expect(story.metadata.title == "The Red Door")
    #expect(story.metadata.publisher == "Wattpad")
    #expect(
      story.metadata.relationships == [
        Relationship(["Holmes", "Adler"], kind: .romantic, raw: "Holmes/Adler"),
        Relationship(["Holmes", "Watson"], kind: .platonic, raw: "later Holmes & Watson"),
      ])
    #expect(story.headings == ["Chapter One"])
    #expect(story.notesBefore.map(\.kind) == [.spoilers])
    #expect(
      story.ledger.removed.map(\.text) == [
        "1.5K 27 1", "The Red DoorWhere stories live. Discover now",
      ])
  }

  @Test("the slogan glued to the last sentence is cut off and the sentence stays")
  func gluedSentence() throws {
    let text = "The Red Door\n\n\(prose())\n\nShe went in at last.Where stories live. Discover now"
    let story = try read(text).story
    #expect(story.body.last == "She went in at last.")
    #expect(story.ledger.removed.map(\.text) == ["Where stories live. Discover now"])
  }

  @Test("a LiveJournal post: the subject, the date, a header, rules, the navigation below")
  func liveJournal() throws {
    let text = """
      The Red Door Part 2/2

      Oct 24, 2008 23:18

      Title: The Red Door
      Fandom: Sherlock Holmes
      Rating: PG-13
      Disclaimer: Not mine
      Summary: They go in.

      Part 2/2

      \(prose(2))

      ------------------------
      \(prose(2))

      ------------------------------------------

      \(prose(1))

      Epilogue

      \(prose(1))
      Previous post
      Up
      """
    let story = try read(text).story
    #expect(story.metadata.title == "The Red Door")
    #expect(story.metadata.fandoms == ["Sherlock Holmes"])
    #expect(story.metadata.rating == Rating("PG-13", level: .teen))
    #expect(story.metadata.summary == [[.text("They go in.")]])
    #expect(story.metadata.published == PartialDate(year: 2008, month: 10, day: 24))
    #expect(story.headings == ["Part 2/2", "Epilogue"])
    #expect(story.chapters.map(\.kind) == [.chapter, .epilogue])
    #expect(story.sceneBreaks == 2)
    #expect(story.ledger.removed.map(\.text) == ["Previous post", "Up"])
  }

  @Test("header lines directly on top of the story")
  func headerWithoutBlank() throws {
    let text = """
      Season 8, after "The Storm"
      Rating: PG
      Disclaimer: These people belong to the network, not to me.
      \(prose())
      """
    let story = try read(text).story
    #expect(story.metadata.title == nil)
    #expect(story.metadata.rating?.level == .general)
    #expect(
      story.notesBefore.map(\.plainText) == [
        "Season 8, after \"The Storm\"", "These people belong to the network, not to me.",
      ])
    #expect(story.notesBefore.map(\.kind) == [.authorsNote, .disclaimer])
    #expect(story.chapters.count == 1)
  }

  @Test("a blurb on top becomes the summary and the last line the status")
  func blurb() throws {
    let text = """
      Two lone souls on the run. They meet in the strangest way, but how long can that last? HOLMES/ADLER!!!

      \(prose())

      To be continued...
      """
    let story = try read(text).story
    #expect(story.metadata.title == nil)
    #expect(story.metadata.summary.first?.plainText.hasPrefix("Two lone souls") ?? false)
    #expect(story.metadata.status == .inProgress)
    #expect(story.notesAfter.map(\.kind) == [.ending])
  }

  @Test("a Usenet post: header, preface, byline, centred breaks, signature")
  func usenet() throws {
    let lines =
      "The rain had been falling since before dawn and nobody in the\nhouse had said a word about it. She stood at the window.\n"
    let paragraph = "     " + lines + "     " + lines + "     " + lines + "     " + lines
    let text = """
      From: walton@example.org (R. Walton)
      Newsgroups: alt.tv.x-files.creative
      Subject: NEW: The Red Door (1/1)
      Date: 14 Feb 1998 21:07:33 GMT

      This is my first story here.  Comments are welcome.

                              The Red Door
                              by Rowan Hale

      \(paragraph)                              * * *
      \(paragraph)
                              THE END
      --\u{20}
      R. Walton * walton@example.org
      """
    let story = try read(text).story
    #expect(story.metadata.title == "The Red Door")
    #expect(story.metadata.authors == [Author("Rowan Hale")])
    #expect(story.metadata.fandoms == ["The X-Files"])
    #expect(story.metadata.published == PartialDate(year: 1998, month: 2, day: 14))
    #expect(story.metadata.status == .complete)
    #expect(story.sceneBreaks == 1)
    #expect(story.chapters[0].blocks.count == 9)
    #expect(story.ledger.removed.map(\.rule) == ["signature", "signature"])
  }
}
