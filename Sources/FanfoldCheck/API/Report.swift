/// What was found in one book.
public struct Report: Sendable {
  /// The file or folder as it was named.
  public let name: String
  /// In the order of files, then of places in them.
  public let findings: [Finding]
  /// The version the book was judged as.
  public let version: EPUBVersion
  /// What the book says about itself.
  public let publication: PublicationFacts

  /// The report with the findings of some rules only.
  public func filtered(_ isWanted: (Rule) -> Bool) -> Report {
    Report(
      name: name, findings: findings.filter { isWanted($0.rule) }, version: version,
      publication: publication)
  }

  /// How many findings there are of a severity.
  public func count(of severity: Severity) -> Int {
    findings.count { $0.rule.severity == severity }
  }

  /// Whether there is a finding of a severity or of a graver one.
  public func fails(on severity: Severity) -> Bool {
    let order = Severity.allCases
    let least = order.firstIndex(of: severity) ?? 0
    return findings.contains { (order.firstIndex(of: $0.rule.severity) ?? 0) <= least }
  }

  /// Whether nothing grave was found: warnings do not make a book invalid.
  public var isValid: Bool {
    !findings.contains { $0.rule.severity == .fatal || $0.rule.severity == .error }
  }
}

/// What a book's package document says about the book.
public struct PublicationFacts: Sendable, Hashable {
  public var title: String?
  public var creators: [String] = []
  public var publisher: String?
  public var language: String?
  public var identifier: String?
  public var date: String?
  /// As the package document has it, "3.0".
  public var version: String?
  public var spineCount = 0
  public var hasFixedLayout = false
  public var isScripted = false

  /// Nothing known yet.
  public init() {}
}
