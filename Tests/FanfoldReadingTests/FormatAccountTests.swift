import FanfoldReading
import FanfoldStory
import Testing

@Suite("The account of formats with marks of their own")
struct FormatAccountTests {
  private static let markdown = [
    "# The Lamp\n\n", "## Chapter 2\n\n", "### and\n", "Title: x\n",
    "by [Rowan](https://example.org)\n\n", "* * *\n\n",
    "---\n", "> a *b\n", "> > c\n\n", "1. one\n   - two\n\n", "```\n <x>\n", "    code\n\n",
    "a[^1] b[^x]\n\n",
    "[^1]: note\n", "[^x]:\n    > deep\n\n", "| a | b |\n|---|---|\n| 1 |\n\n",
    "<div><p>x &amp; y</p>\n", "</div>\n\n",
    "<script>no</script>\n\n", "<u>a **b</u> c**\n", "<!-- a\n\nb -->\n", "<grab>\n\n",
    "&#1;&nbsp;&#x0;&copy;\n",
    "![alt *x*](https://example.org/i.png)\n", "~~s~~ `c` \\*\n", "line  \nline\\\n",
    "\u{1A}\0\u{FFFE}", "\r\n", "🙂一\n\n",
    "<https://example.org>\n", "**Bold line**\n\n", "<br><hr>\n",
    "| a *b |\n|:-:|\n| `c` ![d *e*](f.png) |\n\n", "![](g.png)\n\n", "3. a\n\n   b\n4. > c\n\n",
    "[a]: https://example.org \"t\"\n\n", "\t- x\n",
  ]
  private static let rtf = [
    "{\\b a", "{\\i b}", "}", "\\par ", "\\line ", "\\'e9", "\\u8217'", "{\\footnote x\\par y}",
    "{\\super\\chftn}",
    "{\\*\\x gone}", "{\\header h}", "\\pard\\qc ", "\\brdrb\\par ", "\\outlinelevel0 ",
    "{\\v hid}", "{\\listtext 1.}",
    "Chapter 1\\par ", "* * *\\par ", "by Rowan\\par ", "{\\pict 00ff}", "\\cell\\row ",
    "{\\field{\\*\\fldinst HYPERLINK \"https://example.org\"}{\\fldrslt x}}",
    "\\page ", "\\u-10179?", "\\'01", "\\~", "\\f1 \\'cf", "{\\info{\\title T}}", "<x> & ",
  ]

  @Test("closes for Markdown of any shape", arguments: 1...40)
  func markdown(seed: UInt64) throws {
    try check(seed: seed, name: "a.md") { generator in
      var text =
        Bool.random(using: &generator) ? "---\ntitle: T\nnote: n\nx: [1, {y: z}]\n---\n" : ""
      for _ in 0..<Int.random(in: 1...40, using: &generator) {
        text += Self.markdown.randomElement(using: &generator) ?? ""
        if Int.random(in: 0..<4, using: &generator) == 0 { text += prose(1) + "\n\n" }
      }
      return text
    }
  }

  @Test("closes for RTF of any shape", arguments: 1...40)
  func rtf(seed: UInt64) throws {
    try check(seed: seed, name: "a.rtf") { generator in
      var text = #"{\rtf1\ansi{\fonttbl{\f1\fcharset204 x;}}"#
      for _ in 0..<Int.random(in: 1...40, using: &generator) {
        text += Self.rtf.randomElement(using: &generator) ?? ""
        if Int.random(in: 0..<4, using: &generator) == 0 { text += prose(1) + "\\par " }
      }
      return text + "}"
    }
  }

  private func check(seed: UInt64, name: String, _ make: (inout SplitMix) -> String) throws {
    var generator = SplitMix(state: seed)
    for _ in 0..<10 {
      let text = make(&generator)
      guard let reading = try? read(text, name: name) else { continue }
      #expect(
        reading.account.isClosed,
        "seed \(seed): \(reading.account.missing) bytes missing of \(text.debugDescription)")
    }
  }
}
