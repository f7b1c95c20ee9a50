import FanfoldReading
import FanfoldStory
import Testing

@Suite("Titles and authors without labels")
struct TitleAndAuthorTests {
  @Test(
    "are told from how they are set above the story",
    arguments: [
      "The Soup Plate -- Edgar Hale",
      "The Soup Plate - by Edgar Hale",
      "The Soup Plate (by Edgar Hale)",
      "The Soup Plate, a story by Edgar Hale",
      "The Soup Plate (c) 1995 Edgar Hale",
      "Edgar Hale: The Soup Plate",
      "Edgar Hale\n\nThe Soup Plate",
      "The Soup Plate\n\nEdgar Hale",
      "The Soup Plate\n==============\n\nEdgar Hale",
      "The Soup Plate\nEdgar Hale, edgar@example.org",
      "The Soup Plate\n\n(a short story)\n\nEdgar Hale <edgar@example.org>",
      "Copyright (c) 1990 by Edgar Hale.  All rights reserved.\n\nThe Soup Plate",
      "                    The Soup Plate\n              Copyright 1993, Edgar Hale",
      "The Soup Plate (part 1 of 3)\nby Edgar Hale",
      "Star Trek: The Next Generation\n\"The Soup Plate\"\nby Edgar Hale",
      "From the papers of a cook\n=========================\n\nThe Soup Plate\n\nby Edgar Hale",
      "**************************\n*     The Soup Plate     *\n*     by Edgar Hale      *\n**************************",
    ])
  func front(front: String) throws {
    let reading = try read(front + "\n\n\n" + prose(6))
    #expect(reading.story.metadata.title == "The Soup Plate")
    #expect(reading.story.metadata.authors.map(\.name) == ["Edgar Hale"])
    #expect(reading.account.isClosed)
  }

  @Test(
    "the author signs below the story",
    arguments: [
      "by Edgar Hale", "Edgar Hale\nedgar@example.org", "                    Edgar Hale, 1993",
      "(c) 1994 by Edgar Hale.  This story may be freely distributed.",
    ])
  func signed(signature: String) throws {
    let story = try read("THE SOUP PLATE\n\n\(prose(6))\n\n\n\(signature)\n").story
    #expect(story.metadata.title == "THE SOUP PLATE")
    #expect(story.metadata.authors.map(\.name) == ["Edgar Hale"])
    #expect(story.body.count == 6)
  }

  @Test(
    "a fandom is no author",
    arguments: [
      "The Soup Plate - Harry Potter", "The Soup Plate\n\nHarry Potter",
      "Harry Potter\n\nThe Soup Plate",
    ])
  func fandom(front: String) throws {
    #expect(try read("\(front)\n\n\n\(prose(6))").story.metadata.authors.isEmpty)
  }

  @Test("a 'by' without a name takes no heading for one")
  func loneBy() throws {
    let reading = try read(
      "The Soup Plate\nby\n\nChapter 1\n\n\(prose(4))\n\nChapter 2\n\n\(prose(4))")
    #expect(reading.story.headings == ["Chapter 1", "Chapter 2"])
    #expect(reading.story.metadata.authors.isEmpty)
    #expect(reading.account.isClosed)
  }

  @Test(
    "names have initials, particles and underscores",
    arguments: ["E.T. Hale", "E. T. Hale", "Maria del Carmen", "Ida von der Au", "edgar_hale77"],
    [
      "The Soup Plate\nby X", "The Soup Plate by X", "\"The Soup Plate\" by X",
      "The Soup Plate - by X", "The Soup Plate (by X)", "The Soup Plate\nby X (cook@example.org)",
    ])
  func names(name: String, front: String) throws {
    let metadata = try read(front.replacing("X", with: name) + "\n\n\n" + prose(6)).story.metadata
    #expect(metadata.title == "The Soup Plate")
    #expect(metadata.authors.map(\.name) == [name])
  }

  @Test(
    "what somebody stood by is no name",
    arguments: ["The Man by the Door", "Stand by me", "He went by train. Twice"])
  func stoodBy(title: String) throws {
    let story = try read("\(title)\n\n\n\(prose(6))").story
    #expect(story.metadata.authors.isEmpty)
  }

  @Test("a company that holds the rights wrote nothing")
  func company() throws {
    let story = try read("The Soup Plate\n\n\(prose(6))\n\n(c) 1994 Paramount Pictures\n").story
    #expect(story.metadata.authors.isEmpty)
  }

  @Test(
    "the subject of a message",
    arguments: [
      "TNG: The Soup Plate [PG] 1/1", "[TNG] \"The Soup Plate\" (P/C) (1/1)",
      "REPOST: TNG The Soup Plate", "STORY: The Soup Plate, part 1 of 1",
      "(fwd) The Soup Plate (fwd)", "Re: The Soup Plate - part 1/?",
    ])
  func subject(subject: String) throws {
    let text = """
      From: edgar@example.org (Edgar Hale)
      Newsgroups: alt.startrek.creative
      Subject: \(subject)
      Date: 3 Mar 1995 07:15:17 GMT

      \(prose(6))
      """
    let metadata = try read(text).story.metadata
    #expect(metadata.title == "The Soup Plate")
    #expect(metadata.authors.map(\.name) == ["Edgar Hale"])
  }

  @Test("letters set apart are words")
  func letterSpaced() throws {
    let story = try read("     T H E   S O U P   P L A T E\n\n     by Edgar Hale\n\n\(prose(6))")
      .story
    #expect(story.metadata.title == "THE SOUP PLATE")
  }

  @Test("a centred line far below the title is no title, and what stands above it no note")
  func lateTitle() throws {
    let days = ["Monday", "Tuesday", "Wednesday"].map { day in
      String(repeating: " ", count: 32) + day + "\n\n" + prose(2)
    }
    let story = try read("THE SOUP PLATE\nby Edgar Hale\n\n\n" + days.joined(separator: "\n\n"))
      .story
    #expect(story.metadata.title == "THE SOUP PLATE")
    #expect(story.notesBefore.isEmpty)
    #expect(story.body.filter { $0.hasPrefix("The rain") }.count == 6)
  }

  @Test(
    "facts without labels behind the title or below it",
    arguments: [
      "The Third Cup (Lantern Hill, Mara/Tom, PG)", "The Third Cup [Lantern Hill; Mara/Tom; PG]",
      "The Third Cup\nLantern Hill, Mara/Tom, PG, 100 words",
      "The Third Cup\n\nLantern Hill, Mara/Tom, PG, for the anon who asked for some tea",
    ], [1, 8])
  func facts(head: String, paragraphs: Int) throws {
    let story = try read("\(head)\n\n\(prose(paragraphs))").story
    #expect(story.metadata.title == "The Third Cup")
    #expect(story.metadata.fandoms == ["Lantern Hill"])
    #expect(story.metadata.relationships.map(\.characters) == [["Mara", "Tom"]])
    #expect(story.metadata.rating?.raw == "PG")
    #expect(story.body.count == paragraphs)
  }

  @Test(
    "a stroke and a comma in a story's first lines are no facts",
    arguments: [
      "He said yes, she said no,\nand/or maybe, he/she never knew.",
      "The Third Cup (a story)\nIt was late, and he/she was cold.",
    ])
  func noFacts(head: String) throws {
    let metadata = try read("\(head)\n\n\(prose(4))").story.metadata
    #expect(metadata.relationships.isEmpty)
    #expect(metadata.rating == nil)
  }
}
