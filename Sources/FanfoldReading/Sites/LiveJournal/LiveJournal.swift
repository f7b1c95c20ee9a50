internal import FanfoldMarkup
internal import FanfoldStory

/// Entries of LiveJournal and Dreamwidth, in the site's own layouts old and new and in the light one. An entry is a
/// message: what its text says of title and author goes before its subject and the journal's name.
struct LiveJournal: SiteEngine {
  var names: [String] { ["LiveJournal", "Dreamwidth"] }

  func page(_ tree: MarkupTree, file: String) -> SitePage? {
    guard let site = Self.site(of: tree), let body = body(tree) else { return nil }
    var page = SitePage(site: site)
    page.state(.publisher, site)
    stateHead(tree, body, &page)
    skipFurniture(tree, body, &page)
    page.add(body, as: nil)
    return page
  }

  /// The site, by its address or by the way it writes the names of its users.
  private static func site(of tree: MarkupTree) -> String? {
    for node in tree.all("link[href], meta[content]") {
      let value = tree.attribute("href", of: node) ?? tree.attribute("content", of: node) ?? ""
      if value.contains("dreamwidth.org") { return "Dreamwidth" }
      if value.contains("livejournal.com") || value == "LiveJournal" { return "LiveJournal" }
    }
    guard let user = tree.first(".ljuser") else { return nil }
    let isDreamwidth = tree.all("a[href*='dreamwidth.org']", in: user).isEmpty == false
    return isDreamwidth ? "Dreamwidth" : "LiveJournal"
  }

  private static let bodies: [Selector] = [
    "article.b-singlepost-body", "div.b-singlepost-body", "div.aentry-post__text",
    "div.entry-content", "div.entrytext", "div.entryText", "div.entry_text", "div.asset-content",
    "div.asset-body", "div.contents", "div[style*='margin-left: 30px']",
  ]

  private func body(_ tree: MarkupTree) -> MarkupTree.Node? {
    for selector in Self.bodies {
      if let node = tree.first(selector) { return node }
    }
    return nil
  }

  // MARK: what the page says

  private static let subjects: [Selector] = [
    ".b-singlepost-title", ".aentry-post__title", "h3.entry-title", ".entry-title", ".asset-name",
    ".subject",
  ]

  private func stateHead(
    _ tree: MarkupTree, _ body: MarkupTree.Node, _ page: inout SitePage
  ) {
    let title = tree.first("title")
    var words = title.map { tree.text(of: $0) } ?? ""
    if let node = title { page.metadata.append(node) }
    if let colon = words.firstRange(of: ": ") { words = String(words[colon.upperBound...]) }
    if let subject = subjectNode(tree, body) {
      words = tree.text(of: subject)
      page.metadata.append(subject)
      page.skipped.insert(subject)
    }
    let subject = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if !subject.isEmpty { page.facts.append(.init(subject: .subject, value: subject)) }
    if let journal = journal(tree, title) {
      page.facts.append(.init(subject: .sender, value: "\(journal) <\(journal)>"))
    }
    if let date = date(tree) { page.state(.published, date) }
  }

  private func subjectNode(_ tree: MarkupTree, _ body: MarkupTree.Node) -> MarkupTree.Node? {
    for selector in Self.subjects {
      if let node = tree.first(selector) { return node }
    }
    // The light layout sets the subject above the text, larger than it.
    return tree.first("font[size='+1'] > i > b", in: body)
  }

  /// The journal's name: who wrote the entry, else what the page's title begins with.
  private func journal(_ tree: MarkupTree, _ title: MarkupTree.Node?) -> String? {
    if let user = tree.first(".entry-poster .ljuser, .b-singlepost-author .ljuser, .poster .ljuser")
      ?? tree.first(".aentry-head .ljuser") ?? tree.first(".ljuser")
    {
      let name = PairingParser.trimmed(
        tree.attribute("lj:user", of: user) ?? tree.attribute("data-ljuser", of: user)
          ?? tree.text(of: user))
      if !name.isEmpty { return name }
    }
    guard let words = title.map({ tree.text(of: $0) }), let colon = words.firstIndex(of: ":") else {
      return nil
    }
    let name = PairingParser.trimmed(String(words[..<colon]))
    return name.isEmpty || name.contains(" ") ? nil : name
  }

  private static let dates: [Selector] = [
    "time.b-singlepost-author-date", ".aentry-head__date time", ".entry .datetime", "span.date",
    ".datetime", "abbr.datetime",
  ]

  private func date(_ tree: MarkupTree) -> String? {
    for selector in Self.dates {
      if let node = tree.first(selector) { return tree.text(of: node) }
    }
    // "@ 2008-09-10 20:21:00", each part of the date a link.
    return tree.all("font").lazy.map { PairingParser.trimmed(tree.text(of: $0)) }
      .first { $0.hasPrefix("@") }
      .map { $0.dropFirst().filter { !$0.isWhitespace } }
      .map { String($0.prefix(10)) }
  }

  // MARK: furniture

  private static let furniture: Selector =
    """
    .currents, .entry-management-links, .header.inner, .restrictions, .lj-like, .userpic, \
    #Comments, #comments, .entry-metadata, .ljtags, .tag, .b-singlepost-tags, .aentry-tags
    """

  private func skipFurniture(
    _ tree: MarkupTree, _ body: MarkupTree.Node, _ page: inout SitePage
  ) {
    page.skipped.formUnion(tree.all(Self.furniture, in: body))
    for table in tree.all("table", in: body) {
      let words = Folding.fold(tree.text(of: table))
      if Self.currents.contains(where: words.hasPrefix) {
        page.skipped.insert(table)
        page.metadata.append(table)
      }
    }
  }

  private static let currents = [
    "entry tags:", "current mood:", "current music:", "current location:", "tags:", "mood:",
    "music:",
  ]
}
