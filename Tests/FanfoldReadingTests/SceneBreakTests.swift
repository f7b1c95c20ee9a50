import FanfoldReading
import FanfoldStory
import Testing

@Suite("Scene breaks")
struct SceneBreakTests {
  @Test(
    "a mark between paragraphs is one break",
    arguments: [
      "* * *", "***", "******", "* * * * *", "- - - - -", "---", "___", "OOOOOOOOOO", "o0o0o0o0o",
      "oOo", "-oOo-",
      "... ... ... ... ...", "---------------------- --", "——————-.", "+++++++++++",
      "----- ----- -----", "~*~", "~*~*~*~",
      "*~*~*", "-x-x-x-", "xXx", "HPHPHP", "-SW-SW-SW-", "~ ~ ~", "_ _ _", "<><><>", "[][][]",
      "/\\/\\/\\", "#", "###", "§",
      "❦", "⁂", "♥♥♥", "★ ☆ ★", "◇◇◇", "※", "•••", "&&&", "=====", "[break]", "(line break)",
      "~TIME SKIP~", "*time skip*",
      "xXx Linebreak xXx", "-Line Break-", "---*----",
    ])
  func marks(mark: String) throws {
    let story = try read("A Title\n\n\(prose(2))\n\n\(mark)\n\n\(prose(2))").story
    #expect(story.sceneBreaks == 1)
    #expect(story.body.count == 5)
  }

  @Test(
    "other short lines stay text",
    arguments: [
      "...", "\"...\"", "\"!\"", "?", "Oh.", "ox", "Oooo", "xo", "NO", "1984", "42", "\"12:30!\"",
      "PS. I love you", "-",
      "lalala", "(laughs)", "<3", "*sigh*", "[laughs]",
    ])
  func text(line: String) throws {
    let story = try read("A Title\n\n\(prose(2))\n\n\(line)\n\n\(prose(2))").story
    #expect(story.sceneBreaks == 0)
    #expect(story.chapters.count == 1)
    #expect(story.body.count == 5)
  }

  @Test(
    "what is a mark only by its coming again is one when it does",
    arguments: ["-", "%", "~HP~", "-SW-SW-", "=DM-HG=", "<3 <3 <3"])
  func rare(mark: String) throws {
    let parts = Array(repeating: prose(2), count: 4)
    let story = try read("A Title\n\n" + parts.joined(separator: "\n\n\(mark)\n\n")).story
    #expect(story.sceneBreaks == 3)
    let twice = try read("A Title\n\n" + parts[1...].joined(separator: "\n\n\(mark)\n\n")).story
    #expect(twice.sceneBreaks == 0)
    #expect(twice.body.count == 8)
  }

  @Test(
    "words that come again stay text",
    arguments: [
      "lalala", "haha", "HELP", "-Lex-", "~Remember~", "<3", "!!!", "...", "*TAP*", "/HELP/",
      "<YES>", "0", "$", "<3 <3",
    ])
  func again(line: String) throws {
    let parts = Array(repeating: prose(2), count: 4)
    let story = try read("A Title\n\n" + parts.joined(separator: "\n\n\(line)\n\n")).story
    // Strokes and asterisks may become emphasis.
    let words = line.split { "*/".contains($0) }.joined()
    #expect(story.body.count { $0 == line || $0 == words } == 3)
  }

  @Test("words on a break stay as its label")
  func label() throws {
    let story = try read("A Title\n\n\(prose(2))\n\n~*~ Three days later ~*~\n\n\(prose(2))").story
    let labels = story.chapters[0].blocks.compactMap { block -> String? in
      if case .sceneBreak(let label) = block.content { label.plainText } else { nil }
    }
    #expect(labels == ["Three days later"])
  }

  @Test("wide gaps are breaks where paragraphs are indented")
  func gaps() throws {
    let line =
      "The rain had been falling since before dawn and nobody in the\nhouse had said a word about it at all.\n"
    let scene = ("    " + line + "    " + line + "    " + line + "    " + line)
    let story = try read("\(scene)\n\(scene)\n\(scene)").story
    #expect(story.sceneBreaks == 2)
  }

  @Test("rules beside a heading and around the title are no breaks")
  func edges() throws {
    let text = """
      ------------------------
      THE RED DOOR
      ------------------------

      Chapter 1

      * * *

      \(prose(2))

      * * *

      Chapter 2

      \(prose(2))
      """
    let story = try read(text).story
    #expect(story.metadata.title == "THE RED DOOR")
    #expect(story.sceneBreaks == 0)
  }

  @Test("a rule below the end parts the story from what leads elsewhere")
  func belowEnd() throws {
    let page = """
      <html><body><h1>The Red Door</h1><p>\(prose(1))</p><hr><p>\(prose(1))</p><p>THE END</p>\
      <p>Rowan</p><hr><a href="/">Back to the archive</a> | <a href="/s">Search</a></body></html>
      """
    #expect(try read(page, name: "door.html").story.sceneBreaks == 1)
  }
}
