/// Collects what is found in a book.
package struct Findings: Sendable {
  package private(set) var all: [Finding] = []
  private let limit: Int

  package init(limit: Int = 100_000) { self.limit = limit }

  /// Adds a finding; beyond the limit nothing is kept.
  package mutating func add(_ rule: Rule, at place: Place, _ message: String? = nil) {
    guard all.count < limit else { return }
    all.append(Finding(rule, at: place, message ?? rule.summary))
  }

  /// Takes back what was said of the end of a document that EPUBCheck does not come to.
  package mutating func takeBack(_ rule: Rule, in path: String) {
    all.removeAll { $0.rule == rule && $0.path == path }
  }

  package mutating func add(contentsOf findings: [Finding]) {
    all.append(contentsOf: findings.prefix(limit - all.count))
  }
}
