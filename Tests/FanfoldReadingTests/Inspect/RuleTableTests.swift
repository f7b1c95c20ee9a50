import FanfoldReading
import Foundation
import Testing

@Suite("The table of rules")
struct RuleTableTests {
  @Test("explains each rule that the sources name, and no other")
  func complete() throws {
    let names = RecognitionRule.all.map(\.name)
    #expect(names == names.sorted())
    #expect(Set(names) == (try Self.namedRules()))
  }

  @Test("knows the formats by their names")
  func formats() {
    #expect(StoryFormat.all.first { $0.name == "html" }?.title == "web page")
    #expect(StoryFormat.all.allSatisfy { $0.title != $0.name || !$0.endings.isEmpty })
  }

  @Test("knows the sites")
  func sites() {
    let wattpad = StorySite.all.first { $0.name == "Wattpad" }
    #expect(wattpad == StorySite(name: "Wattpad", hasPages: true, hasText: true))
  }

  /// What stands after `rule:` in the sources.
  private static func namedRules() throws -> Set<String> {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    var rules: Set<String> = []
    for folder in ["FanfoldReading", "FanfoldEPUB", "Fanfold"] {
      let sources = root.appending(path: "Sources/\(folder)")
      let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
      for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
        let text = try String(contentsOf: file, encoding: .utf8)
        for match in text.matches(of: /rule(?: = |: )[^"\n]{0,32}"([a-z-]+)"(?: : "([a-z-]+)")?/) {
          rules.insert(String(match.1))
          if let other = match.2 { rules.insert(String(other)) }
        }
      }
    }
    return rules
  }
}
