import FanfoldStory
import Testing

@testable import FanfoldReading

/// What libraries, mailing lists and sites put around a text in many lines.
@Suite struct LibraryTextTests {
  private static let story = [
    "The ferry was late again, and Mara counted the lamps along the quay until she had lost count.",
    "\"You could have written,\" said her brother, who had been waiting since noon.",
    "\"I did write. Twice.\" She put down the basket, where it dripped a little on the boards.",
  ].joined(separator: "\n\n")

  private static let chapters = "CHAPTER I\n\n\(story)\n\n\nCHAPTER II\n\n\(story)\n"

  private func read(_ text: String, _ name: String = "story.txt") throws -> Story {
    try StoryReader().read(StoryFile(name: name, bytes: Array(text.utf8))).story
  }

  @Test(
    "the header and the licence of Project Gutenberg go, what it says of the work stays",
    arguments: [
      """
      The Project Gutenberg EBook of The Late Ferry, by Ann Hale

      This eBook is for the use of anyone anywhere at no cost.

      Title: The Late Ferry

      Author: Ann Hale

      Release Date: August 20, 2006 [EBook #1]

      *** START OF THIS PROJECT GUTENBERG EBOOK THE LATE FERRY ***

      Produced by Jane Doe and the Online Team at
      https://www.pgdp.net

      THE LATE FERRY

      By Ann Hale

      \(chapters)
      End of the Project Gutenberg EBook of The Late Ferry, by Ann Hale

      *** END OF THIS PROJECT GUTENBERG EBOOK THE LATE FERRY ***

      Updated editions will replace the previous one.

      *** START: FULL LICENSE ***
      """,
      """
      **The Project Gutenberg Etext of The Late Ferry, by Ann Hale**

      Copyright laws are changing all over the world, be sure to check!

      ***START**THE SMALL PRINT!**FOR PUBLIC DOMAIN ETEXTS**START***
      Why is this "Small Print!" statement here?
      *END*THE SMALL PRINT! FOR PUBLIC DOMAIN ETEXTS*Ver.04.29.93*END*

      The Late Ferry

      by Ann Hale

      \(chapters)
      End of The Project Gutenberg Etext of The Late Ferry
      """,
    ])
  func gutenberg(text: String) throws {
    let story = try read(text)
    #expect(story.metadata.title == "The Late Ferry")
    #expect(story.metadata.authors == [Author("Ann Hale")])
    #expect(story.chapters.map(\.label) == ["CHAPTER I", "CHAPTER II"])
    #expect((story.notesBefore + story.notesAfter).isEmpty)
    #expect(story.chapters.map { $0.blocks.count } == [3, 3])
  }

  private static let start = "*** START OF THE PROJECT GUTENBERG EBOOK THE LATE FERRY ***"
  private static let end = "*** END OF THE PROJECT GUTENBERG EBOOK THE LATE FERRY ***"

  @Test(
    "words that a library writes too are the story's where no library wrote them",
    arguments: [
      "\(story)\n\nThen she saw the line:\n\n\(start)\n\n\(story)",
      "\(story)\n\nEnd of the Project Gutenberg was what they called it.\n\n\(story)",
      "\(story)\n\nProduced by the mill in those days, the flour was grey.\n\n\(story)",
      "\(story)\n\nNext. Previous.\n\n\(story)",
      (1...24).map { "\($0). She wrote it down and closed the book.\n" }.joined(separator: "\n"),
      "\(story)\n//----------//\nShe wrote a note.\n//----------//\n\(story)",
    ])
  func ownWords(text: String) throws {
    let story = try read("The Late Ferry\nby Ann Hale\n\n\(text)\n")
    #expect(story.metadata.title == "The Late Ferry")
    #expect(story.metadata.authors == [Author("Ann Hale")])
    #expect(!story.ledger.entries.contains { ["line-number", "frame"].contains($0.rule) })
    let removed = story.ledger.removed.map(\.text)
    #expect(removed.allSatisfy { $0 == Self.start })
  }

  @Test("of several texts in one file the first header and the last licence go")
  func severalTexts() throws {
    let texts = (1...3).map { number in
      """
      The Project Gutenberg EBook of The Late Ferry, by Ann Hale

      \(Self.start)

      Chapter \(number)

      \(Self.story)

      \(Self.end)
      """
    }
    let story = try read(texts.joined(separator: "\n\n\n"))
    #expect(story.chapters.count == 3)
    #expect(story.chapters.allSatisfy { $0.blocks.count >= 3 })
  }

  @Test("a mailing list's advertisement goes, with what it says about leaving")
  func mailingList() throws {
    let story = try read(
      """
      Date: Mon, 12 Jun 2000 10:22:11 -0400
      From: "Ann Hale" <ann@example.com>
      To: ferryfic@example.com
      Subject: [ferryfic] NEW: The Late Ferry [PG] 1/1

      \(Self.story)

      ------------------------ Yahoo! Groups Sponsor ---------------------~-->
      Make good on the promise you made
      to keep in touch.
      ---------------------------------------------------------------------~->

      To unsubscribe from this group, send an email to:
      ferryfic-unsubscribe@example.com

      Your use of Yahoo! Groups is subject to its terms.
      """)
    #expect(story.metadata.title == "The Late Ferry")
    #expect(story.chapters[0].blocks.count == 4)
    #expect(story.ledger.removed.contains { $0.text == "to keep in touch." })
  }

