internal import FanfoldMarkup
internal import FanfoldStory

/// FanFiction.net and its sister FictionPress: pages of the desktop site from 2008 on and of the mobile site. A page
/// holds one chapter; which one, its list of chapters says.
struct FanFictionNet: SiteEngine {
  static let name = "FanFiction.net"
  var names: [String] { [Self.name] }

  func page(_ tree: MarkupTree, file: String) -> SitePage? {
    guard
      let body = tree.first("#storytext") ?? tree.first("#storycontent")
        ?? tree.first("div.storytext")
    else { return nil }
    var page = SitePage(site: Self.name)
    let title = PageTitle(tree)
    stateHead(tree, title, &page)
    if let line = statusLine(tree) {
      StatusLine(tree.text(of: line)).state(in: &page)
      page.metadata.append(line)
    }
    if let fandoms = fandoms(tree) ?? title.fandoms {
      for fandom in fandoms { page.state(.fandom, fandom, isItem: true) }
    }
    page.state(.publisher, Self.name)
    if let chapter = selectedChapter(tree) {
      page.add(chapter.node, as: .heading(.chapter), words: chapter.words)
      page.add(body, as: .body)
    } else {
      page.add(body, as: nil)
    }
    return page
  }

  private func stateHead(_ tree: MarkupTree, _ title: PageTitle, _ page: inout SitePage) {
    if let name = tree.first("#profile_top b.xcontrast_txt")
      ?? tree.first("#content_wrapper_inner b.xcontrast_txt")
    {
      page.state(.title, tree.text(of: name))
      page.metadata.append(name)
    } else if let story = title.story {
      page.state(.title, story)
    }
    if let node = tree.first("title") { page.metadata.append(node) }
    if let author = tree.first("#profile_top a[href^='/u/']") ?? tree.first("a[href^='/u/']")
      ?? tree.first("a[href*='/u/']")
    {
      page.state(.author, tree.text(of: author), isItem: true)
      page.metadata.append(author)
    }
    if let summary = tree.first("#profile_top div.xcontrast_txt") {
      page.state(.summary, tree.text(of: summary))
      page.metadata.append(summary)
    }
  }

  private func statusLine(_ tree: MarkupTree) -> MarkupTree.Node? {
    tree.all("#profile_top span.xgray").first
      ?? tree.all("span").first { tree.text(of: $0).hasPrefix("Rated:") }
  }

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

/// The title of a page: "Stuck! Chapter 1: A Scowl, a Stargate: Atlantis fanfic - FanFiction.Net".
private struct PageTitle {
  private(set) var story: String?
  private(set) var fandoms: [String]?

  init(_ tree: MarkupTree) {
    guard let node = tree.first("title") else { return }
    var words = tree.text(of: node).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for site in [" | FanFiction", " - FanFiction.Net", " | FictionPress", " - FictionPress.com"]
    where words.hasSuffix(site) {
      words.removeLast(site.count)
    }
    if words.hasSuffix(" fanfic") {
      words.removeLast(" fanfic".count)
      for article in [", an ", ", a "] {
        if let found = words.ranges(of: article).last {
          var names = String(words[found.upperBound...])
          if names.hasSuffix(" Crossover") { names.removeLast(" Crossover".count) }
          fandoms = names.components(partedBy: " + ").map(Self.capitalised)
          words = String(words[..<found.lowerBound])
          break
        }
      }
    }
    if let chapter = words.ranges(of: " Chapter ").last {
      words = String(words[..<chapter.lowerBound])
    }
    story = words.isEmpty ? nil : words
  }

  /// The site writes fandoms small in some titles.
  private static func capitalised(_ name: String) -> String {
    guard name == name.lowercased() else { return name }
    return name.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(
      separator: " ")
  }
}

/// "Rated: Fiction T - English - Humor/Adventure - Ron W., Harry P. - Words: 4,308 - Status: Complete - id: 1".
private struct StatusLine {
  private let pieces: [String]

  init(_ line: String) {
    pieces = line.split(whereSeparator: \.isWhitespace).joined(separator: " ").components(
      partedBy: " - "
    )
    .map(PairingParser.trimmed)
  }

  func state(in page: inout SitePage) {
    var free: [String] = []
    for piece in pieces {
      guard let colon = piece.firstIndex(of: ":") else {
        free.append(piece)
        continue
      }
      let value = PairingParser.trimmed(String(piece[piece.index(after: colon)...]))
      switch piece[..<colon] {
      case "Rated": page.state(.rating, value, isItem: true)
      case "Updated": page.state(.updated, value)
      case "Published": page.state(.published, value)
      case "Status": page.state(.status, value)
      default: break
      }
    }
    stateFree(free, &page)
  }

  /// Language, genres and characters stand without labels, in that order; pairings are in brackets.
  private func stateFree(_ free: [String], _ page: inout SitePage) {
    guard let language = free.first else { return }
    page.state(.language, language)
    for piece in free.dropFirst() {
      let genres = piece.replacing("Hurt/Comfort", with: "Hurt\u{1}Comfort").split(separator: "/")
        .map { $0.replacing("\u{1}", with: "/") }
      if genres.allSatisfy({ Self.genres.contains(String($0)) }) {
        for genre in genres { page.state(.tag, String(genre), isItem: true) }
      } else {
        stateCharacters(piece, &page)
      }
    }
  }

  private func stateCharacters(_ piece: String, _ page: inout SitePage) {
    var rest = piece
    while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
      let names = rest[rest.index(after: open)..<close].components(partedBy: ", ")
      page.state(.relationship, names.joined(separator: "/"), isItem: true)
      for name in names { page.state(.character, name, isItem: true) }
      rest.removeSubrange(open...close)
    }
    for name in rest.components(partedBy: ",").map(PairingParser.trimmed) where !name.isEmpty {
      page.state(.character, name, isItem: true)
    }
  }

  private static let genres: Set<String> = [
    "Adventure", "Angst", "Crime", "Drama", "Family", "Fantasy", "Friendship", "General", "Horror",
    "Humor", "Hurt/Comfort",
    "Mystery", "Parody", "Poetry", "Romance", "Sci-Fi", "Spiritual", "Supernatural", "Suspense",
    "Tragedy", "Western",
  ]
}

extension Substring {
  fileprivate func components(partedBy separator: String) -> [String] {
    String(self).components(partedBy: separator)
  }
}
