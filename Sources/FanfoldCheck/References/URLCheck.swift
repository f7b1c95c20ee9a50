/// Resolves the URLs of one document and says what is wrong with them (EPUB 3.3 §3.6, §4.2.4).
struct URLCheck {
  static let rules: [Rule] = [.urlInvalid, .urlLeavesBook, .urlOfFile, .urlWithQuery]

  /// What the document's URLs are resolved against.
  private(set) var base: BookURL
  /// Whether the base itself lies outside of the book's root.
  private var baseLeavesRoot = false
  /// Whether a URL beyond the book was seen: what comes after it is not looked at so closely.
  private var hasSeenAbsolute = false
  private let isInBook: Bool

  init(base: BookURL, isInBook: Bool) {
    self.base = base
    self.isInBook = isInBook
  }

  /// Takes the base that `base` or `xml:base` gives.
  mutating func setBase(_ text: String, at place: Place, _ findings: inout Findings) {
    guard let (url, leaves) = resolve(text, isBase: true, at: place, &findings) else { return }
    base = url.document
    baseLeavesRoot = leaves
  }

  /// The URL that a text stands for, or nothing.
  mutating func check(_ text: String?, at place: Place, _ findings: inout Findings) -> BookURL? {
    guard let text else { return nil }
    return resolve(text, isBase: false, at: place, &findings)?.url
  }

  private mutating func resolve(
    _ text: String, isBase: Bool, at place: Place, _ findings: inout Findings
  ) -> (url: BookURL, leavesRoot: Bool)? {
    guard let result = parse(text, at: place, &findings) else { return nil }
    var url = result.url
    let leaves = result.leavesRoot || baseLeavesRoot
    if result.isAbsolute || !base.isHierarchical {
      hasSeenAbsolute = true
      return (url, leaves)
    }
    if url.query != nil, !hasSeenAbsolute {
      findings.add(.urlWithQuery, at: place, "'\(text)' has a query")
      url.query = nil
    }
    if isInBook, !isBase, leaves, !hasSeenAbsolute {
      findings.add(.urlLeavesBook, at: place, "'\(text)' leads out of the book")
    }
    return (url, leaves)
  }

  private func parse(
    _ text: String, at place: Place, _ findings: inout Findings
  ) -> URLParser.Result? {
    if let url = URLParser.ordinary(text, base) { return URLParser.Result(url: url) }
    if text.hasPrefix("file:") {
      findings.add(.urlOfFile, at: place, "'\(text)' is the URL of a file on a computer")
    }
    let text = text.hasPrefix("data:") ? text.withoutBlanks() : text
    do throws(URLParser.Failure) {
      let result = try URLParser.parse(text, base: base)
      if let issue = result.issue {
        findings.add(.urlInvalid, at: place, "'\(text)' is no valid URL: it has \(issue)")
      }
      return result
    } catch {
      findings.add(.urlInvalid, at: place, "'\(text)' is no URL: \(Self.words(error))")
      return nil
    }
  }

  private static func words(_ failure: URLParser.Failure) -> String {
    switch failure {
    case .noScheme: "there is nothing it could be relative to"
    case .invalidHost: "it has no valid host"
    case .invalidPort: "it has no valid port"
    }
  }
}

extension Rule {
  static let urlInvalid = Rule(
    "RSC-020", "url-invalid", .error, "this is no valid URL",
    help: "Percent-encode what does not belong into a URL: a space is '%20'.", see: "EPUB 3.3 §3.6")
  static let urlLeavesBook = Rule(
    "RSC-026", "url-leaves-book", .error, "a URL leads out of the book",
    help: "Refer to files in the book, relative to the document.", see: "EPUB 3.3 §4.2.4")
  static let urlOfFile = Rule(
    "RSC-030", "url-of-file", .error, "a URL is that of a file on somebody's computer",
    help: "Put the file into the book and refer to it there.", see: "EPUB 3.3 §3.6")
  static let urlWithQuery = Rule(
    "RSC-033", "url-with-query", .error, "the URL of a file in the book has a query",
    help: "Leave out '?' and what follows it.", see: "EPUB 3.3 §3.6")
}
