import FanfoldCheck
import Testing

@Suite struct RuleCaseTests {
  /// The rules of content documents that are held to fragments, not to whole books.
  private static let fragmentRules: Set<String> = [
    "ancestor-missing", "attribute-needed", "charset-and-type", "charset-twice",
    "data-navigation-untyped", "default-track-twice", "dictionary-entry-without-term",
    "dictionary-without-entries", "document-title-empty", "document-title-missing",
    "education-answer-repeated", "education-heading-empty", "education-heading-missing",
    "education-heading-quoted", "education-heading-rank", "education-heading-repeated",
    "education-label-empty", "education-label-repeats", "education-ordinal-nested",
    "education-part-missing", "education-section-order", "education-subtitle", "encoding-not-utf-8",
    "id-reference-missing", "id-reference-other", "id-repeated", "index-body-untyped",
    "index-missing", "index-part-conflict", "index-part-element", "index-part-misplaced",
    "index-part-missing", "index-part-repeated", "index-without-entries", "inside-forbidden",
    "item-without-source", "landmark-twice", "landmark-without-type", "languages-differ",
    "map-name-other", "map-name-repeated", "navigation-heading-missing", "navigation-nested",
    "navigation-text-missing", "navigation-twice", "pronunciation-nested", "region-item-rest",
    "region-item-start", "region-label", "region-list-missing", "region-pair", "role-deprecated",
    "selected-twice", "sizes-without-icon", "svg-title-foreign", "switch-deprecated",
    "toc-not-once", "track-label-empty", "trigger-deprecated",
  ]

  @Test("the books of the tests break no rule", arguments: ["epub3", "epub2"])
  func quietBooks(name: String) {
    let report = Validator().check(TestBook(name).folder, name: "book")
    #expect(report.findings.map(\.message) == [])
  }

  @Test("a rule fires where it is broken", arguments: RuleCase.all)
  func fires(example: RuleCase) {
    #expect(example.names(example.fires).contains(example.rule))
  }

  @Test(
    "a rule is quiet where it is nearly broken",
    arguments: RuleCase.all.filter { !$0.quiet.isEmpty })
  func quiet(example: RuleCase) {
    #expect(!example.names(example.quiet).contains(example.rule))
  }

  @Test("each rule has a case, and each case a rule")
  func inStep() {
    let rules = Set(RuleCatalog.all.map(\.name))
    let cases = Set(RuleCase.all.map(\.rule)).union(ContainerBytesTests.rules)
    #expect(cases.subtracting(rules).sorted() == [])
    #expect(rules.subtracting(cases).subtracting(Self.fragmentRules).sorted() == [])
  }

  @Test("no two rules have one name, and each says what to do")
  func catalog() {
    let rules = RuleCatalog.all
    #expect(Set(rules.map(\.name)).count == rules.count)
    #expect(rules.filter { $0.help.isEmpty || $0.summary.hasSuffix(".") }.map(\.name) == [])
  }
}
