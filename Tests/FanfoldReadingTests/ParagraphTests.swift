import FanfoldReading
import FanfoldStory
import Testing

@Suite("Paragraphs")
struct ParagraphTests {
  /// Sentences of different lengths, so that no paragraph looks like another.
  private static let paragraphs: [String] = (0..<12).map { index in
    let sentences = [
      "The rain had been falling since before dawn, and nobody in the house had said a word about it.",
      "She stood at the window with a cup that had gone cold, and thought about the letter.",
      "It would have to be answered.",
      "\"You are late,\" he said from the door, without taking off his coat or his hat.",
      "Nobody who knew the two of them would have believed how long they stood there before either spoke again.",
    ]
    return (0...(index % 4 + 1)).map { sentences[(index + $0) % sentences.count] }.joined(
      separator: " ")
  }

  /// A paragraph broken into lines of at most `width` columns.
  private static func wrapped(
    _ paragraph: String, _ width: Int, first: String = "", rest: String = ""
  ) -> String {
    var lines: [String] = []
    var line = first
    var isEmpty = true
    for word in paragraph.split(separator: " ") {
      if !isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = rest
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return (lines + [line]).joined(separator: "\n")
  }

  /// The same paragraphs in every layout people use.
  private static let layouts: [(name: String, text: String)] = [
    ("blank lines", paragraphs.joined(separator: "\n\n")),
    ("one per line", paragraphs.joined(separator: "\n")),
    ("two blank lines", paragraphs.joined(separator: "\n\n\n")),
    ("CR LF", paragraphs.joined(separator: "\r\n\r\n")),
    ("CR CR LF", paragraphs.joined(separator: "\r\r\n\r\r\n")),
    ("CR alone", paragraphs.joined(separator: "\r\r")),
    ("wrapped at 55", paragraphs.map { wrapped($0, 55) }.joined(separator: "\n\n")),
    ("wrapped at 65", paragraphs.map { wrapped($0, 65) }.joined(separator: "\n\n")),
    ("wrapped at 72", paragraphs.map { wrapped($0, 72) }.joined(separator: "\n\n")),
    ("wrapped at 100", paragraphs.map { wrapped($0, 100) }.joined(separator: "\n\n")),
    ("indented", paragraphs.map { wrapped($0, 72, first: "     ") }.joined(separator: "\n")),
    ("indented by a tab", paragraphs.map { wrapped($0, 66, first: "\t") }.joined(separator: "\n")),
    (
      "indented, with blank lines",
      paragraphs.map { wrapped($0, 72, first: "   ") }.joined(separator: "\n\n")
    ),
    (
      "a margin on the left",
      paragraphs.map { wrapped($0, 72, first: "    ", rest: "    ") }.joined(separator: "\n\n")
    ),
    (
      "double-spaced",
      paragraphs.map { wrapped($0, 64).split(separator: "\n").joined(separator: "\n\n") }.joined(
        separator: "\n\n\n\n")
    ),
    (
      "blanks at the ends of lines",
      paragraphs.map { wrapped($0, 72).split(separator: "\n").joined(separator: " \n") }.joined(
        separator: " \n \n")
    ),
  ]

  @Test("are the same however they are laid out", arguments: layouts.map(\.name))
  func layout(name: String) throws {
    let text = try #require(Self.layouts.first { $0.name == name }?.text)
    let story = try read("Chapter 1\n\n" + text).story
    #expect(story.body == Self.paragraphs)
  }

  @Test("of a script keep their speakers")
  func script() throws {
    let lines = [
      "MC: Tell me, Rose -- how is it to be the first of your people to serve here in the north of the country?",
      "ROSE: It is an honour.", "MC: And before?",
    ]
    let text = (lines + lines + lines).map { Self.wrapped($0, 60, rest: "  ") }.joined(
      separator: "\n\n")
    #expect(try read("Chapter 1\n\n" + text).story.body == lines + lines + lines)
  }

  @Test("verse in wrapped prose keeps its lines")
  func verse() throws {
    let verse = "Through good times,\nAnd bad times,\nI'll be on your side\nFor evermore."
    let prose = Self.paragraphs.map { Self.wrapped($0, 72) }
    let text = (prose[..<6] + [verse] + prose[6...]).joined(separator: "\n\n")
    let story = try read("Chapter 1\n\n" + text).story
    let lines = story.chapters[0].blocks.compactMap { block -> Int? in
      if case .lines(let lines) = block.content { lines.count } else { nil }
    }
    #expect(lines == [4])
  }
}
