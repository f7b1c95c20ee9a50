internal import FanfoldMarkup
internal import FanfoldStory

/// Threads of XenForo forums, 1 and 2: Sufficient Velocity, SpaceBattles, Questionable Questing. Of a thread with
/// threadmarks, also in reader mode, only the marked posts are the story; of one without, the long posts of who
/// began it.
struct XenForo: SiteEngine {
  var names: [String] { ["XenForo"] }

  func page(_ tree: MarkupTree, file: String) throws(ReadError) -> SitePage? {
    guard Self.signs.contains(where: { tree.first($0) != nil }) else { return nil }
    let posts = Post.all(in: tree)
    guard !posts.isEmpty else { return nil }
    let marked = posts.filter(\.isMarked)
    let story = marked.isEmpty ? Self.storyPosts(posts, in: tree) : marked
    guard let first = story.first else {
      throw ReadError(
        "no-story", file: file, problem: "the thread has no posts of a story, only talk",
        help: "open the thread in reader mode, or at a page with threadmarks, and save that")
    }
    var page = SitePage(site: "the forum")
    stateThread(tree, author: first.author, &page)
    for post in story { add(post, of: tree, to: &page) }
    return page
  }

  /// The second two are left when a browser or a tool wrote the page's frame anew.
  private static let signs: [Selector] = [
    "html#XenForo", "html#XF", "li.message[data-author]", "article.message[data-author]",
  ]

  private func stateThread(_ tree: MarkupTree, author: String, _ page: inout SitePage) {
    if let title = tree.first("h1.p-title-value") ?? tree.first(".titleBar h1") {
      let labels = tree.all(".label, .prefix, .labelLink", in: title)
      var words = ""
      for node in tree.descendants(of: title) where tree.kind(of: node) == .text {
        if !labels.contains(where: { tree.contains($0, node) }) {
          words += String(decoding: tree.bytes(of: node), as: UTF8.self)
        }
      }
      page.state(.title, words)
      page.metadata.append(title)
    } else if let title = tree.first("title") {
      page.state(.title, tree.text(of: title).components(partedBy: " | ")[0])
    }
    page.state(.author, author, isItem: true)
    if let site = tree.first("meta[property='og:site_name']") {
      page.state(.publisher, tree.attribute("content", of: site) ?? "")
    }
    if let address = tree.first("link[rel='canonical']") {
      page.state(.source, tree.attribute("href", of: address) ?? "")
    }
    for tag in tree.all(".tagList a, a.tagItem") {
      page.state(.tag, tree.text(of: tag), isItem: true)
    }
  }

  private func add(_ post: Post, of tree: MarkupTree, to page: inout SitePage) {
    if let heading = post.heading {
      page.add(heading.node, as: .heading(.chapter), words: heading.words)
    }
    page.add(post.body, as: .body)
    page.skipped.formUnion(tree.all(Self.furniture, in: post.body))
    for quote in tree.all(Self.quotes, in: post.body) {
      let quoted =
        tree.attribute("data-quote", of: quote) ?? tree.attribute("data-author", of: quote)
      if let quoted, !quoted.isEmpty, quoted != post.author { page.skipped.insert(quote) }
    }
  }

  private static let quotes: Selector = "[data-quote], .bbCodeQuote[data-author]"

  /// What the forum puts into posts: buttons of folded text, attributions of quotes, notes of edits.
  private static let furniture: Selector =
    """
    .bbCodeBlock-expandLink, .quoteExpand, .bbCodeSpoilerButton, .bbCodeSpoiler-button, \
    .message-lastEdit, .js-selectToQuoteEnd, .bbCodeBlock-title, .attribution, .signature
    """

  /// The posts of who began the thread that are long enough to tell something.
  private static func storyPosts(_ posts: [Post], in tree: MarkupTree) -> [Post] {
    guard let author = posts.first?.author, !author.isEmpty else { return [] }
    return posts.filter { post in
      guard post.author == author else { return false }
      let words = tree.text(of: post.body)
      let lines = tree.all("br, p", in: post.body).count
      return words.utf8.count >= 2000 && lines >= 6
    }
  }
}

extension XenForo {
  /// One post of a thread.
  private struct Post {
    let author: String
    let isMarked: Bool
    let heading: (node: MarkupTree.Node, words: String)?
    let body: MarkupTree.Node

    private static let bodies: [Selector] = [
      ".message-body .bbWrapper", ".messageContent .messageText", ".bbWrapper",
    ]
    private static let labels: [Selector] = [".threadmarkLabel", ".threadmarker .label"]

    static func all(in tree: MarkupTree) -> [Post] {
      tree.all("li.message, article.message").compactMap { Post($0, in: tree) }
    }

    private init?(_ post: MarkupTree.Node, in tree: MarkupTree) {
      guard
        let body = Self.bodies.lazy.compactMap({ tree.first($0, in: post) }).first
      else { return nil }
      self.body = body
      author = tree.attribute("data-author", of: post) ?? ""
      let label = Self.labels.lazy.compactMap { tree.first($0, in: post) }.first
      isMarked = label != nil || tree.classes(of: post).contains("hasThreadmark")
      heading = label.flatMap { node in
        var words = tree.text(of: node).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        // "Threadmarks: The Bridge"; other kinds of marks have other words there.
        if let kind = tree.first("strong", in: node) {
          let prefix = PairingParser.trimmed(tree.text(of: kind))
          if words.hasPrefix(prefix) {
            words = PairingParser.trimmed(String(words.dropFirst(prefix.count)))
          }
        }
        return words.isEmpty ? nil : (node, words)
      }
    }
  }
}
