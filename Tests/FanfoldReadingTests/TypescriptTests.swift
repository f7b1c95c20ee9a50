import FanfoldReading
import FanfoldStory
import Testing

@Suite("Texts as old archives and mailboxes keep them")
struct TypescriptTests {
  /// Lines of prose of which the last ends in the middle of a sentence.
  private static let cut = """
         The rain had been falling since before dawn, and nobody in the
    house had said a word about it. She stood at the window with a cup
    that had gone cold, and thought about the letter on the table.
         It would have to be answered, and she did not know what to say
    to a man who had been away for so long that his coat no longer hung
    """
  private static let rest = """
    in the hall. She put down the cup and went to look for a pen.
         There was none in the drawer, and none behind the clock, where
    there had always been one. She went out into the yard to think.
    """

  @Test(
    "page numbers and running heads go, and the sentence across the page's end is whole",
    arguments: [
      ("\n                 - 1 -\n\n\u{C}\n", "\n                 - 2 -\n\n\u{C}\n"),
      ("\n\u{C}Hale / SOUP PLATE / 2\n\n", "\n\u{C}Hale / SOUP PLATE / 3\n\n"),
    ])
  func pages(first: String, second: String) throws {
    let text = """
      THE SOUP PLATE
      by Edgar Hale

      \(Self.cut)
      \(first)\(Self.rest)
      \(Self.cut)
      \(second)\(Self.rest)
      """
    let reading = try read(text)
    #expect(reading.story.headings.count == 1)
    #expect(reading.story.body.count { $0.contains("his coat no longer hung in the hall.") } == 2)
    #expect(
      reading.story.ledger.removed.filter { $0.rule == "running-head" }.count == 2)
    #expect(reading.account.isClosed)
  }

  @Test("numbers that head chapters stay where pages begin with them")
  func numberedChapters() throws {
    let chapters = (1...3).map { "\u{C}\n               - \($0) -\n\n" + prose(3) + "\n" }
    let story = try read("THE SOUP PLATE\nby Edgar Hale\n" + chapters.joined()).story
    #expect(story.headings == ["1", "2", "3"])
  }

  @Test("headings with numbers are no running heads, wherever pages begin")
  func pagedChapters() throws {
    let chapters = (1...4).map { "Chapter \($0)\n\n\(prose(12))\n" }
    let story = try read(
      "THE SOUP PLATE\nby Edgar Hale\n\n" + chapters.joined(separator: "\nEnd of Chapter\n\u{C}")
    ).story
    #expect(story.headings == ["Chapter 1", "Chapter 2", "Chapter 3", "Chapter 4"])
  }

  @Test("letters struck over each other and the colours of terminals leave the words")
  func struckOver() throws {
    let reading = try read(
      "\u{1B}[1;33mTTHHEE\u{1B}[0m SS\u{8}OO\u{8}UU\u{8}PP\u{8} _\u{8}P_\u{8}l_\u{8}a_\u{8}t_\u{8}e\n\n\(prose(6))"
        .replacing("TTHHEE", with: "T\u{8}TH\u{8}HE\u{8}E").replacing("SS\u{8}", with: "S\u{8}S")
        .replacing("OO\u{8}", with: "O\u{8}O").replacing("UU\u{8}", with: "U\u{8}U")
        .replacing("PP\u{8}", with: "P\u{8}P"))
    #expect(reading.story.metadata.title == "THE SOUP Plate")
    #expect(reading.account.isClosed)
  }

  @Test("numbers as far apart as pages are go where sentences go on around some of them")
  func pacedNumbers() throws {
    let lines = prose(200).split(separator: " ").map(String.init)
    var pages = ""
    for (page, start) in stride(from: 0, to: lines.count, by: 500).enumerated() {
      let words = lines[start..<min(start + 500, lines.count)]
      for row in 0..<50 {
        pages += words.dropFirst(row * 10).prefix(10).joined(separator: " ") + "\n"
      }
      pages += "\n\(page + 1)\n\n"
    }
    let reading = try read("The Soup Plate\nby Edgar Hale\n\n" + pages)
    #expect(reading.story.chapters.count == 1)
    #expect(reading.account.isClosed)
  }

  @Test("numbers that are not so far apart, and part no sentences, head chapters")
  func evenChapters() throws {
    let chapters = (1...5).map { "\($0)\n\n" + prose(12) }
    let story = try read("The Soup Plate\nby Edgar Hale\n\n" + chapters.joined(separator: "\n\n"))
      .story
    #expect(story.headings == ["1", "2", "3", "4", "5"])
  }

  @Test("a text that was quoted as a whole loses the signs", arguments: ["> ", "> > ", ">>", "| "])
  func quoted(sign: String) throws {
    let lines = "The Soup Plate\nby Edgar Hale\n\n\(Self.cut)\n\(Self.rest)".split(
      separator: "\n", omittingEmptySubsequences: false)
    let text =
      "In article <1@example.org> edgar@example.org writes:\n"
      + lines.map { sign + $0 }.joined(separator: "\n")
    let reading = try read(text)
    #expect(reading.story.metadata.title == "The Soup Plate")
    #expect(reading.story.metadata.authors.map(\.name) == ["Edgar Hale"])
    #expect(reading.story.body.count == 3)
    #expect(reading.account.isClosed)
  }

  @Test("what is quoted within such a text keeps its sign")
  func quotedWithin() throws {
    let lines = "The Soup Plate\nby Edgar Hale\n\n\(prose(8))\n\n> It was soup.\n\n\(prose(2))"
      .split(separator: "\n", omittingEmptySubsequences: false)
    let reading = try read(lines.map { "| " + $0 }.joined(separator: "\n"))
    #expect(reading.story.body.contains { $0.contains("It was soup.") })
    #expect(reading.account.isClosed)
  }

  @Test("what a mail service writes below its messages goes")
  func webmail() throws {
    let foot = """
      ____________________________
      Do You Yahoo!?
      Get email at your own domain.
      http://mail.example.com/
      """
    let reading = try read("The Soup Plate\nby Edgar Hale\n\n\(prose(6))\n\n\(foot)\n")
    #expect(reading.story.body.count == 6)
    #expect(reading.story.sceneBreaks == 0)
    #expect(reading.account.isClosed)
  }

  @Test(
    "what somebody says of mail in a story stays",
    arguments: [
      "Do you Yahoo!? asked the screen. Sent from my iPhone, said hers.",
      "Sent from my iPhone", "She read it twice.\nSent from my iPhone\nShe wept.",
      "__________\nDo you Yahoo!? the poster asked.\nShe got on the train.",
      "Do you Yahoo!?\nShe did not.",
    ])
  func webmailInStory(lines: String) throws {
    let story = try read("The Soup Plate\nby Edgar Hale\n\n\(prose(6))\n\n\(lines)").story
    let last = story.body.dropFirst(6).joined(separator: "\n").split { " \n_".contains($0) }
    #expect(last == lines.split { " \n_".contains($0) })
  }

  @Test("numbers of a cycle's poems head them")
  func poems() throws {
    let poems = (1...6).map { poem in
      let verses = (1...14).map { "and verse \($0) of poem \(poem) goes on" }
      return "\(poem).\n\n" + verses.joined(separator: "\n") + (poem % 2 == 0 ? "" : ".")
    }
    let story = try read("The Soup Plate\nby Edgar Hale\n\n" + poems.joined(separator: "\n\n"))
      .story
    #expect(story.headings.count == 6)
  }

  @Test("a menu between bars is no quotation")
  func menu() throws {
    let rows = ["Soup", "Bread", "Fish", "Tart", "Tea", "Milk", "Ale", "Salt", "Honey", "Pears"]
    let menu = rows.map { "|   \($0)   4" }.joined(separator: "\n")
    let reading = try read("|   The Menu   \n\(menu)", name: "menu.txt")
    #expect(reading.account.isClosed)
    #expect(rows.allSatisfy { reading.story.body.joined().contains("| \($0) 4") })
  }

  @Test("U+2028 and U+2029 end lines")
  func separators() throws {
    let text =
      "The Soup Plate\u{2028}by Edgar Hale\u{2029}\u{2029}“One,” she said.\u{2029}\(prose(3))"
    let reading = try read(text)
    #expect(reading.story.metadata.title == "The Soup Plate")
    #expect(reading.story.metadata.authors.map(\.name) == ["Edgar Hale"])
    #expect(reading.account.isClosed)
  }

  @Test("characters written as in HTML are what they stand for")
  func references() throws {
    let line =
      "&ldquo;It&#8217;s soup&hellip;&rdquo; said Edgar &amp; Ann. &#x2014; &quot;No.&quot;"
    let reading = try read("The Soup Plate\n\n\(line)\n\n\(prose(4))")
    #expect(reading.story.body[0] == "“It’s soup…” said Edgar & Ann. — \"No.\"")
    #expect(reading.encoding == "UTF-8 (with characters written as in HTML)")
    #expect(reading.account.isClosed)
  }

  @Test(
    "an ampersand and a semicolon are no character by themselves",
    arguments: [
      "He typed &amp; and swore.", "Type &amp; &lt; &gt; and &quot; for the signs.",
      "It reads &#8217t; and &#8221and; and &#39re;", "One&#10;&#13;&#8232;Chapter 2",
      "Salt & pepper; bread & butter; R&D; x&#; &nosuch; &;",
    ])
  func noReferences(line: String) throws {
    let reading = try read("The Soup Plate\n\n\(line)\n\n\(prose(4))")
    #expect(reading.story.body[0] == line)
    #expect(reading.encoding == "UTF-8")
  }

  private static func message(_ part: Int, _ text: String) -> String {
    """
    From: edgar@example.org (Edgar Hale)
    Newsgroups: alt.startrek.creative
    Subject: The Soup Plate \(part)/3
    Date: 1\(part) Sep 1994 07:15:17 GMT
    Organization: A Kitchen
    NNTP-Posting-Host: pot.example.org
    Message-ID: <35\(part)@example.org>

    \(text)

    --
    Edgar Hale, cook
    """
  }

  @Test("the messages of a mailbox are the parts of the story, by their subjects")
  func mailbox() throws {
    let text = (1...3).map { Self.message($0, prose(3)) }.joined(separator: "\n\n")
    let reading = try read(text)
    #expect(reading.story.metadata.title == "The Soup Plate")
    #expect(reading.story.headings == ["1/3", "2/3", "3/3"])
    #expect(reading.story.body.count == 9)
    #expect(reading.story.notesBefore.isEmpty)
    #expect(reading.account.isClosed)
  }

  @Test("or by what they say themselves")
  func numberedMailbox() throws {
    let text = (1...3).map {
      Self.message($0, "The Soup Plate\nby Edgar Hale\nPart \($0) of 3\n\n" + prose(3))
    }
    let story = try read(text.joined(separator: "\n\n")).story
    #expect(story.headings == ["Part 1 of 3", "Part 2 of 3", "Part 3 of 3"])
  }

  @Test(
    "the title and a number head parts",
    arguments: [
      ("The Soup Plate, Part", ""), ("The Soup Plate - Chapter", ""), ("The Soup Plate (", "/3)"),
    ])
  func titledParts(before: String, behind: String) throws {
    let parts = (1...3).map {
      "\(before)\(before.last == "(" ? "" : " ")\($0)\(behind)\n\n" + prose(3)
    }
    let story = try read(parts.joined(separator: "\n\n\n")).story
    #expect(story.metadata.title == "The Soup Plate")
    #expect(story.chapters.count == 3)
    #expect(story.body.count == 9)
  }

  @Test("a poem is stanzas of lines, and no scene breaks")
  func poem() throws {
    let stanza = """
      The lamp was out upon the stair,
      The parcel leaked upon the floor,
      And nobody at all was there
      To hear me knocking at the door.
      """
    let poem = Array(repeating: stanza, count: 5).joined(separator: "\n\n")
    let story = try read("The Soup Plate\nby Edgar Hale\n\n" + poem).story
    #expect(story.sceneBreaks == 0)
    #expect(story.body.count == 5)
  }
}
