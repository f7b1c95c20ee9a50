import FanfoldReading
import FanfoldStory
import Testing

@Suite("Chapter headings")
struct ChapterTests {
  @Test("a line that a site put there is no chapter's title")
  func furnitureBelow() throws {
    let text = "[Next Chapter →]()\n1. Chp1\nT\n3. )\nCh1\nChapter Text"
    #expect(try read(text, name: "page.md").account.isClosed)
  }

  @Test(
    "five headings of one kind are five chapters",
    arguments: [
      ["Chapter 1", "Chapter 2", "Chapter 3", "Chapter 4", "Chapter 5"],
      ["Chapter one", "Chapter two", "Chapter three", "Chapter four", "Chapter five"],
      ["CHAPTER I", "CHAPTER II", "CHAPTER III", "CHAPTER IV", "CHAPTER V"],
      ["Ch. 1", "Ch. 2", "Ch. 3", "Ch. 4", "Ch. 5"],
      ["Part 1/5", "Part 2/5", "Part 3/5", "Part 4/5", "Part 5/5"],
      ["Day 1", "Day 2", "Day 3", "Day 4", "Day 5"], ["1", "2", "3", "4", "5"],
      ["1.", "2.", "3.", "4.", "5."],
      ["I", "II", "III", "IV", "V"], ["I.", "II.", "III.", "IV.", "V."],
      ["Chapitre 1", "Chapitre 2", "Chapitre 3", "Chapitre 4", "Chapitre 5"],
      ["Capítulo 1", "Capítulo 2", "Capítulo 3", "Capítulo 4", "Capítulo 5"],
      ["Capitolo uno", "Capitolo due", "Capitolo tre", "Capitolo quattro", "Capitolo cinque"],
      ["Hoofdstuk 1", "Hoofdstuk 2", "Hoofdstuk 3", "Hoofdstuk 4", "Hoofdstuk 5"],
      ["Rozdział 1", "Rozdział 2", "Rozdział 3", "Rozdział 4", "Rozdział 5"],
      ["Глава первая", "Глава вторая", "Глава третья", "Глава четвертая", "Глава пятая"],
      ["第一章", "第二章", "第三章", "第四章", "第五章"],
      ["1. fejezet", "2. fejezet", "3. fejezet", "4. fejezet", "5. fejezet"],
      ["59", "60", "61", "62", "63"],
    ])
  func found(headings: [String]) throws {
    let text = headings.map { "\($0)\n\n\(prose(3))" }.joined(separator: "\n\n")
    let story = try read("A Title\n\n" + text).story
    #expect(story.chapters.count == 5)
    #expect(story.chapters.allSatisfy { $0.blocks.count == 3 })
  }

  @Test(
    "decoration and names",
    arguments: [
      ("*Chapter 1*", "Chapter 1"), ("~ Chapter 1 ~", "Chapter 1"), ("[Chapter 1]", "Chapter 1"),
      ("=== Chapter 1 ===", "Chapter 1"), ("oOo Chapter 1 oOo", "Chapter 1"),
      ("xXx Chapter 1: A Leaf xXx", "Chapter 1: A Leaf"), ("//Chapter 1//", "Chapter 1"),
      ("Chapter 1: A Leaf Falls", "Chapter 1: A Leaf Falls"),
      ("Chapter 1 - A Leaf Falls", "Chapter 1: A Leaf Falls"),
      ("Chapitre 5 : les bois", "Chapitre 5: les bois"),
      ("Chapter Two:", "Chapter Two"), ("Prologue - A stormy night", "Prologue: A stormy night"),
      ("Epilogue", "Epilogue"),
      ("Kapitel: 01 – Ankunft", "Kapitel: 01: Ankunft"),
    ])
  func wording(line: String, heading: String) throws {
    let story = try read("A Title\n\n\(line)\n\n\(prose(3))").story
    #expect(story.headings == [heading])
  }

  @Test(
    "lines that only look like headings",
    arguments: [
      "Part of him knew", "Book it", "Volume up", "Chapter closed", "Chapter 3 was dull.",
      "Part one was done.",
      "Two men came in", "I", "Day after day", "//Prologue//", "/One/", "//Book 2, shelf 4//",
      "A letter", "xxx Part of him xxx",
      "oooh chapter and verse",
    ])
  func lookalikes(line: String) throws {
    let story = try read("A Title\n\n\(prose(2))\n\n\(line)\n\n\(prose(2))").story
    #expect(story.headings == [nil])
  }

