internal import FanfoldMarkup
internal import FanfoldResources
internal import FanfoldStory

/// A site whose pages can be read by naming their elements: a file of `Resources/sites` says which element holds what.
struct SelectorSite: SiteEngine {
  private var name = ""
  var names: [String] { [name] }
  /// All of these are on a page of the site.
  private var evidence: [Selector] = []
  private var fields: [(subject: Manuscript.Fact.Subject, selector: Selector, cut: String)] = []
  /// In the order of the page: what is taken into the story and as what.
  private var parts: [(selector: Selector, role: Manuscript.Block.Role?)] = []
  private var skipped: [Selector] = []

  /// The sites of the folder.
  static func all() -> [SelectorSite] {
    Resources.paths(in: "sites").compactMap { path in
      Resources.bytes(at: path).flatMap { SelectorSite(String(decoding: $0, as: UTF8.self)) }
    }
  }

  /// A site described in lines of "key: value"; `nil` when a line cannot be read.
  init?(_ description: String) {
    for line in description.split(separator: "\n") where !line.hasPrefix("#") {
      guard let colon = line.firstIndex(of: ":") else { return nil }
      let key = String(line[..<colon])
      let value = PairingParser.trimmed(String(line[line.index(after: colon)...]))
      guard take(key, value) else { return nil }
    }
    guard !name.isEmpty, !evidence.isEmpty, !parts.isEmpty else { return nil }
  }

  private mutating func take(_ key: String, _ value: String) -> Bool {
    if key == "name" {
      name = value
      return true
    }
    let pieces = value.components(partedBy: " without ")
    guard let selector = try? Selector(pieces[0]) else { return false }
    switch key {
    case "evidence": evidence.append(selector)
    case "skip": skipped.append(selector)
    case "heading": parts.append((selector, .heading(.chapter)))
    case "body": parts.append((selector, .body))
    case "text": parts.append((selector, nil))
    case "note": parts.append((selector, .note(.authorsNote)))
    case "page-title": fields.append((.pageTitle, selector, pieces.count > 1 ? pieces[1] : ""))
    default:
      guard let field = HeaderLabels.Field(rawValue: key) else { return false }
      fields.append((.field(field), selector, pieces.count > 1 ? pieces[1] : ""))
    }
    return true
  }

  func page(_ tree: MarkupTree, file: String) -> SitePage? {
    guard evidence.allSatisfy({ tree.first($0) != nil }) else { return nil }
    var page = SitePage(site: name)
    page.state(.publisher, name)
    for (subject, selector, cut) in fields {
      for node in tree.all(selector) {
        let value = Self.cut(cut, from: tree.text(of: node))
        if !value.isEmpty { page.facts.append(.init(subject: subject, value: value)) }
        page.metadata.append(node)
      }
    }
    for (selector, role) in parts {
      for node in tree.all(selector)
      where !page.parts.contains(where: { tree.contains($0.node, node) }) {
        page.parts.append(SitePage.Part(node: node, role: role))
      }
    }
    page.parts.sort { $0.node < $1.node }
    for selector in skipped { page.skipped.formUnion(tree.all(selector)) }
    return page.parts.contains { $0.role == .body || $0.role == nil } ? page : nil
  }

  /// The text in one line without the words a site puts before or after it.
  private static func cut(_ words: String, from text: String) -> String {
    var line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for piece in words.components(partedBy: " and ") where !piece.isEmpty {
      if line.hasPrefix(piece) { line = String(line.dropFirst(piece.count)) }
      if line.hasSuffix(piece) { line = String(line.dropLast(piece.count)) }
    }
    return PairingParser.trimmed(line)
  }
}
