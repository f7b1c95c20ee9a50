import FanfoldReading
import FanfoldStory
import Testing

@Suite("Each decision is explained")
struct DecisionTests {
  /// A decision in one line: subject, value, rule, line.
  private static func line(_ decision: Decision) -> String {
    let place = decision.lines.map { String($0.first) } ?? "-"
    return "\(place) \(decision.subject.rawValue) '\(decision.value)' \(decision.rule)"
  }

  @Test("with its rule and its line")
  func all() throws {
    let reading = try Passages.read(Passages.lighthouse, explains: true)
    #expect(
      reading.decisions.map(Self.line) == [
        "7 chapter 'Chapter 1' heading-word",
        "15 chapter 'Chapter 2: The Ship' heading-word",
        "1 title 'The Lamp at Noon' title-line",
        "2 author 'Rowan Hale' byline",
        "4 fandom 'Smallville' header-line",
        "5 note 'disclaimer' labelled-note",
        "19 ending 'The End' ending",
        "19 status 'complete' ending",
        "11 scene-break '* * *' scene-break",
        "- language 'en' language-words",
      ])
    #expect(reading.decisions.map(\.evidence)[3] == "a 'by' and a name")
  }

  @Test("only when somebody asks")
  func silent() throws {
    let asked = try Passages.read(Passages.lighthouse, explains: true)
    let unasked = try Passages.read(Passages.lighthouse)
    #expect(unasked.decisions.isEmpty)
    #expect(unasked.story == asked.story)
  }

  @Test("and a heading that was not taken is told")
  func rejected() throws {
    let lines =
      Array(Passages.lighthouse[..<16]) + ["Day 3", "", "It was a small ship.", "", "The End"]
    let reading = try Passages.read(lines, explains: true)
    let doubt = try #require(reading.decisions.first { $0.rule == "not-a-heading" })
    #expect(
      doubt
        == Decision(
          .chapter, "Day 3", rule: "not-a-heading", at: SourceLines(17, 17),
          because: "such words count only when several of them rise",
          insteadOf: .init(
            "a chapter's heading", at: SourceLines(17, 17),
            reason: "such words count only when several of them rise", isClose: true)))
  }
}
