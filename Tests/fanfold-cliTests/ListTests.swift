import Foundation
import Testing

@Suite("What the program knows")
struct ListTests {
  @Test(
    "is listed",
    arguments: [
      ("formats", "plain text"), ("sites", "Wattpad"), ("rules", "gap"),
      ("themes", "modern"),
    ])
  func list(subject: String, row: String) throws {
    let outcome = try Workplace().run("list", subject)
    #expect(outcome.status == 0)
    #expect(outcome.outputText.split(separator: "\n").contains { $0.hasPrefix(row + "  ") })
  }

  @Test("is explained, rule by rule")
  func explain() throws {
    let outcome = try Workplace().run("explain", "gap", environment: ["COLUMNS": "60"])
    #expect(
      outcome.outputText == """
        gap  scenes
          a gap wider than those between paragraphs is a change of
          scene, when the author has no other mark for one

        """)
  }

  @Test("and a rule that is none is told so")
  func unknown() throws {
    let outcome = try Workplace().run("explain", "headin-word")
    #expect(
      outcome
        == .init(
          status: 64, output: Data(),
          errors: """
            fanfold: error[usage]: there is no rule 'headin-word'
              did you mean 'heading-word'?

            """))
  }
}
