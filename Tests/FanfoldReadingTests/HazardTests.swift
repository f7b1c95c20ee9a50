import FanfoldReading
import FanfoldStory
import Testing

/// What makes the headers of fan fiction hard to read, a test each.
@Suite("Hazards of headers")
struct HazardTests {
  @Test(
    "1: answers to readers are no header fields",
    arguments: [
      "Gaeriel : Moi aussi, je t'aime !\nLily : la suite arrive vite !\nMimosa : tu verras bien",
      "**HermyFan:** thanks, and yes he does\n**padfoot77:** you'll see!",
      "Nate: thank you!\nKate: so glad you liked it",
    ])
  func replies(lines: String) throws {
    let text = "Title: The Red Door\nAuthor: Rowan\n\n\(lines)\n\nChapter 1\n\n\(prose())"
    let story = try read(text).story
    #expect(story.metadata.title == "The Red Door")
    #expect(story.metadata.authors == [Author("Rowan")])
    #expect(story.metadata.published == nil)
    #expect(story.notesBefore.map(\.plainText) == [plain(lines)])
    #expect(story.headings == ["Chapter 1"])
  }

  @Test(
    "2: dialogue of scripts and chats is text",
    arguments: [
      "Ron: Hermione, where's my book?\nHermione: Where you left it.\nStage: the curtain opens.",
      "AnnaBanana540: Sorry\nxXdarkwolfXx: no prob\nAnnaBanana540: brb",
      "HARRY: You two, honestly.\nRON: What?",
    ])
  func scripts(lines: String) throws {
    let story = try read("The Red Door\n\nby Rowan Hale\n\n\(prose(2))\n\n\(lines)\n\n\(prose(2))")
      .story
    #expect(story.notesBefore.isEmpty)
    #expect(story.metadata.title == "The Red Door")
    #expect(story.chapters.count == 1)
    #expect(story.body.contains { $0.contains(lines.prefix { $0 != "\n" }) })
  }

