import Fanfold

/// Which findings are told, and from which severity on they make a run fail.
struct FindingFilter {
  let only: [String]
  let ignored: [String]

  /// - Throws: ``UsageError`` when a word names no rule.
  init(only: [String], ignoring: [String]) throws(UsageError) {
    self.only = try Self.names(only)
    ignored = try Self.names(ignoring)
  }

  func apply(to report: Report) -> Report {
    guard !only.isEmpty || !ignored.isEmpty else { return report }
    return report.filtered { rule in
      (only.isEmpty || only.contains(rule.name)) && !ignored.contains(rule.name)
    }
  }

  /// The names of the rules that words mean: names, or ids of EPUBCheck.
  private static func names(_ words: [String]) throws(UsageError) -> [String] {
    var names: [String] = []
    for word in words.flatMap({ $0.split(separator: ",").map(String.init) }) {
      let rules = RuleCatalog.rules(named: word)
      guard !rules.isEmpty else {
        let near = Suggestion.nearest(to: word.lowercased(), among: RuleCatalog.all.map(\.name))
        throw UsageError(
          "there is no rule '\(word)'",
          help: near.map { "did you mean '\($0)'?" } ?? "see 'fanfold list checks'")
      }
      names += rules.map(\.name)
    }
    return names
  }
}
