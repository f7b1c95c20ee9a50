internal import FanfoldResources

/// What a site's page leaves when it is copied off the screen, as a file of `Resources/screens` describes it: the lines
/// of its head one below the other, and those that end the story.
struct CopiedSite {
  private enum Step {
    /// A line of one of these forms.
    case line([CopiedPattern], isOptional: Bool)
    /// Any lines, until one has the next form.
    case any
  }

  private var name = ""
  /// Whether the name is a program's that many sites run; such a site's own name is not known.
  private var isSoftware = false
  private var head: [Step] = []
  private var ends: [CopiedPattern] = []
  private var skipped: [CopiedPattern] = []

  /// The page as the first site that knows it reads it.
  static func page(_ view: CopiedLines) -> CopiedPage? {
    for site in all {
      if let page = site.page(view) { return page }
    }
    return nil
  }

  private static let all: [CopiedSite] = Resources.paths(in: "screens").compactMap { path in
    Resources.bytes(at: path).flatMap { CopiedSite(String(decoding: $0, as: UTF8.self)) }
  }

  /// A site described in lines of "key: value"; `nil` when a line cannot be read.
  init?(_ description: String) {
    guard let lines = KeyedLines.read(description) else { return nil }
    for (key, value) in lines {
      let patterns = value.components(partedBy: " || ").compactMap { CopiedPattern($0) }
      switch key {
      case "name", "software":
        name = value
        isSoftware = key == "software"
      case "head" where value == "*": head.append(.any)
      case "head": head.append(.line(patterns, isOptional: false))
      case "head?": head.append(.line(patterns, isOptional: true))
      case "skip": skipped += patterns
      case "end": ends += patterns
      default: return nil
      }
    }
    guard !name.isEmpty, head.contains(where: Self.hasWords) else { return nil }
  }

  private static func hasWords(_ step: Step) -> Bool {
    if case .line(let patterns, false) = step { patterns.allSatisfy(\.hasWords) } else { false }
  }

  /// How many lines `*` stands for.
  private static let gap = 24

  func page(_ view: CopiedLines) -> CopiedPage? {
    // The head is looked for where its first line with words is, which few lines resemble.
    guard let anchor = head.firstIndex(where: Self.hasWords),
      case .line(let patterns, _) = head[anchor]
    else { return nil }
    let lines = patterns.flatMap { pattern in
      (pattern.sign.map { view.heads(with: $0) } ?? view.heads)
        .filter { pattern.match(view.text, $0.words) != nil }.map(\.line)
    }
    for line in patterns.count > 1 ? lines.sorted() : lines {
      for start in max(0, line - anchor)...line {
        if let page = page(view, from: start), page.metadata.contains(line) { return page }
      }
    }
    return nil
  }

  /// The page whose head begins at that line.
  private func page(_ view: CopiedLines, from start: Int) -> CopiedPage? {
    var page = CopiedPage(site: name, story: 0..<0)
    var line = start
    var mayPass = false
    for step in head {
      guard case .line(let patterns, let isOptional) = step else {
        mayPass = true
        continue
      }
      let limit = min(view.count, mayPass ? line + Self.gap : line + 1)
      let match = (line..<max(line, limit)).lazy.compactMap { place in
        patterns.lazy.compactMap { $0.match(view.text, view.words(place)) }
          .first { $0.allSatisfy { $0.name != "published" || Self.isDate(view.text[$0.range]) } }
          .map { (place, $0) }
      }.first
      guard let (place, captures) = match else {
        if isOptional { continue }
        return nil
      }
      page.metadata.insert(place)
      for capture in captures { enter(capture.name, capture.range, place, view, &page) }
      line = place + 1
      mayPass = false
    }
    return finished(&page, from: line, view)
  }

  /// Whether words can be a date with its time: nothing long, and of many digits.
  private static func isDate(_ words: ArraySlice<UInt8>) -> Bool {
    words.count <= 40 && words.count { (0x30...0x39).contains($0) } >= 6
  }

  private func finished(_ page: inout CopiedPage, from start: Int, _ view: CopiedLines)
    -> CopiedPage?
  {
    var first = start
    while first < view.count, matches(skipped, first, view) { first += 1 }
    let end = (first..<view.count).first { matches(ends, $0, view) } ?? view.count
    page.story = first..<end
    page.dropped = Set(page.story.filter { matches(skipped, $0, view) })
    if !isSoftware {
      page.state(.publisher, name, line: view.lines[start > 0 ? start - 1 : 0].number)
    }
    return page.story.count > page.dropped.count ? page : nil
  }

  private func matches(_ patterns: [CopiedPattern], _ line: Int, _ view: CopiedLines) -> Bool {
    guard view.lines[line].range.count <= 160 else { return false }
    // "+ - Full 3/4 1/2" is no item of a list.
    let forms = [view.words(line), HeadingTokens.trimmed(view.text, view.lines[line].range)]
    return patterns.contains { pattern in
      forms.contains { pattern.match(view.text, $0) != nil }
    }
  }

  private func enter(
    _ name: String, _ range: Range<Int>, _ line: Int, _ view: CopiedLines, _ page: inout CopiedPage
  ) {
    let words = String(decoding: view.text[range], as: UTF8.self)
    let number = view.lines[line].number
    switch name {
    case "chapter":
      page.heading = (line, range)
    case "status-line":
      var facts = SitePage(site: self.name)
      StatusLine("Rated: " + words).state(in: &facts)
      page.facts += facts.facts.map {
        .init(subject: $0.subject, value: $0.value, line: number, isItem: $0.isItem)
      }
    case "page-title":
      page.facts.append(.init(subject: .pageTitle, value: words, line: number))
    case "fandom":
      for fandom in words.components(partedBy: " + ") {
        page.state(.fandom, fandom, line: number, isItem: true)
      }
    case "source":
      page.state(.source, words.hasSuffix(".") ? String(words.dropLast()) : words, line: number)
    default:
      guard let field = HeaderLabels.Field(rawValue: name) else { return }
      page.state(field, words, line: number, isItem: field == .author)
    }
  }
}
