import FanfoldReading
import FanfoldStory
import Testing

@Suite("What a page holds besides paragraphs")
struct PageBlockTests {
  private func page(_ body: String, language: String = "en") -> String {
    """
    <html lang="\(language)"><head><title>The Small Key</title></head><body>
    <div class="story"><p>\(prose(14))</p>\(body)<p>\(prose(2))</p></div></body></html>
    """
  }

  /// The blocks between the first paragraph and the last.
  private func blocks(_ body: String) throws -> [String] {
    let reading = try read(page(body), name: "page.html")
    #expect(reading.account.isClosed, "\(reading.account.missing) bytes missing")
    return reading.story.chapters.flatMap(\.outline).dropFirst().dropLast()
  }

  @Test(
    "lists nest and keep their numbers",
    arguments: [
      ("<ul><li>a<li>b</ul>", "- a - b"),
      ("<ol start='3'><li>a</li><li><p>b</p><p>c</p></li></ol>", "3. a 4. b c"),
      ("<ol><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ol>", "1. a - b - c 2. d"),
      ("<ul><li>a</li><ul><li>b</li></ul></ul>", "- a - - b"),
      ("<ol start='x'><li>a<blockquote>b</blockquote></ol>", "1. a > b"),
    ])
  func lists(source: String, expected: String) throws {
    #expect(try blocks(source) == [expected])
  }

  @Test(
    "line feeds end lines where the style says so",
    arguments: [
      "white-space: pre-wrap", "color:red;white-space:pre-line", "WHITE-SPACE:break-spaces",
    ])
  func preWrapped(style: String) throws {
    let text = "Fandom: Weather\nRating: PG\n\n\(prose(3))\n\n“One,”\nshe said.\n\n\(prose(3))"
    let page = "<title>The Small Key</title><body><div style='\(style)'>\(text)</div></body>"
    let reading = try read(page, name: "page.html")
    #expect(reading.story.metadata.fandoms == ["Weather"])
    #expect(reading.story.body.count == 7)
    #expect(reading.story.chapters[0].outline[3] == "“One,” / she said.")
    #expect(reading.account.isClosed)
  }

  @Test(
    "line feeds are blanks elsewhere", arguments: ["white-space: normal", "white-space:nowrap"])
  func unwrapped(style: String) throws {
    #expect(
      try blocks("<div style='white-space:pre'><p style='\(style)'>One\ntwo</p></div>") == [
        "One two"
      ])
  }

  @Test("quotations nest, and a change of scene parts them")
  func quotations() throws {
    #expect(
      try blocks("<blockquote>a<blockquote>b</blockquote>c<hr>d</blockquote>")
        == ["> a > > b > c", "***", "> d"])
  }

  @Test(
    "tables of data",
    arguments: [
      (
        "<table><caption>Votes</caption><tr><th>Who<th>How many<tr><td>Wren<td>2</table>",
        "Votes / !Who | !How many / Wren | 2"
      ),
      ("<table border=1><tr><td>a<td><tr><td><td>b</table>", " / a |  /  | b"),
      (
        "<table><tr><th colspan=2>Chapter 1<tr><td>1<td>***</table>",
        " / !Chapter 1 x2 / 1 | ***"
      ),
      ("<table><tr><td>a<td>b<tr><td>c<td><p>d<p><i>e</i></table>", " / a | b / c | d <i>e</i>"),
    ])
  func tables(source: String, expected: String) throws {
    #expect(try blocks(source) == [expected])
  }

  @Test(
    "tables that lay out a page, or say what is known about a story, are lines",
    arguments: [
      ("<table><tr><td>a</td></tr><tr><td>b</td></tr></table>", ["a", "b"]),
      ("<table role='presentation'><tr><td>a<td>b<tr><td>c<td>d</table>", ["a b", "c d"]),
      ("<table><tr><td>Name:<td>Wren<tr><td>Age:<td>9</table>", ["Name: Wren", "Age: 9"]),
      ("<table><tr><td>a<td><h3>b</h3><tr><td>c<td>d</table>", ["a", "## b", "c d"]),
    ])
  func layout(source: String, expected: [String]) throws {
    #expect(try blocks(source) == expected)
  }

  @Test("a story in a table is a story")
  func storyInTable() throws {
    let text = "<table><tr><td>Home<td>Links<tr><td>x<td>\(prose(4))<hr>\(prose(3))</table>"
    let reading = try read("<html><body>\(text)</body></html>", name: "page.html")
    #expect(reading.story.sceneBreaks == 1)
    #expect(
      !reading.story.chapters.flatMap(\.blocks).contains {
        if case .table = $0.content { true } else { false }
      })
  }

  @Test("a spoiler keeps the words that warn of it; a folded story is none")
  func spoilers() throws {
    #expect(
      try blocks("<details><summary>Who <b>dies</b></summary><p>Nobody.</details>")
        == ["spoiler Who <b>dies</b>: Nobody."])
    let folded = "<details><summary>Chapter 1</summary>\(prose(9))</details>"
    let story = try read("<html><body>\(folded)</body></html>", name: "a.html").story
    #expect(story.headings == ["Chapter 1"])
  }

  @Test(
    "marks within a line",
    arguments: [
      (
        "<small>so</small> <abbr title='Very Important'>VI</abbr>",
        "<small>so</small> <abbr Very Important>VI</abbr>"
      ),
      ("<span lang='fr'>très</span> <i lang='en-GB'>so</i>", "<fr>très</fr> <i>so</i>"),
      ("a <span dir='rtl'>שלום</span> <span dir='ltr'>b</span>", "a <rtl>שלום</rtl> b"),
      (
        "<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字<rt>じ</rt></ruby>です",
        "漢(かん)字(じ)です"
      ),
      (
        "x<sup>2</sup> y<sub>1</sub> <code>*z*</code>",
        "x<sup>2</sup> y<sub>1</sub> <code>*z*</code>"
      ),
    ])
  func inlines(source: String, expected: String) throws {
    #expect(try blocks("<p>\(source)</p>") == [expected])
  }

  @Test("words are counted once: no alternative texts, no readings")
  func words() throws {
    let plain = try read(page("<p>two words</p>"), name: "page.html").story.wordCount
    let rich = try read(
      page(
        "<p>two <ruby>words<rt>reading</rt></ruby><img src='\(Pictures.address)' alt='a b c'></p>"),
      name: "page.html"
    ).story.wordCount
    #expect(rich == plain)
  }
}
