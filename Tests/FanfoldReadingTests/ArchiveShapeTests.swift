import FanfoldReading
import FanfoldStory
import Testing

@Suite("Texts as archives and programs lay them out")
struct ArchiveShapeTests {
  @Test("a page that a text browser wrote loses the numbers of its links and its ways")
  func linkNumbers() throws {
    let reading = try read(
      """
         #[1]home [2]up

         [3]Home | [4]Stories | [5]Links

                          The Soup Plate

         by [6]Edgar Hale

      \(prose(4))

         [7]Next story  [8]Back

      References

         1. http://example.org/
         6. mailto:edgar@example.org
         8. file://localhost/home/a.html
      """)
    #expect(reading.story.metadata.title == "The Soup Plate")
    #expect(reading.story.metadata.authors.map(\.name) == ["Edgar Hale"])
    #expect(reading.story.body.count == 4)
    #expect(reading.story.notesBefore.isEmpty)
    #expect(reading.account.isClosed)
  }

  @Test("sources that an author gives below a story stay, and the numbers of its notes")
  func sources() throws {
    let story = try read(
      """
      The Soup Plate

      He said it twice.[1] Nobody heard.[2]

      \(prose(4))

      References

      1. http://example.org/soup
      2. http://example.org/plate
      """
    ).story
    #expect(story.body.first == "He said it twice.[1] Nobody heard.[2]")
  }

  @Test(
    "what stands beside a title is not of it",
    arguments: [
      "oOo The Soup Plate oOo\nby Edgar Hale",
      "T H E   S O U P   P L A T E\n\nb y   E d g a r   H a l e",
      "The Soup Plate\n(c) 1997 by Edgar Hale", "The Soup Plate\n(Mara/Tom)\n\nby Edgar Hale",
      "The ALPS Archive - The Soup Plate\nby Edgar Hale",
    ])
  func title(front: String) throws {
    let story = try read(front + "\n\n\n" + prose(6)).story
    #expect(story.metadata.title.map(Folding.fold) == "the soup plate")
    #expect(story.metadata.authors.map(\.name) == ["Edgar Hale"])
  }

  @Test(
    "titles that only look like that stay whole",
    arguments: ["The Lost Archive - A Beginning", "Ooo Soup", "The Archive"])
  func wholeTitle(title: String) throws {
    #expect(try read("\(title)\nby Edgar Hale\n\n\(prose(6))").story.metadata.title == title)
  }

  @Test("a message's title has its codes in the text too")
  func codes() throws {
    let text = """
      From: edgar@example.org (Edgar Hale)
      Newsgroups: alt.startrek.creative
      Subject: VOY: The Soup Plate (J/C) [PG] 2/4
      Date: 20 Jun 1999 10:00:00 GMT

      VOY: The Soup Plate (J/C) [PG] 2/4
      by Edgar Hale

      \(prose(6))

      To be continued in Part 3: The Spoon.

      -------------------
      Edgar Hale | "Soup."
      -------------------
      """
    let story = try read(text).story
    #expect(story.metadata.title == "The Soup Plate")
    #expect(story.metadata.status == .inProgress)
    #expect(story.sceneBreaks == 0)
  }

