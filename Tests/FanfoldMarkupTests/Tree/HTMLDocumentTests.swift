import FanfoldMarkup
import Testing

@Suite("HTML")
struct HTMLDocumentTests {
  @Test(
    "gives elements, text, comments and raw text as nodes",
    arguments: [
      ("<p class='a b' id=x>One<br>two</p>", "p[class=a b id=x](\"One\" br \"two\")"),
      ("<p>One<p>Two", "p(\"One\") p(\"Two\")"),
      ("<P>One<!-- no <b> --> two</P>", "p(\"One\" <!-- no <b> --> \" two\")"),
      ("<div><hr noshade><i>a</i></div>", "div(hr[noshade=] i(\"a\"))"),
      (
        "<div><style>.x<y { display:none }</style>a<script>a<b && \"</p>\"</script></div>",
        "div(style(raw\".x<y { display:none }\") \"a\" script(raw\"a<b && \"</p>\"\"))"
      ),
      ("<p>a<wbr>b <em>c</em></p>", "p(\"a\" wbr \"b \" em(\"c\"))"),
      ("<p>a\r\nb\rc</p>", "p(\"a\\nb\\nc\")"),
      ("<p>мир&mdash;&#x263A;</p>", "p(\"мир—☺\")"),
      ("<p>a<br\\>b</p>", "p(\"a\" br \"b\")"),
      ("<div><o:p>a</o:p><my-box>b</my-box></div>", "div(o:p(\"a\") my-box(\"b\"))"),
      ("<div><svg viewBox='0 0 1 1'><g/></svg></div>", "div(svg[viewbox=0 0 1 1](g))"),
    ])
  func nodes(source: String, expected: String) throws {
    let tree = try html("<html><body>\(source)</body></html>")
    let body = try #require(tree.first("body"))
    #expect(tree.children(of: body).map { outline(tree, $0) }.joined(separator: " ") == expected)
  }

  @Test(
    "keeps words in angle brackets that are no tags",
    arguments: [
      "<What?>", "I <3 you", "<THUD>", "<grab>", "<I wonder what he wants>", "a < b > c",
      "<Data> and <Mark>", "<g>", "<half-smile>", "</sarcasm>", "<>", "< p >", "<a", "<!>", "<?>",
      "<b&w>", "<p.s.>", "<!-- unfinished", "<time to go>", "<<grin>>", "<sigh", "<Harry/Draco>",
    ])
  func angleBrackets(text: String) throws {
    let source = "<p>Before \(text) after <i>it</i></p>"
    let tree = try html("<html><body>\(source)")
    #expect(tree.text(of: tree.root) == "Before \(text) after it")
    #expect(tree.all("i").count == 1)
  }

  @Test(
    "reads titles as text",
    arguments: [
      ("<title>A <3 B &amp; <b>C</title>", "A <3 B & <b>C"), ("<title>Plain</title>", "Plain"),
    ])
  func title(source: String, text: String) throws {
    let tree = try html("<html><head>\(source)</head><body><p>x</p></body></html>")
    #expect(tree.first("title").map { tree.text(of: $0) } == text)
    #expect(tree.first("p") != nil)
  }

  @Test(
    "reads references as browsers do",
    arguments: [
      ("don&#146;t", "don’t"), ("a&#x97;b", "a—b"), ("&#0;", "\u{FFFD}"), ("&#xD800;", "\u{FFFD}"),
      ("&#99999999999;", "\u{FFFD}"), ("&44;", "&44;"), ("&nosuch;", "&nosuch;"), ("&#", "&#"),
      ("AT&T &amp; &lt;b&gt;", "AT&T & <b>"), ("&laquo Back, &copyright", "« Back, &copyright"),
      ("a&nbsp&nbsp b&copy=2", "a\u{A0}\u{A0} b&copy=2"), ("&nbsp;&hellip;", "\u{A0}…"),
      ("a\u{0}b", "a\u{FFFD}b"),
    ])
  func references(source: String, text: String) throws {
    let tree = try html("<html><body><p title='\(source)'>\(source)</p></body></html>")
    let paragraph = try #require(tree.first("p"))
    #expect(tree.text(of: paragraph) == text)
    #expect(tree.attribute("title", of: paragraph) == text)
  }

  @Test("does not listen to what a page says of its encoding")
  func encoding() throws {
    let tree = try html("<html><head><meta charset=koi8-r></head><body><p>é</p></body></html>")
    #expect(tree.text(of: tree.root) == "é")
  }

  @Test("tells the document type")
  func documentType() throws {
    let source = "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"x.dtd\"><p>a"
    let type = try html(source).documentType
    #expect(type?.publicID == "-//W3C//DTD XHTML 1.0 Strict//EN")
    #expect(type?.systemID == "x.dtd")
  }

  @Test("knows where nodes begin, beyond edits and beyond 65,535 lines")
  func positions() throws {
    let filler = String(repeating: "<p>a <grin> &#146;</p>\r\n", count: 70_000)
    let tree = try html("<html><body>\n\(filler)<p id=x>One <3 <b\n>two</b></p></body></html>")
    let last = try #require(tree.first("#x"))
    #expect(tree.position(of: last).line == 70_002)
    #expect(tree.position(of: last).column == 1)
    #expect(tree.position(of: last).offset == 13 + 24 * 70_000)
    let parts = tree.children(of: last).map { tree.position(of: $0) }
    #expect(parts.map(\.column) == [9, 16])
    #expect(
      tree.children(of: try #require(tree.first("b"))).map { tree.position(of: $0).line } == [
        70_003
      ])
  }

  @Test("gives an empty tree for an empty file", arguments: ["", " \n"])
  func empty(source: String) throws {
    let tree = try html(source)
    #expect(tree.all("p") == [])
    #expect(tree.text(of: tree.root).utf8.allSatisfy { $0 <= 0x20 })
  }
}
