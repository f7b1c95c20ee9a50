import FanfoldMarkup
import Testing

@Suite("Reading markup into a tree")
struct MarkupTreeTests {
  private func html(_ text: String) throws -> MarkupTree {
    try HTMLDocument.parse(Array(text.utf8))
  }

  @Test("elements, attributes and text are found by selectors")
  func selectors() throws {
    let tree = try html(
      """
      <html><body><div id="main" class="work meta"><p>One</p><p class="note">Two <b>bold</b></p></div>
      <a href="/u/12/Rowan">Rowan</a><a href="http://a.example/works/7">7</a></body></html>
      """)
    #expect(tree.all("#main > p").map { tree.text(of: $0) } == ["One", "Two bold"])
    #expect(tree.first("div.meta p.note b").map { tree.text(of: $0) } == "bold")
    #expect(
      tree.all("a[href^='/u/'], a[href*='/works/']").map { tree.text(of: $0) } == ["Rowan", "7"])
    #expect(tree.first("#nothing") == nil)
  }

  @Test(
    "what only looks like a tag stays text",
    arguments: [
      "I <3 you", "<What?> she thought", "a <THUD> and a <whack!>", "5 < 6 and 7 > 6",
      "<grab> black",
    ])
  func stray(words: String) throws {
    let tree = try html("<p>\(words)</p>")
    #expect(tree.first("p").map { tree.text(of: $0) } == words)
  }

  @Test(
    "references are what a browser makes of them",
    arguments: [
      ("&amp;&lt;&#8217;&#x2019;", "&<’’"), ("&#146;", "’"), ("&44; &nosuch;", "&44; &nosuch;"),
      ("a&nbsp;b", "a\u{A0}b"),
    ])
  func references(source: String, text: String) throws {
    let tree = try html("<p>\(source)</p>")
    #expect(tree.first("p").map { tree.text(of: $0) } == text)
  }

  @Test("scripts, styles and comments are no text but are there")
  func raw() throws {
    let tree = try html(
      "<style>.x{display:none}</style><p>Text<!-- hidden --><script>alert('x')</script></p>")
    #expect(tree.first("p").map { tree.text(of: $0) } == "Text")
    let raw = tree.descendants(of: tree.root).filter { tree.kind(of: $0) == .rawText }
    #expect(raw.map { tree.text(of: $0) } == [".x{display:none}", "alert('x')"])
    #expect(tree.descendants(of: tree.root).contains { tree.kind(of: $0) == .comment })
  }

  @Test("lines are right beyond the sixteen bits that libxml2 has for them")
  func lines() throws {
    let tree = try html(String(repeating: "<br>\n", count: 70_000) + "<p>end</p>")
    #expect(tree.first("p").map { tree.position(of: $0).line } == 70_001)
  }

  @Test("a hundred thousand elements in each other are refused or read, and nothing breaks")
  func deep() {
    _ = try? html(String(repeating: "<div>", count: 100_000) + "x")
  }

  @Test("XML keeps its namespaces")
  func xml() throws {
    let tree = try XMLDocument.parse(Array("<a xmlns:e='urn:e'><e:b e:c='1'>t</e:b></a>".utf8))
    let node = try #require(tree.first("b"))
    #expect(tree.fullName(of: node)?.namespace == "urn:e")
    #expect(tree.attribute("c", in: "urn:e", of: node) == "1")
  }
}
