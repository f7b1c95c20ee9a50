import FanfoldReading
import FanfoldStory
import Testing

@Suite("Lines that were wrapped before they came into a document")
struct WrappedLinesTests {
  private static let paragraphs = [
    "The ferry came in at nine, an hour late, with its lamps lit and nobody on the upper deck, and "
      + "the two of them stood on the pier and watched how it made fast to the bollards in the rain.",
    "\"Is that all of them?\" she asked.",
    "It was not, but the others had gone below, where it was warm and where there was tea to be "
      + "had, and it took a long time before the first of them came up the stairs with his bag.",
    "\"There he is,\" said Ann, and she waved with both her arms until he saw her.",
    "He did not wave back; he put the bag down on the wet planks of the deck and looked at the town "
      + "as if it were another one, and as if he had to learn it again from the very beginning.",
    "They went home by the long way, past the school and the church and the houses that had been "
      + "built since he left, and none of them said a word that was not about the weather.",
    "\"It rained all summer,\" said Ann.",
    "\"It always rained,\" he said, and that was the first thing that sounded like him, so that she "
      + "laughed and took the bag out of his hand and carried it the rest of the way.",
  ]

  /// The lines of the paragraphs at 66 columns, an empty one between two paragraphs.
  private static let lines: [String] = paragraphs.flatMap { paragraph in
    var lines = [""]
    for word in paragraph.split(separator: " ") {
      let last = lines[lines.count - 1]
      if last.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if last.count + word.count < 66 {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines + [""]
  }

  private static func page(_ body: String) -> String {
    "<html><head><title>The Ferry</title></head><body><h1>The Ferry</h1>\(body)</body></html>"
  }

  private static let documents: [(String, String)] = [
    ("a text in pre", page("<pre>" + lines.joined(separator: "\n") + "</pre>")),
    ("lines that end in br", page("<p>" + lines.joined(separator: "<br>\n") + "</p>")),
    (
      "a paragraph for each line",
      page(lines.map { "<p>\($0.isEmpty ? "&nbsp;" : $0)</p>" }.joined(separator: "\n"))
    ),
    (
      "a word processor's paragraphs",
      "{\\rtf1\\ansi The Ferry\\par\\par "
        + lines.map { $0.isEmpty ? "\\u160?\\par " : "\($0)\\par\n" }.joined() + "}"
    ),
  ]

  @Test("are joined to paragraphs", arguments: documents)
  func joined(shape: String, document: String) throws {
    let name = document.hasPrefix("{") ? "ferry.rtf" : "ferry.html"
    let reading = try read(document, name: name)
    #expect(reading.account.isClosed, "\(reading.account.missing) bytes missing")
    #expect(reading.story.body == Self.paragraphs)
  }

  @Test("stay where they are verse, code or paragraphs of their own")
  func kept() throws {
    let verse = (0..<30).map { "The \($0)th wave" }.joined(separator: "<br>")
    let story = try read(Self.page("<p>\(verse)</p>"), name: "waves.html").story
    #expect(story.chapters[0].blocks.count == 1)
    let code = "<p>He showed them what he had written that night.</p><pre>if a\n\n  b</pre>"
    let blocks = try read(Self.page(code), name: "code.html").story.chapters[0].blocks
    #expect(blocks.map(\.content).contains(.preformatted("if a\n\n  b")))
    let speeches = (0..<30).map { "<p>\"And what of number \($0)?\" she asked him.</p>" }.joined()
    #expect(try read(Self.page(speeches), name: "talk.html").story.chapters[0].blocks.count == 30)
  }
}
