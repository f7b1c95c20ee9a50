import FanfoldCheck
import Testing

/// Bodies of the content documents of textbooks and indexes, and what is found in them.
@Suite struct ProfileContentTests {
  private static let term = "<span epub:type='index-term'>t</span>"
  private static let locator = "<a href='#a' epub:type='index-locator'>1</a>"
  private static let entry = "<li>\(term)\(locator)</li>"

  private func findings(_ body: String, _ profile: Profile) -> [String] {
    let page = """
      <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">
      <head><title>t</title></head>
      \(body)
      </html>
      """
    let validator = Validator(mode: .xhtml, version: .epub3, profile: profile)
    return validator.check(Array(page.utf8), name: "page.xhtml").findings
      .filter { $0.rule.id == "RSC-005" }.map { "\($0.column ?? 0) \($0.rule.name)" }
  }

  @Test(
    "sections of textbooks",
    arguments: [
      ("<body><section><h1>a</h1><section><h2>b</h2></section></section></body>", []),
      (
        "<body><section><h1>a</h1><section><h3>b</h3></section></section></body>",
        ["39 education-heading-rank"]
      ),
      ("<body><p>x</p></body>", ["7 education-heading-missing"]),
      (
        "<body><section><h1>a</h1><h1>b</h1></section></body>", ["16 education-heading-repeated"]
      ),
      ("<body><section><h1/></section></body>", ["16 education-heading-empty"]),
      ("<body><section><h1><span aria-label='z'/></h1></section></body>", []),
      (
        "<body><section aria-label=' '><h1>a</h1></section></body>", ["31 education-label-empty"]
      ),
      (
        "<body><section aria-label='a'><h1>a</h1></section></body>",
        ["31 education-label-repeats"]
      ),
      (
        "<body><p/><figure><h1>x</h1></figure></body>", ["23 education-heading-quoted"]
      ),
      (
        "<body><section><h1>a</h1></section><nav/><section><h1>b</h1></section></body>",
        ["42 education-section-order"]
      ),
      (
        "<body><h1>a</h1><p epub:type='subtitle'>b</p></body>", ["41 education-subtitle"]
      ),
      ("<body><header><h1>a</h1><p epub:type='subtitle'>b</p></header></body>", []),
    ])
  func sections(body: String, expected: [String]) {
    #expect(findings(body, .education) == expected)
  }

  @Test(
    "parts of textbooks",
    arguments: [
      ("<p epub:type='footnotes'/>", ["43 education-part-missing"]),
      ("<div epub:type='footnotes'><p epub:type='footnote'/></div>", []),
      (
        "<div epub:type='match-problem'><p epub:type='question'/><p epub:type='answer'/>"
          + "<p epub:type='answer'/></div>",
        ["48 education-answer-repeated"]
      ),
      (
        "<p epub:type='ordinal'><b epub:type='ordinal'/></p>", ["40 education-ordinal-nested"]
      ),
    ])
  func parts(content: String, expected: [String]) {
    #expect(findings("<body><h1>t</h1>\(content)</body>", .education) == expected)
  }

  @Test(
    "parts of indexes",
    arguments: [
      ("<ul>\(entry)</ul>", []),
      ("<section epub:type='index-group'><ul>\(entry)</ul></section>", []),
      ("<p/>", ["25 index-without-entries"]),
      ("<ul/>", ["30 index-part-missing"]),
      ("<ul><li>\(term)</li></ul>", ["33 index-part-missing"]),
      (
        "<ul>\(entry)</ul><p epub:type='index-legend'/>",
        ["153 index-part-element", "153 index-part-misplaced"]
      ),
      (
        "<h1/><h2/><ul>\(entry)</ul>", ["25 index-part-repeated"]
      ),
      (
        "<ul><li>\(term)\(locator)<ul epub:type='index-locator-list'><li>\(locator)</li></ul>"
          + "</li></ul>",
        ["33 index-part-conflict"]
      ),
    ])
  func indexes(content: String, expected: [String]) {
    #expect(findings("<body epub:type='index'>\(content)</body>", .indexes) == expected)
  }

  @Test(
    "documents of an index without one, by what else is in them",
    arguments: [
      ("<p>x</p>", false), ("<p>x</p><svg xmlns='http://www.w3.org/2000/svg'/>", false),
      ("x", true), ("<p/>", true),
      ("<svg xmlns='http://www.w3.org/2000/svg'><text>x</text></svg>", true),
    ])
  func noIndex(content: String, isUntyped: Bool) {
    let found = findings("<body>\(content)</body>", .indexes)
    #expect(found.contains { $0.hasSuffix("index-missing") })
    #expect(found.contains { $0.hasSuffix("index-body-untyped") } == isUntyped)
  }

  @Test(
    "titles in SVG",
    arguments: [
      ("<title><h:b>a</h:b></title>", []),
      ("<title><h:b><svg/></h:b></title>", ["svg-title-foreign"]),
      ("<title>a<h:body/></title>", ["child-not-allowed"]),
      ("<desc epub:type='chapter'/><g epub:type='chapter'/>", ["attribute-not-allowed"]),
    ])
  func titles(content: String, expected: [String]) {
    let page = """
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:h="http://www.w3.org/1999/xhtml"
        xmlns:epub="http://www.idpf.org/2007/ops">\(content)</svg>
      """
    let report = Validator(mode: .svg, version: .epub3).check(Array(page.utf8), name: "a.svg")
    #expect(report.findings.filter { $0.rule.id == "RSC-005" }.map(\.rule.name) == expected)
  }
}
