import FanfoldCheck
import Testing

/// Fragments of content documents and what is found in them.
@Suite struct ContentCases {
  private func findings(
    _ body: String, head: String = "<title>t</title>", mode: Mode = .xhtml,
    version: EPUBVersion = .epub3
  ) -> [String] {
    let page = """
      <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">
      <head>\(head)</head>
      <body>
      \(body)
      </body></html>
      """
    let validator = Validator(mode: mode, version: version)
    return validator.check(Array(page.utf8), name: "page.xhtml").findings
      .filter { $0.rule.id == "RSC-005" || $0.rule.id == "RSC-017" }
      .map { "\($0.line ?? 0):\($0.column ?? 0) \($0.rule.name)" }
  }

  @Test(
    "of drawings only their ids are asked, whatever they have in them",
    arguments: [
      ("<h:p aria-describedby='x'><h:label for='y'/></h:p>", []),
      ("<h:a href='#'><h:a href='#'>a</h:a></h:a>", []),
      ("<h:p id='a'/><h:p id='a'/>", ["id-repeated", "id-repeated"]),
    ])
  func drawings(inside: String, expected: [String]) {
    let page = """
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:h="http://www.w3.org/1999/xhtml">
      <title>t</title><foreignObject><h:div>\(inside)</h:div></foreignObject></svg>
      """
    let report = Validator(mode: .svg, version: .epub3).check(Array(page.utf8), name: "a.svg")
    #expect(report.findings.filter { $0.rule.severity != .usage }.map(\.rule.name) == expected)
  }

  @Test(
    "elements have the states of the role they have by themselves",
    arguments: [
      ("<ul><li aria-level='2'>a</li></ul>", []),
      ("<p aria-level='2'/>", ["4:20 attribute-missing"]),
      ("<h1 aria-expanded='true'>a</h1>", []),
      ("<h1 aria-expanded='perhaps'>a</h1>", ["4:29 attribute-value"]),
      ("<a href='a.xhtml' role='doc-noteref'>1</a>", []),
      ("<a href='a.xhtml' role='alert'>1</a>", ["4:32 attribute-value"]),
      ("<table aria-rowcount='0'><tr><td/></tr></table>", []),
    ] as [(String, [String])])
  func ownRole(body: String, expected: [String]) {
    #expect(findings(body) == expected)
  }

  @Test(
    "attributes by the form that an element comes in",
    arguments: [
      ("<button type='button' formaction='a'>a</button>", ["4:38 attribute-not-allowed"]),
      ("<button formaction='a'>a</button>", []),
      ("<p><meta itemprop='a' content='b' property='c'/></p>", ["4:49 attribute-not-allowed"]),
      ("<p><link rel='next' href='a'/></p>", []),
      ("<p><link rel='next' href='a' rev='prev'/></p>", ["4:42 attribute-missing"]),
      ("<audio><source src='a.mp3' media='print'/></audio>", ["4:43 attribute-not-allowed"]),
      ("<map name='a'><area download='b'/></map>", []),
      ("<p><input type='date' value='soon'/></p>", ["4:37 attribute-value"]),
      ("<p><input type='date' value=''/></p>", []),
      ("<p><q cite='http://'>a</q></p>", ["4:22 attribute-value"]),
      ("<p><q cite='http://[1::2::3]/'>a</q></p>", ["4:32 attribute-value"]),
      ("<p><q cite='http://[::1%25a]:80/'>a</q></p>", []),
      ("<a href='a' ping=''>a</a>", []), ("<a href='a' ping=' b '>a</a>", []),
      ("<p enterkeyhint=' go ' inputmode=' url ' popover=' auto '/>", []),
      ("<p popover='AUTO'/>", ["4:20 attribute-value"]),
      ("<a href='a' referrerpolicy=' origin '>a</a>", ["4:39 attribute-value"]),
      ("<img src='a' alt='' loading='lazy '/>", ["4:38 attribute-value"]),
      ("<p property='' datatype=' '/>", []), ("<p property=' '/>", ["4:18 attribute-value"]),
      ("<p><object data='a' rel='50%'>a</object></p>", ["4:31 attribute-value"]),
      ("<form method=' get ' action='a'><p/></form>", []), ("<ol type=' a '><li/></ol>", []),
      ("<template span='2'/>", []), ("<ruby>a<rtc><x-note/></rtc></ruby>", []),
      ("<video><track src='a' label=' '/></video>", ["4:34 track-label-empty"]),
    ] as [(String, [String])])
  func forms(body: String, expected: [String]) {
    #expect(findings(body) == expected)
  }

  @Test(
    "a switch among words has only words",
    arguments: [
      ("p", ["child-not-allowed", "switch-deprecated"]), ("div", ["switch-deprecated"]),
    ])
  func switches(parent: String, expected: [String]) {
    let body = """
      <\(parent)><epub:switch><epub:case required-namespace="a">a</epub:case>
      <epub:default><p>b</p></epub:default></epub:switch></\(parent)>
      """
    let names = findings(body).compactMap { $0.split(separator: " ").last.map(String.init) }
    #expect(names == expected)
  }