  @Test("parts stand above chapters")
  func parts() throws {
    let sections = [
      "Part One: Snow", "Chapter 1", "Chapter 2", "Part Two: Thaw", "Chapter 3", "Epilogue",
    ]
    let text = sections.map { $0.hasPrefix("Part") ? $0 : "\($0)\n\n\(prose(2))" }.joined(
      separator: "\n\n")
    let story = try read("A Title\n\n" + text).story
    #expect(story.chapters.map(\.kind) == [.part, .chapter, .chapter, .part, .chapter, .epilogue])
    #expect(story.chapters[0].title == "Snow")
  }

  @Test("a table of contents on top is no run of empty chapters")
  func contents() throws {
    let headings = ["Chapter 1", "Chapter 2", "Chapter 3"]
    let text =
      headings.joined(separator: "\n") + "\n\n"
      + headings.map { "\($0)\n\n\(prose(2))" }.joined(separator: "\n\n")
    let story = try read("A Title\n\n" + text).story
    #expect(story.headings == ["Chapter 1", "Chapter 2", "Chapter 3"])
  }

  @Test("notes around a chapter are its notes")
  func notes() throws {
    let text =
      "A Title\n\nChapter 1\n\n\(prose(2))\n\nA/N: Please review!\n\nChapter 2\n\n\(prose(2))\n\nThe End"
    let story = try read(text).story
    #expect(story.chapters[0].notesAfter.map(\.plainText) == ["A/N: Please review!"])
    #expect(story.chapters[1].notesAfter.map(\.kind) == [.ending])
    #expect(story.metadata.status == .complete)
  }

  @Test("a heading that comes again below the author's notes is one heading")
  func repeated() throws {
    let text = """
      Chapter 1*: The Plate

      A/N: This chapter is for Ann.

      Chapter 1: The Plate

      \(prose(3))

      Chapter 2: The River

      \(prose(3))
      """
    let story = try read("A Title\n\n" + text).story
    #expect(story.headings == ["Chapter 1*: The Plate", "Chapter 2: The River"])
    #expect(story.chapters[0].blocks.count == 3)
  }

  @Test("below a number, what heads chapters elsewhere is the name")
  func namedBelow() throws {
    let text =
      (1...3).map { "Chapter \($0)\n\n\(prose(3))" } + ["Chapter 4\n\nEpilogue\n\n\(prose(3))"]
    let story = try read("A Title\n\n" + text.joined(separator: "\n\n")).story
    #expect(story.headings == ["Chapter 1", "Chapter 2", "Chapter 3", "Chapter 4: Epilogue"])
  }

  @Test("a lone act right below a number is the chapter's first line")
  func loneAct() throws {
    let story = try read("A Title\n\nChapter 1\n\nAct One\n\n\(prose(3))").story
    #expect(story.headings == ["Chapter 1"])
    #expect(story.body.first == "Act One")
  }

  @Test("several stories, each with a labelled title of its own, are chapters", arguments: [2, 5])
  func labelledTitles(count: Int) throws {
    let names = ["Tea", "Snow", "The Gate", "Letters", "Low Water"].prefix(count)
    let stories = names.map { "Title: \($0)\nFandom: Lantern Hill\nRating: PG\n\n\(prose(2))" }
    let story = try read("Small Things\n\n" + stories.joined(separator: "\n\n***\n\n")).story
    #expect(story.headings == Array(names))
    #expect(story.chapters.allSatisfy { $0.blocks.count == 2 })
    #expect(story.metadata.fandoms == ["Lantern Hill"])
  }

  @Test("a title that a story quotes heads nothing")
  func quotedTitle() throws {
    let text =
      "Title: The Long Road\nAuthor: Ann Hale\n\n\(prose(3))\n\nTitle: The Making of Tea\n\n"
    let story = try read(text + prose(3)).story
    #expect(story.metadata.title == "The Long Road")
    #expect(story.chapters.count == 1)
  }

  @Test("two chapters with one number by mistake are two chapters")
  func misnumbered() throws {
    let text = [1, 2, 3, 3, 4].map { "Chapter \($0)\n\n\(prose(4))" }.joined(separator: "\n\n")
    #expect(try read("A Title\n\n" + text).story.chapters.count == 5)
  }
}
