internal import FanfoldMarkup
internal import FanfoldStory

/// FanFiction.net and its sister FictionPress: pages of the desktop site from 2008 on and of the mobile site. A page
/// holds one chapter; which one, its list of chapters says.
struct FanFictionNet: SiteEngine {
  var names: [String] { ["FanFiction.net", "FictionPress"] }

  func page(_ tree: MarkupTree, file: String) -> SitePage? {
    guard
      let body = tree.first("#storytextp #storytext") ?? tree.first("#storytext.storytext")
        ?? tree.first("#storycontent") ?? tree.first("div.storytext")
    else { return nil }
    let title = FanFictionNetTitle(tree)
    let site = title.isSister ? "FictionPress" : "FanFiction.net"
    var page = SitePage(site: site)
    stateHead(tree, title, &page)
    let line = statusLine(tree, outside: body)
    StatusLine(line.map { tree.text(of: $0) }.joined()).state(in: &page)
    page.metadata += line
    if !title.isSister, let fandoms = fandoms(tree) ?? title.fandoms {
      for fandom in fandoms { page.state(.fandom, fandom, isItem: true) }
    }
    page.state(.publisher, site)
    page.rules = lostRules(in: body, of: tree)
    if let chapter = selectedChapter(tree) {
      page.add(chapter.node, as: .heading(.chapter), words: chapter.words)
      page.add(body, as: .body)
    } else if let heading = heading(tree, before: body) {
      page.add(heading, as: .heading(.chapter))
      page.add(body, as: .body)
    } else {
      page.add(body, as: nil)
    }
    return page
  }

  private func stateHead(_ tree: MarkupTree, _ title: FanFictionNetTitle, _ page: inout SitePage) {
    if let name = tree.first("#profile_top b.xcontrast_txt")
      ?? tree.first("#content_wrapper_inner b.xcontrast_txt")
    {
      page.state(.title, tree.text(of: name))
      page.metadata.append(name)
    } else if let story = title.story {
      page.state(.title, story)
    } else if let name = nameBesideAuthor(tree) {
      page.state(.title, tree.text(of: name))
      page.metadata.append(name)
    }
    if let node = tree.first("title") { page.metadata.append(node) }
    if let author = tree.first("#profile_top a[href^='/u/']") ?? tree.first("a[href^='/u/']")
      ?? tree.first("a[href*='/u/']")
    {
      page.state(.author, tree.text(of: author), isItem: true)
      page.metadata.append(author)
    }
    if let summary = tree.first("#profile_top div.xcontrast_txt")
      ?? tree.first("td > div[style='margin-top:2px']")
    {
      page.state(.summary, paragraphsOf: summary, in: tree)
      page.metadata.append(summary)
    }
  }

  /// The mobile site has the chapter's number and name in a line above the text.
  private func heading(
    _ tree: MarkupTree, before body: MarkupTree.Node
  ) -> MarkupTree.Node? {
    tree.descendants(of: tree.root).first { node in
      guard tree.kind(of: node) == .text, node < body else { return false }
      let words = tree.text(of: node).drop { $0.isWhitespace }
      return words.hasPrefix("Chapter ") && words.dropFirst(8).first?.isNumber == true
        && words.contains(":")
    }
  }

  /// The site takes rows of signs out of stories and leaves the paragraph they stood in, empty. Where most paragraphs
  /// have such a one beside them it is spacing, and where the story has rules it had no need of signs.
  private func lostRules(
    in body: MarkupTree.Node, of tree: MarkupTree
  ) -> Set<MarkupTree.Node> {
    let paragraphs = tree.all("p", in: body)
    let empty = paragraphs.filter { tree.children(of: $0).first { _ in true } == nil }
    guard empty.count >= 2, empty.count * 6 <= paragraphs.count, tree.first("hr", in: body) == nil
    else { return [] }
    return Set(empty)
  }

  /// The layout of 2012 has the story's name in bold right before its author's.
  private func nameBesideAuthor(_ tree: MarkupTree) -> MarkupTree.Node? {
    guard let author = tree.first("a[href^='/u/']") else { return nil }
    return tree.all("td b").last { node in
      node < author && (1...150).contains(tree.text(of: node).utf8.count)
    }
  }

  /// The pieces of the line "Rated: T - English - …": in an element of its own on newer pages, bare between rules on
  /// older ones.
  private func statusLine(
    _ tree: MarkupTree, outside body: MarkupTree.Node
  ) -> [MarkupTree.Node] {
    let start = tree.descendants(of: tree.root).first { node in
      guard tree.kind(of: node) == .text, !tree.contains(body, node) else { return false }
      let words = tree.text(of: node).drop { $0.isWhitespace }
      return words.hasPrefix("Rated:") || words.hasPrefix("Fiction Rated:")
    }
    var line: [MarkupTree.Node] = []
    var next = start
    while let node = next, !Self.lineEnds.contains(tree.name(of: node)) {
      line.append(node)
      next = tree.nextSibling(of: node)
    }
    return line
  }

  private static let lineEnds: Set<String> = ["hr", "div", "table", "form", "select", "br", "p"]

  /// The links above the story: the category, then the fandom or the crossover.
  private func fandoms(_ tree: MarkupTree) -> [String]? {
    guard let last = tree.all("#pre_story_links a").last else { return nil }
    var words = tree.text(of: last)
    if words.hasSuffix(" Crossover") { words.removeLast(" Crossover".count) }
    let names = words.components(partedBy: " + ").map(PairingParser.trimmed).filter { !$0.isEmpty }
    return names.isEmpty ? nil : names
  }

  /// The entry of the list of chapters that is chosen.
  private func selectedChapter(_ tree: MarkupTree) -> (node: MarkupTree.Node, words: String)? {
    let lists = tree.all("select").filter {
      ["chap_select", "chapter"].contains(
        tree.attribute("id", of: $0) ?? tree.attribute("name", of: $0) ?? "")
    }
    guard let list = lists.first,
      let chosen = tree.all("option", in: list).first(where: {
        tree.attribute("selected", of: $0) != nil
      })
    else { return nil }
    let words = tree.text(of: chosen).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.isEmpty ? nil : (chosen, words)
  }
}