  @Test(
    "3: long values go on over lines and end at the next label",
    arguments: [
      "Summary: They go back to the island where it began, although both of\nthem know better by now.\nRating: PG",
      "Summary:\n\nThey go back to the island where it began, although both of them know better by now.\n\nRating: PG",
    ])
  func longValues(header: String) throws {
    let wrapped = """
      The rain had been falling since before dawn, and nobody in the house
      had said a word about it. She stood at the window with a cup that had
      gone cold, and thought about the letter on the table, which would have
      to be answered, and she did not know what she should say to him there.
      """
    let story = try read("Title: The Red Door\n\(header)\n\n\(wrapped)\n\n\(wrapped)").story
    #expect(
      story.metadata.summary == [
        [
          .text(
            "They go back to the island where it began, although both of them know better by now.")
        ]
      ])
    #expect(story.metadata.rating?.raw == "PG")
  }

  @Test(
    "4: dialogue that opens with a dash or a guillemet is no list and no label",
    arguments: [
      "- Tu viens ? dit Mara.", "-bonjour, dit-elle.", "—Podrías quemarla —dijo Mara.",
      "– Mogłabyś go spalić – powiedziała Mara.", "— Я туда не вернусь, — сказал он.",
      "<<Non ci torno>> disse.", "«Je n'y retournerai pas», dit-il.", "„Komm mit“, sagte sie.",
    ])
  func dashes(line: String) throws {
    let story = try read("La Porte\n\n\(prose(2))\n\n\(line)\n\n\(line)\n\n\(prose(1))").story
    #expect(story.sceneBreaks == 0)
    #expect(story.chapters[0].outline[2...3] == [line, line])
  }

  @Test("5: a header on one line is cut at its labels")
  func flat() throws {
    let text = """
      Title: The Files Author: Humbert Archives: anywhere Summary: A letter that nobody opens. Rating: PG Type: MSR

      "Damn," he said.

      \(prose())
      """
    let story = try read(text).story
    #expect(story.metadata.title == "The Files")
    #expect(story.metadata.authors == [Author("Humbert")])
    #expect(story.metadata.summary == [[.text("A letter that nobody opens.")]])
    #expect(story.metadata.rating == Rating("PG", level: .general))
    #expect(story.metadata.tags == ["MSR"])
    #expect(story.notesBefore.map(\.plainText) == ["anywhere"])
    #expect(story.body.first == "\"Damn,\" he said.")
  }

  @Test(
    "6: notes inside a chapter stand in their place or behind it, and are notes",
    arguments: ["(A/N: we know)", "[A/N: we know]", "{A/N: we know}"])
  func inlineNotes(line: String) throws {
    let story = try read("Chapter 1\n\n\(prose(2))\n\n\(line)\n\n\(prose(2))").story
    #expect(story.chapters[0].blocks.count == 4)
    #expect(story.chapters[0].notesAfter.map(\.plainText) == ["we know"])
  }

  @Test(
    "7: a label in prose is prose",
    arguments: [
      "Note: this will kill you, he thought.", "Rating: 4/10, would not kiss again.",
      "Warning: the door was open.", "Summary: they were lost.",
    ])
  func labelsInProse(line: String) throws {
    let story = try read("Chapter 1\n\n\(prose(4))\n\n\(line)\n\n\(prose(4))").story
    #expect(story.body.contains(line))
    #expect(story.metadata.rating == nil)
    #expect(story.chapters[0].notesAfter.isEmpty)
  }

  @Test(
    "7: a label behind a chapter's heading is a label",
    arguments: [
      ("A/N: hello again", Note.Kind.authorsNote), ("Disclaimer: see chapter 1", .disclaimer),
      ("Author's Note: hello again", .authorsNote), ("NDA : merci", .authorsNote),
    ])
  func labelsBehindHeadings(line: String, kind: Note.Kind) throws {
    let text = "A Title\n\nChapter 1\n\n\(prose())\n\nChapter 2\n\n\(line)\n\n\(prose())"
    let story = try read(text).story
    #expect(story.chapters.map(\.blocks.count) == [3, 3])
    #expect(story.chapters[1].notesBefore.map(\.kind) == [kind])
  }

  @Test("8: a header that comes again with each chapter is said once")
  func repeated() throws {
    let part = { (number: Int, note: String) in
      """
      Title: Under Ice
      Rating: R
      Summary: Something sings.
      Chapter: \(number)/2
      A/N: \(note)

      \(prose())

      """
    }
    let story = try read(part(1, "be gentle") + "\n" + part(2, "thank you")).story
    #expect(story.metadata.title == "Under Ice")
    #expect(story.metadata.rating?.raw == "R")
    #expect(story.headings == ["Chapter: 1/2", "Chapter: 2/2"])
    #expect(story.chapters.map(\.blocks.count) == [3, 3])
    #expect(story.chapters[0].notesAfter.isEmpty)
    #expect(story.chapters[1].notesBefore.map(\.plainText) == ["thank you"])
  }

  @Test(
    "9: each vocabulary of ratings",
    arguments: [
      ("G", Rating.Level.general), ("PG", .general), ("PG-13", .teen), ("PG-15", .teen),
      ("R", .mature), ("NC-17", .explicit), ("NC17", .explicit), ("X", .explicit), ("K+", .general),
      ("T", .teen), ("M", .mature), ("MA", .explicit), ("FR13", .teen), ("FR15", .teen),
      ("FR18", .explicit), ("FRAO", .explicit), ("FRM", .mature), ("P6", .general),
      ("P12", .general), ("P16", .teen), ("P18-Slash", .explicit), ("AVL", .explicit),
      ("Teen And Up Audiences", .teen), ("Not Rated", .notRated), ("Everyone", .general),
      ("verde", .general), ("giallo", .teen), ("arancione", .mature), ("rosso", .explicit),
      ("12+", .teen), ("14+", .teen), ("16+", .mature), ("18+", .explicit), ("TV-14", .teen),
      ("R for violence", .mature), ("Fiction T", .teen),
    ])
  func ratings(raw: String, level: Rating.Level) throws {
    let story = try read("Title: The Red Door\nRating: \(raw)\n\n\(prose())").story
    #expect(story.metadata.rating == Rating(raw, level: level))
  }

  @Test("9: words that are no rating keep their wording")
  func unknownRating() throws {
    let story = try read("Title: The Red Door\nRating: NC-no-clue\n\n\(prose())").story
    #expect(story.metadata.rating?.raw == "NC-no-clue")
  }

  @Test(
    "10: a value that means nothing is none",
    arguments: [
      "None", "N/A", "nope", "duh", "none really", "nessuno", "nessuna", "aucun", "нет", "brak",
    ])
  func nothing(value: String) throws {
    let text = """
      Title: The Red Door
      Pairing: \(value)
      Warnings: \(value)
      Spoilers: \(value)
      Notes: \(value)

      \(prose())
      """
    let reading = try read(text)
    #expect(reading.story.metadata.relationships.isEmpty)
    #expect(reading.story.metadata.warnings.isEmpty)
    #expect(reading.story.notesBefore.isEmpty)
    #expect(reading.account.isClosed)
  }

  @Test(
    "11: pairings",
    arguments: [
      ("Harry/Draco", [["Harry", "Draco"]]), ("Harry x Draco", [["Harry", "Draco"]]),
      ("Harry X Draco", [["Harry", "Draco"]]), ("HarryxDraco", [["Harry", "Draco"]]),
      ("2+5", [["2", "5"]]),
      ("ルフィ×ゾロ", [["ルフィ", "ゾロ"]]), ("[Ranma S., Akane T.]", [["Ranma S.", "Akane T."]]),
      ("past Harry/Draco", [["Harry", "Draco"]]), ("onesided Harry→Draco", [["Harry", "Draco"]]),
      ("SS/RL", [["SS", "RL"]]), ("Drarry", [["Drarry"]]), ("A/B/C", [["A", "B", "C"]]),
      ("Harry/OFC", [["Harry", "OFC"]]), ("1x2", [["1", "2"]]),
      ("Harry/Draco, Ron/Hermione", [["Harry", "Draco"], ["Ron", "Hermione"]]),
    ])
  func pairings(value: String, people: [[String]]) throws {
    let story = try read("Title: The Red Door\nPairing: \(value)\n\n\(prose())").story
    #expect(story.metadata.relationships.map(\.characters) == people)
  }

  @Test(
    "12: the part of a post is told, and is no part of the title",
    arguments: ["(1/3)", "[1/3]", "Part 1/3", "(1/?)", "1/3"])
  func parts(numbering: String) throws {
    let text =
      "Subject: NEW: The Red Door \(numbering)\nFrom: r@example.org (Rowan Hale)\n\n\(prose())"
    #expect(try read(text).story.metadata.title == "The Red Door")
  }

  private func plain(_ lines: String) -> String { lines.filter { $0 != "*" } }
}