  @Test(
    "formulas by what they mean",
    arguments: [
      ("<apply><plus/><bvar><ci>x</ci></bvar><condition><ci>y</ci></condition></apply>", []),
      ("<apply><plus/><condition id='c'><ci>y</ci></condition></apply>", ["attribute-not-allowed"]),
      ("<set><degree><ci>x</ci></degree></set>", ["child-not-allowed"]),
      ("<lambda><bvar><ci>x</ci></bvar></lambda>", ["element-incomplete"]),
      ("<reln id='r'><ci>x</ci></reln>", ["attribute-not-allowed"]),
      ("<cbytes>AQID</cbytes>", []), ("<cbytes>?</cbytes>", ["content-value"]),
      ("<cbytes>A</cbytes>", ["content-value"]),
    ] as [(String, [String])])
  func formulas(content: String, expected: [String]) {
    let body = """
      <p><math xmlns='http://www.w3.org/1998/Math/MathML' alttext='f'><semantics><mi>f</mi>
      <annotation-xml encoding='MathML-Content' name='contentequiv'>\(content)</annotation-xml>
      </semantics></math></p>
      """
    #expect(
      findings(body).compactMap { $0.split(separator: " ").last.map(String.init) } == expected)
  }

  @Test(
    "drawings of EPUB 2",
    arguments: [
      ("<circle cx='1' cy='1' r='1'/>", []),
      ("<circle/>", ["2:10 attribute-missing"]),
      ("<circle r='1' colour='red'/>", ["2:29 attribute-not-allowed"]),
      ("<rect width='1' height='1' display='shown'/>", ["2:45 attribute-value"]),
      ("<blob/>", ["2:8 child-not-allowed"]),
      ("<o:note xmlns:o='urn:o'><blob/></o:note>", []),
      ("<g o:note='1' xmlns:o='urn:o'/>", []),
      ("<g id='a'/><g id='a'/>", ["2:12 id-repeated", "2:23 id-repeated"]),
    ] as [(String, [String])])
  func drawing(content: String, expected: [String]) {
    let page = "<svg xmlns='http://www.w3.org/2000/svg'>\n\(content)</svg>"
    let report = Validator(mode: .svg, version: .epub2).check(Array(page.utf8), name: "a.svg")
    let found = report.findings.map { "\($0.line ?? 0):\($0.column ?? 0) \($0.rule.name)" }
    #expect(found == expected)
  }

  @Test("the drawings in pages of EPUB 2 are judged too")
  func drawingInPage() {
    let body = "<p><svg xmlns='http://www.w3.org/2000/svg'><blob/></svg></p>"
    #expect(findings(body, version: .epub2) == ["4:51 child-not-allowed"])
  }

  @Test(
    "content of EPUB 3",
    arguments: [
      ("<p>words</p>", []),
      ("<p>words<li/></p>", ["4:14 child-not-allowed"]),
      ("<foo><p><bar/></p></foo>", ["4:6 child-not-allowed"]),
      ("<x-note a='1'><p/></x-note>", []),
      ("<x-note form='f' headers='h' lang='en' xml:lang='fr' style='color'/>", []),
      (
        """
        <p><math xmlns='http://www.w3.org/1998/Math/MathML' xmlns:xlink='http://www.w3.org/1999/xlink'
         alttext='f'><mi xlink:title='x' dir='ltr'>f<mglyph dir='ltr'/></mi></math></p>
        """, ["5:64 attribute-not-allowed"]
      ),
      ("<p data-a='1' xmlns:o='urn:o' o:b='2'/>", []),
      ("<p hidden='no' HREF='x'/>", ["4:26 attribute-value", "4:26 attribute-not-allowed"]),
      ("<img alt='a'/>", ["4:15 attribute-missing"]),
      ("<dl><dt/></dl>", ["4:15 element-incomplete"]),
      (
        "<ul>a&amp;b<li/></ul>",
        [
          "4:6 text-not-allowed", "4:11 text-not-allowed", "4:12 text-not-allowed",
        ]
      ),
      ("<p role='checkbox'/>", ["4:21 attribute-missing"]),
      ("<p role='button' aria-level='1'/>", ["4:34 attribute-not-allowed"]),
      ("<time datetime='2020-01'/><time datetime='soon'/>", ["4:50 attribute-value"]),
      (
        "<p><math xmlns='http://www.w3.org/1998/Math/MathML'><mfrac><mi/></mfrac></math></p>",
        [
          "4:73 element-incomplete"
        ]
      ),
      ("<p><svg xmlns='http://www.w3.org/2000/svg'><any/></svg></p>", []),
      ("<a href='a'><b><a href='b'/></b></a>", ["4:29 inside-forbidden"]),
      ("<p id='a'/><p id='a'/>", ["4:12 id-repeated", "4:23 id-repeated"]),
      ("<label for='x'/>", ["4:17 id-reference-other"]),
      ("<p aria-describedby='x'/>", ["4:26 id-reference-missing"]),
      (
        "<svg xmlns='http://www.w3.org/2000/svg' aria-labelledby='x'/>",
        ["4:62 id-reference-missing"]
      ),
      (
        "<p><math xmlns='http://www.w3.org/1998/Math/MathML'><mi id='a' xref='b'>a</mi></math></p>",
        ["4:73 id-reference-missing"]
      ),
      (
        "<p><math xmlns='http://www.w3.org/1998/Math/MathML'><mi id='a' xref='a'>a</mi></math></p>",
        []
      ),
      ("<p lang='en' xml:lang='fr'/>", ["4:29 languages-differ"]),
      ("<bdo/>", ["4:7 attribute-needed"]),
    ])
  func content(body: String, expected: [String]) {
    #expect(findings(body) == expected)
  }

  @Test(
    "heads",
    arguments: [
      ("<title> </title>", ["2:14 document-title-empty"]),
      ("<title>&#160;</title>", []),
      ("<title>t</title><meta charset='ascii'/>", ["2:46 attribute-value"]),
      (
        "<title>t</title><meta http-equiv='content-type' content='text/html'/>",
        [
          "2:76 encoding-not-utf-8"
        ]
      ),
      ("", ["2:7 document-title-missing"]),
      ("<title xmlns='a'>t</title>", ["2:24 child-not-allowed", "2:7 document-title-missing"]),
    ])
  func heads(head: String, expected: [String]) {
    #expect(findings("<p/>", head: head) == expected)
  }

  private static let list = "<nav epub:type='toc'><ol><li><a href='a'>a</a></li></ol></nav>"

  @Test(
    "navigation documents",
    arguments: [
      ("<nav epub:type='toc'><ol><li><a href='a'>a</a></li></ol></nav>", []),
      ("<nav epub:type='toc'><p/></nav>", ["4:26 child-not-allowed", "4:32 element-incomplete"]),
      ("<nav epub:type='toc'><ol><li><span>a</span></li></ol></nav>", ["4:49 element-incomplete"]),
      (
        "<nav epub:type='toc'><ol><li><a href='a'/></li></ol></nav>",
        [
          "4:43 navigation-text-missing"
        ]
      ),
      ("<p/>", ["3:7 toc-not-once"]),
      (
        "\(list)<nav epub:type='lot'><hgroup><h1>x</h1></hgroup><ol><li><a href='a'>a</a></li></ol></nav>",
        ["4:84 navigation-heading-missing"]
      ),
      ("\(list)<h2><b aria-label='x'/></h2>", []),
      (
        "\(list)<h2><b><img src='a' alt='x'/></b></h2>",
        ["4:67 navigation-text-missing"]
      ),
      (
        "\(list)<nav epub:type='landmarks'><ol><li><a epub:type='toc' href='a'>a</a></li>"
          + "<li><a epub:type='toc cover' href='a'>a</a></li></ol></nav>",
        ["4:126 landmark-twice", "4:174 landmark-twice"]
      ),
      (
        "\(list)<nav epub:type='landmarks'><ol><li><a epub:type='toc' href='a'>a</a></li>"
          + "<li><a epub:type='cover' href='a'>a</a></li></ol></nav>", []
      ),
      ("\(list)<nav property='x'/>", ["4:82 attribute-not-allowed"]),
      ("\(list)<body/>", ["4:70 child-not-allowed", "4:70 toc-not-once"]),
    ])
  func navigation(body: String, expected: [String]) {
    #expect(findings(body, mode: .navigation) == expected)
  }

  @Test(
    "the rules between elements are asked where something stands behind the document's element",
    arguments: [
      ("<p id='a'/><p id='a'/></body></html><p/><body>", ["4:12 id-repeated", "4:23 id-repeated"]),
      ("<p id='a'/><p id='a'/></body><!--", []),
    ])
  func behind(body: String, expected: [String]) {
    #expect(findings(body) == expected)
  }

  @Test(
    "content of EPUB 2",
    arguments: [
      ("<p>words</p>", []),
      ("words", ["4:6 text-not-allowed", "5:8 element-incomplete"]),
      ("<section><p/></section><p/>", ["4:10 child-not-allowed", "4:14 child-not-allowed"]),
      ("<p><img src='a'/></p>", ["4:18 attribute-missing"]),
      ("<p id='1'/>", ["4:12 attribute-value"]),
      ("<p><a><b><a/></b></a></p>", ["4:7 inside-forbidden"]),
    ])
  func epub2(body: String, expected: [String]) {
    #expect(findings(body, version: .epub2) == expected)
  }

  @Test(
    "the style of an element with a made-up name is judged in EPUB 2",
    arguments: [(.epub2, 1), (.epub3, 0)] as [(EPUBVersion, Int)])
  func customStyle(version: EPUBVersion, count: Int) {
    let page = """
      <html xmlns='http://www.w3.org/1999/xhtml'><head><title>t</title></head>
      <body><p>a</p><x-note style='color'/></body></html>
      """
    let report = Validator(mode: .xhtml, version: version).check(Array(page.utf8), name: "a.xhtml")
    #expect(report.findings.count { $0.rule.name == "style-syntax" } == count)
  }

  @Test("every grammar can be read", arguments: Grammar.all)
  func grammars(name: String) throws {
    #expect(try Grammar(named: name).unreachable == [])
  }
}
