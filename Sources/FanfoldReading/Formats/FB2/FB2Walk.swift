internal import FanfoldMarkup
internal import FanfoldStory

/// Walks the bodies of a FictionBook: sections are chapters, whose titles head them.
struct FB2Walk {
  private let tree: MarkupTree
  private let binaries: FB2Binaries
  private var builder: ManuscriptBuilder

  init(_ tree: MarkupTree, binaries: FB2Binaries, builder: ManuscriptBuilder) {
    self.tree = tree
    self.binaries = binaries
    self.builder = builder
  }

  mutating func finish() -> Manuscript { builder.finish(hasTypedMarks: false) }

  // MARK: sections

  mutating func body(_ node: MarkupTree.Node) {
    for child in elements(of: node) {
      switch tree.name(of: child) {
      case "title": take(child, "title of the book")
      case "section": section(child)
      default: content(child)
      }
    }
  }

  private mutating func section(_ node: MarkupTree.Node) {
    for child in elements(of: node) {
      switch tree.name(of: child) {
      case "title": heading(child, kind(of: node))
      case "section": section(child)
      case "annotation": note(child)
      default: content(child)
      }
    }
  }

  /// A section of sections with titles, and without words of its own, is a part of the work.
  private func kind(of section: MarkupTree.Node) -> Chapter.Kind {
    let inner = elements(of: section)
    let chapters = inner.filter { tree.isElement($0, "section") }
    let hasText = inner.contains { ["p", "poem", "cite"].contains(tree.name(of: $0)) }
    let areTitled = chapters.contains { chapter in
      elements(of: chapter).contains { tree.isElement($0, "title") }
    }
    return areTitled && !hasText ? .part : .chapter
  }

  /// "Chapter 1" and its name, a paragraph each.
  private mutating func heading(_ title: MarkupTree.Node, _ kind: Chapter.Kind) {
    let lines = elements(of: title).filter { tree.isElement($0, "p") }
    builder.role = .heading(kind)
    for (index, line) in lines.enumerated() where index < 2 {
      if index == 1 { builder.role = .headingTitle }
      block(.heading(level: 2)) { walk in
        walk.inlines(of: line)
        for more in index == 1 ? lines.dropFirst(2) : [] {
          walk.builder.add(" ".utf8)
          walk.inlines(of: more)
        }
      }
    }
    builder.role = .body
  }

  private mutating func note(_ annotation: MarkupTree.Node) {
    builder.role = .note(.authorsNote)
    for child in elements(of: annotation) { paragraph(child) }
    builder.role = .body
  }

  /// The notes behind the story: each with its number, which the text has too.
  mutating func notes(_ body: MarkupTree.Node) {
    builder.role = .body
    for child in elements(of: body) {
      switch tree.name(of: child) {
      case "title": take(child, "heading of the notes")
      case "section": notesSection(child)
      default: content(child)
      }
    }
  }

  private mutating func notesSection(_ section: MarkupTree.Node) {
    var number: MarkupTree.Node?
    for child in elements(of: section) {
      let name = tree.name(of: child)
      if name == "title" {
        number = child
      } else if let title = number, name == "p" {
        numbered(title, child)
        number = nil
      } else {
        if let title = number { content(title) }
        number = nil
        if name == "section" { notesSection(child) } else { content(child) }
      }
    }
    if let title = number { content(title) }
  }

  private mutating func numbered(_ title: MarkupTree.Node, _ paragraph: MarkupTree.Node) {
    let words = tree.text(of: title).inOneLine
    block(.paragraph) { walk in
      walk.builder.open(.superscript)
      walk.addText(words.utf8)
      walk.builder.closeMark()
      walk.builder.add(" ".utf8)
      walk.inlines(of: paragraph)
    }
  }

  // MARK: blocks

