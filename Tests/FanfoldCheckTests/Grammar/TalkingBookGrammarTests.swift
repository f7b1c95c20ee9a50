import FanfoldCheck
import FanfoldMarkup
import Testing

/// What the documents of talking books may contain.
@Suite struct TalkingBookGrammarTests {
  private func report(_ matter: String) throws -> [String] {
    let xml = """
      <dtbook xmlns="http://www.daisy.org/z3986/2005/dtbook/" version="2005-2"><head/><book>
      <bodymatter><level1>\(matter)</level1></bodymatter></book></dtbook>
      """
    let tree = JudgedXML.read(Array(xml.utf8)).tree
    var matcher = try GrammarMatcher(Grammar(named: "dtbook"))
    return matcher.match(tree).map { "\($0.kind) \(tree.name(of: $0.node))" }
  }

  @Test(
    "DTBook",
    arguments: [
      ("<h1>a</h1><p>b <em>c</em></p><level2><p/></level2>", []),
      ("<p/><h1>a</h1><p/>", []),
      ("<h1>a</h1>", ["elementIncomplete level1"]),
      ("<h2>a</h2><p/>", ["elementNotAllowed h2"]),
      ("words", ["textNotAllowed ", "elementIncomplete level1"]),
      ("<p>a<pagenum id='p1'>1</pagenum></p>", []),
      ("<p>a<pagenum>1</pagenum></p>", ["attributesMissing pagenum"]),
      ("<imggroup><img src='a' alt=''/><caption>b</caption></imggroup>", []),
      ("<imggroup><img src='a'/></imggroup>", ["attributesMissing img"]),
      ("<list type='dl'><li/></list>", ["attributeValue(\"type\") list"]),
      ("<poem><title>a</title><line>b<linenum>1</linenum></line></poem>", []),
    ])
  func violations(matter: String, expected: [String]) throws {
    #expect(try report(matter) == expected)
  }
}
