import FanfoldMarkup
import Testing

/// The parser is spared the text of a page, unless the page has a letter that would stand for it: so each page must
/// give the same tree with a comment behind it that has that letter.
@Suite("Text that the parser is spared")
struct SparedTextTests {
  @Test(
    "is where it would be if the parser had read it",
    arguments: [
      "<p>The lantern in the window went red.</p><p>She told the driver to wait.",
      "The lantern in the window went red.<p>She told the driver to wait.</p>Nobody came after that.",
      "<b>The lantern in the window</b> went from white to red. <i>She told the driver</i> to wait.",
      "<html><head>Words where there should be none<title>A title of some length</title></head>",
      "  \n  The lantern in the window went red.  \n\t <br>  \n She told the driver to wait. ",
      "<p>The lantern\r\nin the window\rwent from white\r\n\r\nto red.\r<i>\nShe told the driver</i></p>",
      "<p>&quot;Wait&quot;, she told the driver&mdash;and he did&hellip; or so he said.</p>",
      "<p>Fish &amp chips for all of them &c. and a&b for everyone &T.J. too &hellip.so what &",
      "<p>The lantern&#127; in the window&#x7F;went from white to red &#8217and then &#xnothing",
      "<p>The lantern in the <3 window <went red> she thought < told > the driver <br/> to wait",
      "<table>The lantern in the window<tr>went from white to red<td>She told the driver</table>",
      "<select><option>The lantern in the window<option>She told the driver</select> to wait for her",
      "<pre>\n   The lantern in\n   the window went red.\n</pre><textarea>She told the driver</textarea>",
      "<div><svg><text>The lantern in the window</text></svg>She told the driver to wait.</div>",
      "<script>if (a < b) { the lantern in the window }</script>She told the driver to wait.",
      "<style>p { the lantern in the window }</style><xmp>She told <b>the driver</xmp> to wait.",
      "<p>Фонарь в окне стал красным, и она велела кучеру ждать.<br>窓の灯りが白から赤に変わった。",
      "<p>The lantern \u{FFFD} in the window \u{FEFF} went from white to red.",
      "<frameset><frame src=a>The lantern in the window<noframes>She told the driver to wait",
    ])
  func places(source: String) throws {
    let spared = try html(source)
    let read = try html(source + "<!--\u{7F}-->")
    #expect(text(spared) == text(read))
    #expect(elements(spared) == elements(read))
    #expect(outline(spared) == outline(read).replacing(" <!--\u{7F}-->", with: ""))
  }

  @Test("is whole however long it is, and what follows is found on its line")
  func long() throws {
    let line = "She told the driver to wait & he waited.\n"
    let tree = try html(
      "<p>" + String(repeating: line, count: 500)
        + "</p>\n<hr><p id=x>Then nothing more happened.</p>")
    let first = try #require(tree.first("p"))
    #expect(tree.text(of: first) == String(repeating: line, count: 500))
    #expect(tree.first("hr").map { tree.position(of: $0).line } == 502)
    #expect(tree.first("#x").map { tree.position(of: $0).column } == 5)
  }

  @Test("stays with the parser where it has characters that mean nothing")
  func controls() throws {
    let tree = try html("<p>The lantern\u{1} in the\u{C} window \u{FFFE}went red.</p>")
    #expect(tree.text(of: tree.root) == "The lantern in the window went red.")
  }

  private func text(_ tree: MarkupTree) -> String { tree.text(of: tree.root) }

  private func elements(_ tree: MarkupTree) -> [String] {
    tree.all("*").map {
      "\(tree.name(of: $0)) \(tree.position(of: $0).line):\(tree.position(of: $0).column)"
    }
  }
}
