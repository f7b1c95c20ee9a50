internal import FanfoldMarkup
internal import FanfoldResources
internal import FanfoldStory

/// A site whose pages can be read by naming their elements: a file of `Resources/sites` says which element holds what.
struct SelectorSite: SiteEngine {
  private var name = ""
  /// Whether the name is a program's that many sites run; such a site's own name is not known.
  private var isSoftware = false
  /// All of these are on a page of the site, with those words where some are given.
  private var evidence: [(selector: Selector, words: String)] = []
  private var fields: [(subject: Manuscript.Fact.Subject, value: PageValue)] = []
  private var labelled: [Selector] = []
  /// In the order of the page: what is taken into the story and as what.
  private var parts: [(value: PageValue, role: Manuscript.Block.Role?)] = []
  private var skipped: [Selector] = []
  private let labels: HeaderLabels

  var names: [String] { [name] }

  /// The sites of the folder.
  static func all(labels: HeaderLabels) -> [SelectorSite] {
    Resources.paths(in: "sites").compactMap { path in
      Resources.bytes(at: path).flatMap {
        SelectorSite(String(decoding: $0, as: UTF8.self), labels: labels)
      }
    }
  }

  /// A site described in lines of "key: value"; `nil` when a line cannot be read.
  init?(_ description: String, labels: HeaderLabels) {
    self.labels = labels
    guard let lines = KeyedLines.read(description) else { return nil }
    for line in lines {
      guard take(line.key, line.value) else { return nil }
    }
    guard !name.isEmpty, !evidence.isEmpty, !parts.isEmpty else { return nil }
  }

  private mutating func take(_ key: String, _ value: String) -> Bool {
    switch key {
    case "name", "software":
      name = value
      isSoftware = key == "software"
      return true
    case "evidence":
      let pieces = value.components(partedBy: " with ")
      guard let selector = try? Selector(pieces[0]) else { return false }
      evidence.append((selector, pieces.count > 1 ? Folding.fold(pieces[1]) : ""))
      return true
    case "skip", "labels":
      guard let selector = try? Selector(value) else { return false }
      if key == "skip" { skipped.append(selector) } else { labelled.append(selector) }
      return true
    default:
      guard let value = PageValue(value) else { return false }
      return take(key, value)
    }
  }

  private mutating func take(_ key: String, _ value: PageValue) -> Bool {
    switch key {
    case "heading": parts.append((value, .heading(.chapter)))
    case "body": parts.append((value, .body))
    case "text": parts.append((value, nil))
    case "note": parts.append((value, .note(.authorsNote)))
    case "page-title": fields.append((.pageTitle, value))
    default:
      guard let field = HeaderLabels.Field(rawValue: key) else { return false }
      fields.append((.field(field), value))
    }
    return true
  }

  func page(_ tree: MarkupTree, file: String) -> SitePage? {
    let isKnown = evidence.allSatisfy { mark in
      guard let node = tree.first(mark.selector) else { return false }
      return mark.words.isEmpty || Folding.fold(tree.text(of: node)).contains(mark.words)
    }
    guard isKnown else { return nil }
    var page = SitePage(site: name)
    if !isSoftware { page.state(.publisher, name) }
    for field in fields { state(field.subject, field.value, of: tree, to: &page) }
    for selector in labelled {
      for node in tree.all(selector) {
        LabelledFacts(labels: labels).state(in: node, of: tree, to: &page)
        page.metadata.append(node)
      }
    }
    page.skipped.formUnion(page.metadata)
    for selector in skipped { page.skipped.formUnion(tree.all(selector)) }
    for part in parts { add(part.value, as: part.role, of: tree, to: &page) }
    page.parts.sort { $0.node < $1.node }
    if isSoftware, let text = page.parts.first?.node,
      let author = PageAuthor(tree, content: text).find()
    {
      page.facts.append(.init(subject: .documentAuthor, value: author))
    }
    return page.parts.contains { $0.role == .body || $0.role == nil } ? page : nil
  }

  /// States a field's first value, or all of one that is a list.
  private func state(
    _ subject: Manuscript.Fact.Subject, _ value: PageValue, of tree: MarkupTree,
    to page: inout SitePage
  ) {
    for node in tree.all(value.selector) {
      let words = value.words(of: node, in: tree)
      page.metadata.append(node)
      guard !words.isEmpty else { continue }
      let isList = Self.lists.contains(subject)
      page.facts.append(.init(subject: subject, value: words, isItem: isList))
      if !isList { return }
    }
  }

  private static let lists: Set<Manuscript.Fact.Subject> = [
    .field(.author), .field(.fandom), .field(.character), .field(.tag), .field(.category),
    .field(.warning), .field(.relationship),
  ]

  /// Adds the elements of a part; of two that lie in one another the outer one, unless the inner one is a note.
  private func add(
    _ value: PageValue, as role: Manuscript.Block.Role?, of tree: MarkupTree,
    to page: inout SitePage
  ) {
    for node in tree.all(value.selector) {
      guard role == .note(.authorsNote) || value.changesWords || !page.skipped.contains(node) else {
        continue
      }
      let outer = page.parts.first { tree.contains($0.node, node) }
      guard outer == nil || outer?.role != role && role == .note(.authorsNote) else { continue }
      let words =
        value.changesWords || tree.isElement(node, "option")
        ? value.words(of: node, in: tree) : nil
      if words?.isEmpty == true { continue }
      page.add(node, as: role, words: words)
    }
  }
}
