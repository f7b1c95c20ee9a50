import Fanfold

/// A report as people and editors read it.
struct CheckText {
  let text: String

  init(_ report: Report, path: String, withUsage: Bool) {
    var lines: [String] = []
    for finding in report.findings where withUsage || finding.rule.severity != .usage {
      lines.append(Self.line(finding, book: path))
    }
    let counts = [("fatal error", Severity.fatal), ("error", .error), ("warning", .warning)]
      .compactMap { word, severity -> String? in
        let count = report.count(of: severity)
        return count == 0 ? nil : "\(count) \(word)\(count == 1 ? "" : "s")"
      }
    let verdict = report.isValid ? "valid" : "not valid"
    lines.append(
      path + ": " + verdict + (counts.isEmpty ? "" : ", " + counts.joined(separator: ", ")))
    text = lines.map { TerminalText.safe($0) + "\n" }.joined()
  }

  private static func line(_ finding: Finding, book: String) -> String {
    var place = finding.path.isEmpty || book.hasSuffix(finding.path) ? book : finding.path
    if let line = finding.line {
      place += ":\(line)"
      if let column = finding.column { place += ":\(column)" }
    }
    let severity = finding.rule.severity.rawValue.lowercased()
    return "\(place): \(severity)[\(finding.rule.id) \(finding.rule.name)]: \(finding.message)"
  }
}
