import FanfoldReading
import FanfoldStory
import Testing

@Suite("Chapters with numbers in other shapes")
struct NumberedChapterTests {
  @Test("the only number between a prologue and an epilogue")
  func loneNumber() throws {
    let pieces = ["Prologue", "1", "Epilogue"].map { "\($0)\n\n\(prose(3))" }
    #expect(
      try read(pieces.joined(separator: "\n\n")).story.headings == ["Prologue", "1", "Epilogue"])
    #expect(try read(pieces[...1].joined(separator: "\n\n")).story.headings == ["Prologue", "1"])
  }

  @Test("a list of two chapters whose names stand below the headings")
  func shortContents() throws {
    let story = try read(
      """
      THE SOUP PLATE

      by Edgar Hale

      CONTENTS

       CHAPTER I.   A VISITOR
       CHAPTER II.  THE KEY

      CHAPTER I.

      A VISITOR

      \(prose(4))

      CHAPTER II.

      THE KEY

      \(prose(4))
      """
    ).story
    #expect(story.headings == ["CHAPTER I: A VISITOR", "CHAPTER II: THE KEY"])
  }

  @Test(
    "numbers and words for chapters in Chinese and Korean",
    arguments: [
      ["卷一 少年", "卷二 归来"], ["第 1 章 渡口", "第 2 章 故人"], ["☆、第1章 渡口", "☆、第2章 故人"],
      ["1화. 비", "2화. 강"], ["1장", "2장"],
    ])
  func ideographic(headings: [String]) throws {
    let text = headings.map { "\($0)\n\n\(prose(4))" }.joined(separator: "\n\n")
    let found = try read(text).story.headings.compactMap(\.self)
    #expect(found.count == 2)
    #expect(zip(found, headings).allSatisfy { Set($1).subtracting("☆、. ").isSubset(of: Set($0)) })
  }

  @Test("a sentence that begins with a counted thing is none")
  func counted() throws {
    #expect(
      try read("제목 : 등불\n\n1장 남았다\n\n\(prose(4))\n\n2장 남았다\n\n\(prose(4))").story.chapters.count
        == 1)
  }

  @Test("a heading of Markdown above the summary heads no chapter")
  func summaryHeading() throws {
    let story = try read(
      "# Tea\n\n## Summary\n\n> They drink tea.\n\n## One\n\n\(prose(4))\n\n## Two\n\n\(prose(4))",
      name: "tea.md"
    ).story
    #expect(story.headings == ["One", "Two"])
    #expect(story.metadata.summary == [[.text("They drink tea.")]])
  }
}
