import FanfoldMarkup
import Testing

@Suite("XML")
struct XMLDocumentTests {
  @Test(
    "gives elements, text, comments and instructions as nodes",
    arguments: [
      ("<a b='c'>x<d/>y</a>", "a[b=c](\"x\" d \"y\")"),
      ("<?xml-stylesheet href='x'?><a><!--c--></a>", "<?xml-stylesheet href='x'?> a(<!--c-->)"),
      ("<a>x<![CDATA[<y>&amp;]]>z</a>", "a(\"x<y>&amp;z\")"),
      ("<A b='&lt;&#65;'>&amp;&#x42;</A>", "A[b=<A](\"&B\")"),
      ("<?xml version='1.0' encoding='koi8-r'?><a>é</a>", "a(\"é\")"),
      ("<a>x\r\ny\rz&#13;</a>", "a(\"x\\ny\\nz\r\")"),
      ("\u{FEFF}<a/>", "a"),
    ])
  func nodes(source: String, expected: String) throws {
    #expect(try outline(xml(source)) == expected)
  }

  @Test("knows namespaces")
  func namespaces() throws {
    let tree = try xml(
      """
      <package xmlns="opf" xmlns:dc="dublin" xmlns:e="epub">
        <dc:title e:type="t" type="u">One</dc:title><title>Two</title>
      </package>
      """)
    let titles = tree.all("title")
    #expect(titles.map { tree.fullName(of: $0)?.namespace } == ["dublin", "opf"])
    #expect(tree.attribute("e:type", of: titles[0]) == "t")
    #expect(tree.attribute("type", in: "epub", of: titles[0]) == "t")
    #expect(tree.attribute("type", of: titles[0]) == "u")
    #expect(tree.all("[e:type=t]") == [titles[0]])
    #expect(tree.position(of: titles[1]).line == 2)
    #expect(tree.position(of: titles[1]).column == 47)
  }

  @Test(
    "that is not well-formed is an error with its place",
    arguments: [
      ("<a>\n  <b></a>", 2, 10), ("", 1, 1), ("<a>&nbsp;</a>", 1, 10), ("<a/><b/>", 1, 5),
    ])
  func malformed(source: String, line: Int, column: Int) {
    do throws(MarkupError) {
      _ = try XMLDocument.parse(Array(source.utf8))
      Issue.record("no error")
    } catch {
      guard case .malformed(_, let foundLine, let foundColumn) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(foundLine == line)
      #expect(foundColumn == column)
    }
  }

  @Test("knows HTML's entities where a document type allows them, and no others")
  func entities() throws {
    let type = "<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.1//EN' 'xhtml11.dtd'>"
    #expect(try outline(xml(type + "<p>a&nbsp;b&mine;</p>")) == "p(\"a\u{A0}b&mine;\")")
  }

  @Test("expands no entity a document declares")
  func expansion() {
    let source = """
      <!DOCTYPE a [<!ENTITY x "xxxxxxxxxx"><!ENTITY y "&x;&x;&x;">
      <!ENTITY f SYSTEM "file:///etc/hostname">]>
      <a>&y;&f;</a>
      """
    #expect(throws: (any Error).self) { try xml(source) }
  }

  @Test("what a script or a style sheet of XHTML says is no text")
  func rawText() throws {
    let tree = try XMLDocument.parse(
      Array("<html><style>p > a { }</style><p>one</p><script>1 &lt; 2</script></html>".utf8))
    #expect(tree.text(of: tree.root) == "one")
    let raw = tree.descendants(of: tree.root).filter { tree.kind(of: $0) == .rawText }
    #expect(raw.map { tree.text(of: $0) } == ["p > a { }", "1 < 2"])
  }

  @Test(
    "references in attributes are what they stand for",
    arguments: [
      ("a?x=1&amp;y=2", "a?x=1&y=2"), ("&#38;amp;", "&amp;"), ("&amp;#38;", "&#38;"),
      ("&lt;&quot;&#x41;", "<\"A"),
    ])
  func attributeReferences(source: String, value: String) throws {
    let tree = try XMLDocument.parse(Array("<a b=\"\(source)\"/>".utf8))
    let element = try #require(tree.children(of: tree.root).first { _ in true })
    #expect(tree.attribute("b", of: element) == value)
  }
}
