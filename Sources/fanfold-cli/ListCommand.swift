import ArgumentParser
import Fanfold

/// `fanfold list`: what the program knows.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", _superCommandName: "fanfold",
    abstract: "List the formats, sites, rules, checks or themes known.")

  /// What can be listed.
  enum Subject: String, CaseIterable, ExpressibleByArgument {
    case formats, sites, rules, checks, themes
  }

  @Argument(help: "What to list: formats, sites, rules, checks or themes.")
  var subject: Subject

  func run() throws {
    var page = Page()
    for (name, words) in rows {
      page.add(label: .init(name, .bold), columns: columns, words)
    }
    do { try StandardStream.output.write(Array(page.text.utf8)) } catch {
      Console().error(error)
      throw ExitCode.system
    }
  }

  private var rows: [(name: String, words: String)] {
    switch subject {
    case .formats:
      StoryFormat.all.map { ($0.title, $0.endings.map { "." + $0 }.joined(separator: " ")) }
    case .sites: StorySite.all.map { ($0.name, Self.forms($0)) }
    case .rules: RecognitionRule.all.map { ($0.name, $0.summary) }
    case .checks: RuleCatalog.all.map { ($0.name, "\($0.id)  \($0.summary)") }
    case .themes: Theme.all.map { ($0.name ?? "", $0.summary) }
    }
  }

  private var columns: Int { (rows.map { DisplayWidth.columns($0.name) }.max() ?? 0) + 2 }

  private static func forms(_ site: StorySite) -> String {
    switch (site.hasPages, site.hasText) {
    case (true, true): "saved pages, copied text"
    case (true, false): "saved pages"
    case (false, _): "copied text"
    }
  }
}

/// `fanfold explain`: one rule in words.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", _superCommandName: "fanfold",
    abstract: "Tell what a rule does.")

  @Argument(help: "The rule, as 'inspect' or 'check' names it, or EPUBCheck's id.")
  var rule: String

  func run() throws {
    let rules = RecognitionRule.all
    let checks = RuleCatalog.rules(named: rule)
    if !checks.isEmpty { return try write(checks.reduce(into: Page(), Self.add)) }
    guard let found = rules.first(where: { $0.name == rule.lowercased() }) else {
      let names = rules.map(\.name) + RuleCatalog.all.map(\.name)
      let near = Suggestion.nearest(to: rule.lowercased(), among: names)
      Console().usage(
        "there is no rule '\(rule)'",
        help: near.map { "did you mean '\($0)'?" } ?? "see 'fanfold list rules'")
      throw ExitCode.usage
    }
    var page = Page()
    page.add([.init(found.name, .bold), .init("  " + found.subject, .faint)])
    page.add(label: .init(""), columns: 2, found.summary)
    try write(page)
  }

  /// A rule of the checker: what is wrong, what to do, where it is written.
  private static func add(_ page: inout Page, _ rule: Rule) {
    let severity = rule.severity.rawValue.lowercased()
    page.add([.init(rule.name, .bold), .init("  \(severity) \(rule.id)", .faint)])
    for words in [rule.summary, rule.help, rule.reference] where !words.isEmpty {
      page.add(label: .init(""), columns: 2, words)
    }
  }

  private func write(_ page: Page) throws {
    do { try StandardStream.output.write(Array(page.text.utf8)) } catch {
      Console().error(error)
      throw ExitCode.system
    }
  }
}
