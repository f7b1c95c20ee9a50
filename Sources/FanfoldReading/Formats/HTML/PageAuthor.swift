internal import FanfoldMarkup

/// Who wrote the text of a page that no site claims, by what most pages have: a name marked as the author's near the
/// text, a "by" before it, or what the head of the page says to machines.
struct PageAuthor {
  private let tree: MarkupTree
  /// The element with the text.
  private let content: MarkupTree.Node

  init(_ tree: MarkupTree, content: MarkupTree.Node) {
    self.tree = tree
    self.content = content
  }

  /// The name; `nil` when nothing says it.
  func find() -> String? { marked() ?? spoken() ?? stated() ?? linked() }

  // MARK: near the text

  /// The last name before the text that its element calls an author's, or the first one behind it.
  private func marked() -> String? {
    var before: String?
    for node in tree.descendants(of: tree.root)
    where tree.kind(of: node) == .element && tree.hasAttributes(node) && callsAuthor(node) {
      guard !tree.contains(node, content), isSmall(node), !isComment(node),
        let name = name(of: node)
      else { continue }
      if tree.contains(content, node) || node < content {
        before = name
      } else {
        return before ?? name
      }
    }
    return before
  }

  /// The name that an element is. Of several pieces of text, "By", "Ann Hale", "March 3rd", the first that can be a
  /// name; in a poster's box with ranks and numbers the first link.
  private func name(of node: MarkupTree.Node) -> String? {
    let pieces = pieces(of: node)
    let isBox = pieces.reduce(0) { $0 + $1.words.split(separator: " ").count } > 5
    let linked = pieces.lazy.filter(\.isLink).map(\.words)
    let name = pieces.prefix(4).lazy.map(\.words).compactMap(Self.name).first
    return isBox ? linked.compactMap(Self.name).first ?? name : name
  }

  /// The pieces of text in an element; those with no more than a space between them are one, "Ann <b>Hale</b>".
  private func pieces(of element: MarkupTree.Node) -> [(words: String, isLink: Bool)] {
    var pieces: [(words: String, isLink: Bool)] = []
    var link: MarkupTree.Node?
    var isOpen = false
    for node in tree.descendants(of: element) {
      if tree.isElement(node, "a") { link = node }
      guard tree.kind(of: node) == .text else { continue }
      let text = tree.text(of: node)
      guard text.contains(where: { !$0.isWhitespace }) else {
        isOpen = false
        continue
      }
      let isLink = link.map { tree.contains($0, node) } ?? false
      if isOpen, let last = pieces.last, last.isLink == isLink,
        last.words.last == " " || text.first == " "
      {
        pieces[pieces.count - 1].words += text
      } else {
        pieces.append((text, isLink))
      }
      isOpen = true
    }
    return pieces
  }

  /// Whether an element has no more than a name and what stands beside one: themes name whole articles after authors.
  private func isSmall(_ node: MarkupTree.Node) -> Bool {
    var size = 0
    for inner in tree.descendants(of: node) {
      if ["h1", "h2", "h3"].contains(tree.name(of: inner)) { return false }
      size += tree.kind(of: inner) == .text ? tree.bytes(of: inner).count : 0
      if size > 400 { return false }
    }
    return true
  }

  /// Whether an element is, or is within, what readers say about the page.
  private func isComment(_ node: MarkupTree.Node) -> Bool {
    var place: MarkupTree.Node? = node
    while let element = place, !tree.contains(element, content) {
      let words = [tree.attribute("id", of: element), tree.attribute("class", of: element)]
        .compactMap(\.self).joined(separator: " ").lowercased()
      if words.contains("comment") { return true }
      place = tree.parent(of: element)
    }
    return false
  }

  /// Whether a class, a relation or a property of the element says so (microformats.org/wiki/h-entry, schema.org/author).
  private func callsAuthor(_ node: MarkupTree.Node) -> Bool {
    if let relation = tree.attribute("rel", of: node) ?? tree.attribute("itemprop", of: node),
      relation == "author"
    {
      return true
    }
    guard let names = tree.attribute("class", of: node) else { return false }
    return tree.classes(of: node).contains(Self.readerView) && !isAddress(node)
      || names.lowercased().split(whereSeparator: { !$0.isLetter }).contains {
        Self.classes.contains(String($0))
      }
  }

  /// Whether the words are the name of a site, "fanfiction.net".
  private func isAddress(_ node: MarkupTree.Node) -> Bool {
    let words = tree.text(of: node).utf8
    return words.contains(UInt8(ascii: ".")) && !words.contains(0x20)
  }

  private static let classes: Set<String> = [
    "author", "byline", "username", "bigusername", "creator", "writer", "poster", "writername",
    "postauthor", "authorname", "storyauthor",
  ]

  /// What a browser calls the author's line in the plain page that it makes of another (Firefox's reader view).
  private static let readerView = "reader-credits"

  /// "by NAME" among the last pieces of text before the content, and "Posted by NAME" among the first behind it.
  private func spoken() -> String? {
    let pieces = tree.descendants(of: tree.root).filter { node in
      tree.kind(of: node) == .text && !tree.contains(content, node)
        && tree.bytes(of: node).contains { $0 > 0x20 }
    }
    let before = Array(pieces.prefix { $0 < content }.suffix(24))
    let behind = Array(pieces.drop { $0 < content }.prefix(24))
    return spoken(in: before, anywhere: true) ?? spoken(in: behind, anywhere: false)
  }

