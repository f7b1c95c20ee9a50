import Fanfold
import FanfoldMarkup

/// Reports as SARIF 2.1.0 (OASIS), which code hosts and editors read.
struct CheckSARIF {
  let value: JSONValue

  init(_ reports: [(path: String, report: Report)]) {
    var rules: [Rule] = []
    var indices: [String: Int] = [:]
    var results: [JSONValue] = []
    for (path, report) in reports {
      for finding in report.findings {
        let rule = finding.rule
        if indices[rule.name] == nil {
          indices[rule.name] = rules.count
          rules.append(rule)
        }
        results.append(Self.result(finding, of: path, ruleIndex: indices[rule.name] ?? 0))
      }
    }
    let driver = JSONValue.object([
      ("name", .string("fanfold")), ("version", .string(Release.version)),
      ("rules", .array(rules.map(Self.rule))),
    ])
    value = .object([
      ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
      ("version", .string("2.1.0")),
      (
        "runs",
        .array([.object([("tool", .object([("driver", driver)])), ("results", .array(results))])])
      ),
    ])
  }

  private static func text(_ words: String) -> JSONValue { .object([("text", .string(words))]) }

  private static func rule(_ rule: Rule) -> JSONValue {
    .object([
      ("id", .string(rule.name)), ("shortDescription", text(rule.summary)),
      ("help", text(rule.help)),
      ("properties", .object([("tags", .array([.string(rule.id)]))])),
    ])
  }

  private static func result(_ finding: Finding, of book: String, ruleIndex: Int) -> JSONValue {
    var place: [(String, JSONValue)] = [
      ("artifactLocation", .object([("uri", .string(uri(finding, of: book)))]))
    ]
    if let line = finding.line {
      var region: [(String, JSONValue)] = [("startLine", .number(line))]
      if let column = finding.column { region.append(("startColumn", .number(column))) }
      place.append(("region", .object(region)))
    }
    return .object([
      ("ruleId", .string(finding.rule.name)), ("ruleIndex", .number(ruleIndex)),
      ("level", .string(level(finding.rule.severity))), ("message", text(finding.message)),
      ("locations", .array([.object([("physicalLocation", .object(place))])])),
    ])
  }

  /// The book, and the file in it as its fragment.
  private static func uri(_ finding: Finding, of book: String) -> String {
    let inner = book.hasSuffix(finding.path) ? "" : "#" + finding.path
    return (book + inner).split(separator: " ", omittingEmptySubsequences: false)
      .joined(separator: "%20")
  }

  private static func level(_ severity: Severity) -> String {
    switch severity {
    case .fatal, .error: "error"
    case .warning: "warning"
    case .info, .usage: "note"
    }
  }
}