  private mutating func content(_ node: MarkupTree.Node) {
    builder.role = .body
    switch tree.name(of: node) {
    case "subtitle":
      // Stars between two scenes are subtitles to many programs.
      let isName = tree.text(of: node).contains { $0.isLetter || $0.isNumber }
      block(isName ? .heading(level: 4) : .paragraph) { $0.inlines(of: node) }
    case "epigraph", "cite": enclosed(.quotation, node)
    case "poem", "stanza", "title": poem(node)
    case "empty-line": builder.addBlankParagraph()
    case "image": block(.paragraph) { $0.image(node) }
    case "table": enclosed(.table, node)
    case "tr": enclosed(.row, node)
    case "td", "th":
      builder.enter(.cell(isHeader: tree.isElement(node, "th"), columns: 1, rows: 1))
      paragraph(node)
      builder.leave()
    default: paragraph(node)
    }
  }

  private mutating func enclosed(_ kind: Manuscript.Enclosure.Kind, _ node: MarkupTree.Node) {
    builder.enter(kind)
    for child in elements(of: node) { content(child) }
    builder.leave()
  }

  private mutating func poem(_ node: MarkupTree.Node) {
    let verses = elements(of: node)
    guard verses.contains(where: { tree.isElement($0, "v") }) else {
      for child in verses { content(child) }
      return
    }
    block(.paragraph) { walk in
      for verse in verses {
        walk.inlines(of: verse)
        walk.builder.breakLine()
      }
    }
  }

  private mutating func paragraph(_ node: MarkupTree.Node) {
    block(.paragraph) { $0.inlines(of: node) }
  }

  private mutating func block(
    _ kind: Manuscript.Block.Kind, _ content: (inout FB2Walk) -> Void
  ) {
    builder.beginBlock(kind)
    content(&self)
    builder.endBlock()
  }

  // MARK: words

  private mutating func inlines(of node: MarkupTree.Node) {
    for child in tree.children(of: node) {
      switch tree.kind(of: child) {
      case .text:
        builder.sourceLine = tree.position(of: child).line
        addText(tree.bytes(of: child))
      case .element where tree.isElement(child, "image"): image(child)
      case .element:
        guard let style = style(of: child) else {
          inlines(of: child)
          continue
        }
        builder.open(style)
        inlines(of: child)
        builder.closeMark()
      case .document, .rawText, .comment, .instruction: break
      }
    }
  }

  private func style(of node: MarkupTree.Node) -> Manuscript.Mark.Style? {
    switch tree.name(of: node) {
    case "emphasis": return .emphasis
    case "strong": return .strong
    case "strikethrough": return .strikethrough
    case "sub": return .subscript
    case "sup": return .superscript
    case "code": return .code
    case "a":
      if tree.attribute("type", of: node) == "note" { return .superscript }
      return tree.target(of: node).flatMap { InlineStyle.isAddress($0) ? .link($0) : nil }
    default: return nil
    }
  }

  private mutating func image(_ node: MarkupTree.Node) {
    let words = tree.attribute("alt", of: node) ?? tree.attribute("title", of: node) ?? ""
    let picture = binaries.picture(of: node)
    if let bytes = picture.bytes {
      builder.image(bytes, alternative: words, name: picture.name)
    } else {
      builder.leaveOut(picture.name, "the book does not hold it", alternative: words)
    }
  }

  private mutating func addText(_ bytes: some Collection<UInt8>) {
    let clean = ControlCharacters.taken(from: Array(bytes), into: &builder)
    builder.count(clean.span)
    builder.add(clean)
  }

  /// Enters words in the ledger that the book's description has too.
  private mutating func take(_ node: MarkupTree.Node, _ what: String) {
    let words = tree.text(of: node).inOneLine
    guard !words.isEmpty else { return }
    builder.count(words.utf8Span.span)
    builder.take(words, .metadata, rule: "page-metadata", reason: what)
  }

  private func elements(of node: MarkupTree.Node) -> [MarkupTree.Node] {
    tree.children(of: node).filter { tree.kind(of: $0) == .element }
  }
}