  @Test("the ways to a serial's other parts go, and who wrote it is named as Reddit does")
  func serial() throws {
    let ways =
      "[First](https://example.org/1) | [Previous](https://example.org/2) | [Next](https://example.org/4)"
    let story = try read(
      "The Late Ferry\n\nPosted by u/ann_hale 3 years ago\n\n\(ways)\n\n\(Self.story)\n\n\(ways)\n",
      "story.md")
    #expect(story.metadata.authors == [Author("ann_hale")])
    #expect(story.chapters[0].blocks.count == 3)
  }

  @Test("lines that are numbered one by one lose their numbers")
  func numberedLines() throws {
    let lines = "The Late Ferry\nby Ann Hale\n\n\(Self.chapters)\n\(Self.chapters)"
      .split(separator: "\n", omittingEmptySubsequences: false)
    let text = lines.enumerated().map { "\($0.offset + 1). \($0.element)" }
      .joined(separator: "\n")
    let story = try read(text)
    #expect(story.metadata.title == "The Late Ferry")
    #expect(story.metadata.authors == [Author("Ann Hale")])
    #expect(story.chapters.count == 4)
    // A list is no such text.
    let list = (1...30).map { "\($0). A thing to bring along" }
    #expect(
      try read(list.joined(separator: "\n")).ledger.entries.allSatisfy { $0.rule != "line-number" })
  }

  @Test("the frames of Fimfiction's downloads tell titles and chapters")
  func commentFrames() throws {
    let edge = "//------------------------------//"
    let story = try read(
      """
      \(edge)
                 The Late Ferry
                  -by Ann Hale-
      \(edge)
      \(edge)
              The Quay
      \(edge)

      \(Self.story)

      \(edge)
      // The River
      \(edge)

      \(Self.story)
      """)
    #expect(story.metadata.title == "The Late Ferry")
    #expect(story.metadata.authors == [Author("Ann Hale")])
    #expect(story.chapters.map(\.title) == ["The Quay", "The River"])
    #expect(story.chapters.map { $0.blocks.count } == [3, 3])
  }

  @Test(
    "a name under the title is the author's whatever is drawn around it",
    arguments: [
      "~ by Ann Hale ~", "-by Ann Hale-", "(by Ann Hale)", "*by Ann Hale*", "~Ann Hale~",
      "- Ann Hale",
      "(Ann Hale)", "u/AnnHale", "Author: Ann Hale (https://example.org/ann)",
    ])
  func decoratedNames(line: String) throws {
    let author = try #require(
      read("The Late Ferry\n\(line)\n\n\(Self.story)").metadata.authors.first)
    #expect(author.name.filter { $0 != " " } == "AnnHale")
    #expect(author.page == (line.contains("http") ? "https://example.org/ann" : nil))
  }

  @Test(
    "a byline may say what was done, when and where",
    arguments: [
      "An original story by Ann Hale", "Fanfic by Ann Hale", "As told by Ann Hale",
      "from the pen of Ann Hale", "Posted by Ann Hale on June 3, 1998", "by Ann Hale \u{A9} 1998",
      "(C) Ann Hale 1998", "ann@example.com (Ann Hale)", "by  Ann   Hale",
      "Author: Ann  Hale",
    ])
  func bylines(line: String) throws {
    let metadata = try read("The Late Ferry\n\(line)\n\n\(Self.story)").metadata
    #expect(metadata.title == "The Late Ferry")
    #expect(metadata.authors == [Author("Ann Hale")])
  }

  @Test(
    "names no author",
    arguments: ["Posted by Member:", "by the river", "side by side", "They drove by at noon"])
  func noBylines(line: String) throws {
    #expect(try read("The Late Ferry\n\n\(line)\n\n\(Self.story)").metadata.authors.isEmpty)
  }

  @Test("two lines around one axis are a title and a name")
  func centredName() throws {
    let space = String(repeating: " ", count: 30)
    let text = "\(space)The Late Ferry\n\n\(space)-- Zyx Poltroon\n\n\n\(Self.story)"
    let metadata = try read(text).metadata
    #expect(metadata.title == "The Late Ferry")
    #expect(metadata.authors == [])
    let centred = text.replacing(space + "--", with: String(repeating: " ", count: 29) + "--")
    #expect(try read(centred).metadata.authors == [Author("Zyx Poltroon")])
  }

  @Test(
    "what announces a story is not its title's",
    arguments: [
      "NEW: The Late Ferry", "REPOST: The Late Ferry", "[FIC] The Late Ferry",
      "The Late Ferry (complete)", "The Late Ferry, PG-13", "The Late Ferry - 1/1",
      "New Fic: The Late Ferry [WIP]", "[OC] The Late Ferry", "The Late Ferry [OC]",
    ])
  func announcedTitles(line: String) throws {
    let metadata = try read("\(line)\nby Ann Hale\n\n\(Self.story)").metadata
    #expect(metadata.title == "The Late Ferry")
    #expect(metadata.authors == [Author("Ann Hale")])
    #expect((metadata.status == .complete) == line.contains("complete"))
    #expect((metadata.status == .inProgress) == line.contains("WIP"))
    #expect((metadata.rating?.raw == "PG-13") == line.contains("PG"))
  }

  @Test(
    "brackets and commas of a title stay",
    arguments: [
      "The Ferry (Reprise)", "Mara, Alone", "Malcolm, X", "War - Finished", "[1999] The Year",
    ])
  func titlesOwnWords(line: String) throws {
    #expect(try read("\(line)\nby Ann Hale\n\n\(Self.story)").metadata.title == line)
  }

  @Test("a Chinese download names title and author on one line")
  func chineseTitleLine() throws {
    let story = try read("《长路》（全本）作者：海尔\n\n第1章 灯光\n　　楼梯口的灯又灭了。\n　　他没有回头。\n")
    #expect(story.metadata.title == "长路")
    #expect(story.metadata.authors == [Author("海尔")])
  }
}
