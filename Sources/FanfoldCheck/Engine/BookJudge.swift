internal import FanfoldArchive
internal import FanfoldMarkup

/// Judges one book: holds what the checks share, and sends each file to the checks that know it.
struct BookJudge {
  let validator: Validator
  /// The name of the book, or of the single document.
  let name: String
  var files: BookFiles
  var findings: Findings
  var version: EPUBVersion
  var facts = PublicationFacts()

  init(_ files: BookFiles, _ name: String, _ validator: Validator) {
    self.files = files
    self.name = name.split(separator: "/").last.map(String.init) ?? name
    self.validator = validator
    version = validator.version ?? .epub3
    findings = Findings(limit: validator.limits.findings)
  }

  /// All that was found, in the order of the book.
  func report() -> Report {
    Report(name: name, findings: findings.all, version: version, publication: facts)
  }
}
