import FanfoldEPUB
import FanfoldStory
import Testing

@Suite("Text that is left as it was typed")
struct ProtectedTextTests {
  @Test(
    "although its language is known",
    arguments: [
      "see http://example.org/it's--here", "www.example.org/--'x'y", "o'neil--x@example.org",
      "open final--draft.txt", "C:\\it's--here\\", "../../it's--x", "--**--", "~*~*~ -- ~*~*~",
      "- - -", ". . .", "=== '' ===", ":'(", "no >:-) no", "so :'-( sad", "-_-'", "^_^'",
      "<What's that -- no...>", "[12:34] Ann: I'm here -- you?", "(10:02:11 PM) ann: it's ok...",
      "<ann> it's ok", "xX_dark_Xx: it's ok -- really...", "phone88: \"ok\"", "x ----- y",
    ])
  func kept(line: String) {
    #expect(TypographySample.set(line, in: "en") == line)
  }

  @Test(
    "and the sentence around it is not",
    arguments: [
      ("\"See www.example.org/it's\"", "“See www.example.org/it's”"),
      ("I'm sad :'( -- really", "I’m sad :'(—really"),
      ("It's <it's me> -- \"no\"", "It’s <it's me>—“no”"),
      ("\"Mail o'b@example.org!\"", "“Mail o'b@example.org!”"),
      ("Mulder: It's late.", "Mulder: It’s late."),
    ])
  func around(typed: String, set: String) {
    #expect(TypographySample.set(typed, in: "en") == set)
  }

  @Test(
    "when the language is not known", arguments: [nil, "und", "ja", "zh-Hant", "ko", "he", "x"])
  func unknown(language: String?) {
    let line = "\"It's\" -- 'so'... 10 km"
    #expect(TypographySample.set(line, in: language) == line)
  }

  @Test("in code, and the text around code sees a word in its place")
  func code() {
    let typed: [Inline] = [
      .text("\""), .code("it's -- \"x\""), .text("\" is \""), .code("'"), .text("\""),
    ]
    let set: [Inline] = [
      .text("“"), .code("it's -- \"x\""), .text("” is “"), .code("'"), .text("”"),
    ]
    #expect(TypographySample.set([typed], in: "en") == [set])
  }

  @Test("and what is emphasised stays so, with the marks around and within")
  func nodes() {
    let typed: [Inline] = [
      .text("\""), .emphasis([.text("No"), .strong([.text("'")])]), .text("\" -- "),
      .link(target: "http://a.org/it's", [.text("it's \"he")]), .emphasis([.text("r\"")]),
      .lineBreak,
      .text("do"), .emphasis([.text("n't")]), .text(" .."), .text("."),
    ]
    let set: [Inline] = [
      .text("“"), .emphasis([.text("No"), .strong([.text("’")])]), .text("”—"),
      .link(target: "http://a.org/it's", [.text("it’s “he")]), .emphasis([.text("r”")]), .lineBreak,
      .text("do"), .emphasis([.text("n’t")]), .text(" .."), .text("."),
    ]
    #expect(TypographySample.set([typed], in: "en") == [set])
  }

  @Test("when only quotation marks are asked for, and when nothing is")
  func scopes() {
    let typed = "\"It's -- well...\""
    #expect(TypographySample.set(typed, in: "en", .quotes) == "“It’s -- well...”")
    #expect(TypographySample.set(typed, in: "en", .none) == typed)
  }

  @Test("in words of another language, and in every kind of block the rest is set")
  func blocks() {
    func contents(_ mark: String, _ word: String) -> [Block.Content] {
      let line: [Inline] = [.text(mark), .language("fr", [.text("l'un")]), .small([.text(word)])]
      let block = Block(.paragraph(line))
      return [
        .subheading(line), .sceneBreak(label: line), .lines([line, line]), .quotation([block]),
        .list(ordered: true, items: [[block]], start: 3), .figure([.text("it's")], caption: line),
        .table(Table(caption: line, rows: [[Table.Cell([block], columns: 2)]])),
        .spoiler(summary: line, [block]), .preformatted("it's"),
      ]
    }
    var story = Story(chapters: [Chapter(blocks: contents("\"", " it's\"").map { Block($0) })])
    story.metadata.language = "en"
    #expect(
      story.typeset(.full).chapters[0].blocks.map(\.content) == contents("“", " it’s”"))
  }
}