  private func spoken(in pieces: [MarkupTree.Node], anywhere: Bool) -> String? {
    for (index, node) in pieces.enumerated().reversed() {
      let words = PairingParser.trimmed(tree.text(of: node).inOneLine)
      let phrases = anywhere ? Self.phrases : Self.longPhrases
      if anywhere, let name = Self.nameBehindDate(words) { return name }
      guard words.utf8.count <= 80, let rest = Self.rest(of: words, after: phrases) else {
        continue
      }
      if rest.contains(where: \.isLetter) {
        if let name = Self.name(in: rest) { return name }
      } else if index + 1 < pieces.count, let name = Self.name(in: tree.text(of: pieces[index + 1]))
      {
        return name
      }
    }
    return nil
  }

  /// The name in "March 3rd, 2007 by Ann Hale".
  private static func nameBehindDate(_ words: String) -> String? {
    guard words.utf8.count <= 80, let by = words.firstRange(of: " by "),
      words[..<by.lowerBound].contains(where: \.isNumber),
      words[..<by.lowerBound].split(separator: " ").count <= 6
    else { return nil }
    return name(in: String(words[by.upperBound...]))
  }

  private static let longPhrases = ["posted by", "written by", "author:", "author "]
  private static let phrases =
    longPhrases + [
      "by ", "by:", "by", "von ", "von", "autor:", "auteur :", "par ", "автор:", "作者:", "作者：", "文/",
    ]

  /// The last link before the text, or the first in it, that leads to a page about an author.
  private func linked() -> String? {
    var before: String?
    for link in tree.descendants(of: tree.root) where tree.isElement(link, "a") {
      guard let address = tree.attribute("href", of: link)?.lowercased(),
        Self.addresses.contains(where: address.contains), let name = name(of: link)
      else { continue }
      guard link < content else { return before ?? (tree.contains(content, link) ? name : nil) }
      before = name
    }
    return before
  }

  private static let addresses = [
    "/author", "authorid=", "viewuser", "/users/", "/user/", "/u/", "/profile", "/member/",
  ]

  // MARK: in the head

  private func stated() -> String? {
    let values = Self.fields.lazy.compactMap { field in
      tree.first(field).flatMap { tree.attribute("content", of: $0) }
    }
    return values.compactMap(Self.name).first ?? linkedData()
  }

  private static let fields =
    [
      "author", "dc.creator", "DC.creator", "DC.Creator", "parsely-author", "twitter:creator",
    ].compactMap { try? Selector("meta[name='\($0)']") }
    + ["article:author", "book:author"].compactMap { try? Selector("meta[property='\($0)']") }

  /// The author of the article that the page describes in JSON-LD (w3.org/TR/json-ld11, schema.org/Article).
  private func linkedData() -> String? {
    for script in tree.all("script[type='application/ld+json']") {
      let text = tree.children(of: script).flatMap { tree.bytes(of: $0) }
      guard let value = try? JSONReader.read(text) else { continue }
      if let name = Self.author(in: value).flatMap(Self.name) { return name }
    }
    return nil
  }

  private static func author(in value: JSONValue) -> String? {
    if let list = value.list { return list.lazy.compactMap(author).first }
    if let graph = value["@graph"] { return author(in: graph) }
    guard let author = value["author"] else { return nil }
    return author.text ?? author["name"]?.text ?? author.list?.first?["name"]?.text
  }

  // MARK: names

  /// The name in a few words, "by EdgarP » Tue Mar 03": without what leads up to it and what follows.
  static func name(in words: String) -> String? {
    var line = PairingParser.trimmed(words.inOneLine)
    if let rest = rest(of: line, after: phrases), !rest.isEmpty {
      line = PairingParser.trimmed(rest)
    }
    for end in [
      " \u{BB}", " |", " \u{B7}", " \u{2022}", " on ", " at ", " (", ", ", " - ", " \u{2013} ",
    ] {
      if let found = line.firstRange(of: end) { line = String(line[..<found.lowerBound]) }
    }
    // The time that follows is a link of its own.
    for end in [" at", " on"] where line.hasSuffix(end) { line = String(line.dropLast(end.count)) }
    line = PairingParser.trimmed(line)
    guard (2...40).contains(line.count), line.split(separator: " ").count <= 4,
      line.contains(where: \.isLetter),
      !line.contains(where: { "@/:?!<>\u{FF1A}\u{FF1F}".contains($0) }),
      !line.hasSuffix(" read"), !controls.contains(where: line.contains),
      !nobody.contains(Folding.fold(line)), !phrases.contains(Folding.fold(line))
    else { return nil }
    return line
  }

  /// What follows one of the phrases at the beginning of a line; "Byron" does not begin with "by".
  private static func rest(of line: String, after phrases: [String]) -> String? {
    let folded = Folding.fold(line)
    for phrase in phrases where folded.hasPrefix(phrase) {
      let rest = line.dropFirst(phrase.count)
      let isWhole = !(phrase.last?.isLetter ?? false) || !(rest.first?.isLetter ?? false)
      if isWhole { return String(rest) }
    }
    return nil
  }

  /// What other scripts say on the buttons of a page, within a word.
  private static let controls = ["登录", "登錄", "登入", "注册", "註冊", "密码", "相关", "ログイン", "로그인"]

  /// What stands in the place of a name without being one.
  private static let nobody: Set<String> = [
    "admin", "administrator", "guest", "anonymous", "unknown", "author", "follow", "default", "me",
    "user", "my profile", "my account", "register", "webmaster", "staff", "profile", "login",
    "log in", "home", "editor", "moderator", "by", "contributor", "name", "reporter", "submitted",
    "share",
    "archive page", "email", "e-mail", "website", "contact", "view profile", "view all posts",
    "more", "read more", "bluesky", "facebook", "instagram", "linkedin", "mastodon",
    "pinterest", "reddit", "threads", "tumblr", "twitter", "whatsapp", "x", "youtube",
  ]
}