  @Test("a name under the title may stand right above a heading; the beginning of a title is none")
  func nameAboveHeading() throws {
    let text = "\n\nChapter 1\n\n\(prose(4))\n\nChapter 2\n\n\(prose(4))"
    #expect(
      try read("The Soup Plate\nEdgar Hale" + text).story.metadata.authors == [Author("Edgar Hale")]
    )
    #expect(try read("Lantern Hill\nThe Soup Plate" + text).story.metadata.authors.isEmpty)
  }

  @Test("a paragraph between the author and the header is the summary")
  func unlabelledSummary() throws {
    let header = "Status: complete\n\nPublished: 2009-03-14\n\nRated: T\n\nWords: 400"
    let story = try read(
      "The Soup Plate\n\nBy: Edgar Hale\n\nA cook counts his plates. One is missing.\n\n\(header)\n\n\(prose(6))"
    ).story
    #expect(story.metadata.summary == [[.text("A cook counts his plates. One is missing.")]])
    #expect(story.body.count == 6)
    let noted = try read(
      "The Soup Plate\n\nBy: Edgar Hale\n\nThanks to my beta! I don't own them.\n\n\(header)\n\n\(prose(6))"
    ).story
    #expect(noted.metadata.summary.isEmpty)
  }

  @Test("facts between double colons and in short sentences")
  func facts() throws {
    let lines = ["Lantern Hill :: Mara/Tom :: R :: Complete", "Lantern Hill. Mara/Tom. PG-13."]
    for (line, rating) in zip(lines, ["R", "PG-13"]) {
      let metadata = try read("The Soup Plate\nby Edgar Hale\n\(line)\n\n\(prose(6))").story
        .metadata
      #expect(metadata.rating?.raw == rating)
      #expect(metadata.fandoms == ["Lantern Hill"])
    }
  }

  @Test("the author's name behind the headings of chapters, and the end of the story by its title")
  func printed() throws {
    let story = try read(
      """
      The Soup Plate by Edgar Hale

      Chapter 1: Soup by Edgar Hale

      \(prose(4))

      Chapter 2: Side by Side by Edgar Hale

      \(prose(4))

      ----------

      End The Soup Plate by Edgar Hale: edgar@example.org
      """
    ).story
    #expect(story.headings == ["Chapter 1: Soup", "Chapter 2: Side by Side"])
    #expect(story.sceneBreaks == 0)
    #expect(story.metadata.status == .complete)
  }

  @Test("the title above the number of each page goes with it")
  func runningTitle() throws {
    let page = "\(prose(1))\n\n          The Soup Plate\n               "
    let text =
      "The Soup Plate\n\nby Edgar Hale\n\n" + (1...5).map { page + "\($0)\n\u{0C}" }.joined()
    let reading = try read(text)
    #expect(reading.story.body.count == 5)
    #expect(reading.account.isClosed)
  }

  @Test("a magazine's story: the notice on top, and what is said of the author below a rule")
  func magazine() throws {
    let rule = String(repeating: "_", count: 40)
    let story = try read(
      """
      THE LAST LAMPLIGHTER

      by Edith Corrow

      Copyright (c) 1991

      \(rule)

      \(prose(4))

      \(rule)

      Edith Corrow teaches chemistry and keeps bees.

      \(rule)
      """
    ).story
    #expect(story.body.count == 4)
    #expect(story.sceneBreaks == 0)
    #expect(story.notesAfter.map(\.plainText) == ["Edith Corrow teaches chemistry and keeps bees."])
  }

  @Test("a name and a date sign a story")
  func signature() throws {
    let story = try read("The Soup Plate\n\n\(prose(6))\n\n     Jonah Wickham\n     March, 1992")
      .story
    #expect(story.metadata.authors.map(\.name) == ["Jonah Wickham"])
  }

  @Test("a last scene that speaks of chapters is none of the author's words")
  func lastScene() throws {
    let scene =
      prose(2) + "\n\nIt was the next chapter of his life, and he read it slowly.\n\n" + prose(3)
    let story = try read("The Soup Plate\n\n\(prose(6))\n\n* * *\n\n\(scene)").story
    #expect(story.sceneBreaks == 1)
    #expect(story.notesAfter.isEmpty)
    let spoken =
      prose(2) + "\n\n\"That is the next chapter,\" she said. \"This story is not over.\"\n\n"
      + prose(1)
    #expect(try read("Tea\n\n\(prose(6))\n\n* * *\n\n\(spoken)").story.notesAfter.isEmpty)
  }

  @Test("the messages that brought a story in parts")
  func mailbox() throws {
    func message(_ part: Int, _ text: String) -> String {
      """
      From: Kat Mercer <kat@example.org>
      Newsgroups: alt.tv.highlander.creative
      Subject: FIC: Stone Water \(part)/2
      Date: Mon, 7 Jun 1999 10:0\(part):00 -0400
      Message-ID: <\(part)@example.org>

      \(text)

      """
    }
    let first = "Stone Water\nby Ann Hale\nRating: PG\n\n\(prose(4))"
    let story = try read(message(1, first) + message(2, prose(4))).story
    #expect(story.metadata.title == "Stone Water")
    #expect(story.metadata.authors.map(\.name) == ["Ann Hale"])
    #expect(story.metadata.rating?.raw == "PG")
    #expect(story.body.count == 8)
  }
}
