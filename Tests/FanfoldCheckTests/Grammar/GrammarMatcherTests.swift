import FanfoldCheck
import FanfoldMarkup
import Testing

/// How matching goes on after each kind of error, told as what is reported and where.
@Suite struct GrammarMatcherTests {
  private static let notation = """
    start book
    element book [id lang!='en|fr] title? (chapter | note)*
    element title text
    element chapter [number=integer] heading paragraph+
    element heading text
    element paragraph (text | em)*
    element em (text | em)*
    element note [] {integer}
    """

  private func report(_ xml: String, by notation: String = Self.notation) throws -> [String] {
    let document = JudgedXML.read(Array(xml.utf8))
    var matcher = try GrammarMatcher(Grammar(notation: notation))
    let tree = document.tree
    return matcher.match(tree).map { violation in
      let name = tree.name(of: violation.node)
      return "\(violation.kind) \(name.isEmpty ? "text" : name)"
    }
  }

  @Test(
    "violations",
    arguments: [
      ("<book lang='en'/>", []),
      ("<book/>", ["attributesMissing book"]),
      ("<book lang='de'/>", ["attributeValue(\"lang\") book"]),
      ("<book lang='en' size='1'/>", ["attributeNotAllowed(\"size\") book"]),
      ("<book lang='en'>words</book>", ["textNotAllowed text"]),
      ("<book lang='en'><note>x</note></book>", ["elementValue note"]),
      ("<book lang='en'><note>1</note><title/></book>", ["elementNotAllowed title"]),
      (
        "<book lang='en'><chapter><paragraph/></chapter></book>", ["elementTooEarly paragraph"]
      ),
      ("<book lang='en'><chapter><heading/></chapter></book>", ["elementIncomplete chapter"]),
      (
        // An unknown element is one error; a known one in it ends in a place that is none.
        "<book lang='en'><other><em>a<b/></em></other><note>2</note></book>",
        ["elementNotAllowed other", "elementNotAllowed b", "misplacedParent em"]
      ),
      (
        // One out of its place is judged by itself, and what follows by where it stands.
        "<book lang='en'><chapter><heading/><note>x</note><paragraph/><title/></chapter></book>",
        ["elementNotAllowed note", "elementValue note", "elementNotAllowed title"]
      ),
      (
        "<book lang='en'><note>1<em/>2</note></book>",
        [
          "textNotAllowed em", "elementNotAllowed em", "textNotAllowed text",
          "elementIncomplete note",
        ]
      ),
    ])
  func violations(xml: String, expected: [String]) throws {
    #expect(try report(xml) == expected)
  }

  @Test("what is missing or could be there instead is named")
  func expectations() throws {
    let document = JudgedXML.read(Array("<book lang='en'><chapter/><x/></book>".utf8))
    var matcher = try GrammarMatcher(Grammar(notation: Self.notation))
    let found = matcher.match(document.tree).map(\.expected)
    #expect(found == [["heading"], ["chapter", "note"]])
  }

  @Test(
    "in a document of another namespace its parts are judged by themselves",
    arguments: [
      ("<book lang='en' xmlns='x'><chapter/></book>", ["elementNotAllowed book"]),
      (
        "<book xmlns='x'><q:a xmlns:q='y'><q:b/></q:a></book>",
        ["elementNotAllowed book", "elementNotAllowed a"]
      ),
      (
        "<book xmlns='x'><title xmlns='b'>t</title><book xmlns='b'/></book>",
        ["elementNotAllowed book", "elementNotAllowed title", "attributesMissing book"]
      ),
      ("<book xmlns='b' lang='en'><q:a xmlns:q='y'/></book>", ["elementNotAllowed a"]),
    ])
  func otherNamespaces(xml: String, expected: [String]) throws {
    #expect(try report(xml, by: "ns - b\nhome -\n" + Self.notation) == expected)
  }

  @Test("alternatives are told apart by an attribute, whatever its place")
  func alternatives() throws {
    let notation = """
      start list
      element list (input)*
      element input ([kind!='text size=integer] | [kind!='box checked=flag])
      """
    #expect(try report("<list><input kind='text' size='3'/></list>", by: notation) == [])
    #expect(try report("<list><input size='3' kind='text'/></list>", by: notation) == [])
    #expect(
      try report("<list><input size='3' kind='box'/></list>", by: notation)
        == ["attributeValue(\"kind\") input"])
    #expect(
      try report("<list><input kind='box' size='3'/></list>", by: notation)
        == ["attributeNotAllowed(\"size\") input"])
  }

  @Test("an unordered content needs each part")
  func interleave() throws {
    let notation = "start a\nelement a (b+ & c? & d*)\nelement b []\nelement c []\nelement d []"
    #expect(try report("<a><d/><b/><c/><b/><d/></a>", by: notation) == [])
    #expect(
      try report("<a><c/><d/><c/></a>", by: notation)
        == ["elementNotAllowed c", "elementIncomplete a"])
  }

  @Test("a document cut short is not incomplete")
  func fault() throws {
    #expect(try report("<book lang='en'><chapter>") == [])
  }

  @Test("depth, length and number cost no more than their size")
  func hostile() throws {
    let deep = String(repeating: "<em>", count: 5000) + String(repeating: "</em>", count: 5000)
    let chapter = "<chapter><heading/><paragraph>\(deep)</paragraph></chapter>"
    #expect(try report("<book lang='en'>\(chapter)</book>") == [])
    let long = String(repeating: "9", count: 1_000_000)
    #expect(try report("<book lang='en'><note>\(long)</note></book>") == [])
    let notation =
      "start a\nelement a (\(Self.names.map { "\($0)*" }.joined(separator: " & ")))\n"
      + Self.names.map { "element \($0) []" }.joined(separator: "\n")
    let parts = Self.names.reversed().map { "<\($0)/>" }.joined()
    let many = String(repeating: parts, count: 200)
    #expect(try report("<a>\(many)</a>", by: notation) == [])
  }

  private static let names = (0..<16).map { "e\($0)" }
}
