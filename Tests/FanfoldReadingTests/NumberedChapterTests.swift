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

  @Test("a sentence below a number is no name of the chapter, in Chinese neither")
  func sentenceBelow() throws {
    let story = try read(
      "不必等我\n\n01\n\n灯芯爆了一下，屋子里忽然亮了。\n\n\(prose(4))\n\n02\n\n他从后门走了出去。\n\n\(prose(4))"
    ).story
    #expect(story.headings == ["01", "02"])
  }

  @Test(
    "what stands before a chapter's number in Chinese",
    arguments: ["正文 第一章 渡口", "第一卷 少年 第一章 渡口", "第一章 渡口"])
  func volume(first: String) throws {
    let story = try read(
      "铜钱镇 作者：顾北\n\n\(first)\n\n\(prose(4))\n\n\(first.replacing("一章", with: "二章"))\n\n\(prose(4))"
    ).story
    #expect(story.metadata.title == "铜钱镇")
    #expect(story.metadata.authors == [Author("顾北")])
    #expect(story.chapters.map(\.kind) == [.chapter, .chapter])
  }

  @Test("the stories of a collection, in capitals or bold")
  func collection() throws {
    let names = ["The Knife Grinder", "A Coat for Tuesday", "What the Gate Said"]
    let text = names.map { "\($0.uppercased())\n\n\(prose(3))" }.joined(separator: "\n\n")
    let story = try read("Three Short Tales\nby Gil Marsden\n\n\(text)").story
    #expect(story.headings == names.map { $0.uppercased() })
    let page = names.map { "<p><b>\($0)</b></p><p>\(prose(1))</p><p>\(prose(1))</p>" }.joined()
    let bold = try read(
      "<title>Three Drabbles by Wren</title><body><h1>Three Drabbles</h1><p>by Wren</p>\(page)",
      name: "a.html"
    ).story
    #expect(bold.headings == names)
    // A text that calls itself no collection has signs and places in capitals.
    #expect(try read("The Road\nby Gil Marsden\n\n\(text)").story.chapters.count == 1)
  }

  @Test("parts headed by the title and a number with the author below")
  func signedParts() throws {
    let story = try read(
      "Iron Tide, Part One\nby Kestrel Vane\n\n\(prose(4))\n\nIron Tide, Part Two\nby Kestrel Vane\n\n\(prose(4))"
    ).story
    #expect(story.metadata.title == "Iron Tide")
    #expect(story.metadata.authors.map(\.name) == ["Kestrel Vane"])
    #expect(story.headings == ["Part One", "Part Two"])
  }

  @Test("bold lines in the middle of the page head chapters, times and places do not")
  func boldHeadings() throws {
    func page(_ names: [String]) -> String {
      let centre = "<p align=center><b>Small Rooms</b></p><p align=center>Dana Ruiz</p>"
      return "<title>x</title><body>" + centre
        + names.map { "<p align=center><b>\($0)</b></p><p>\(prose(1))</p><p>\(prose(1))</p>" }
        .joined()
    }
    let names = ["The Cellar", "The Attic", "The Stairs"]
    let story = try read(page(names), name: "a.html").story
    #expect(story.headings == names)
    #expect(story.metadata.title == "Small Rooms")
    #expect(story.metadata.authors.map(\.name) == ["Dana Ruiz"])
    let times = ["Three Days Later", "Monday Morning", "London, Spring"]
    #expect(try read(page(times), name: "a.html").story.chapters.count == 1)
    #expect(try read(page(Array(names.prefix(2))), name: "a.html").story.chapters.count == 1)
  }
}
