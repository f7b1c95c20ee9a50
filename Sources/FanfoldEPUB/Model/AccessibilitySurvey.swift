internal import FanfoldStory

/// What stands in a book that matters to people who do not read by eye.
package struct AccessibilitySurvey: Sendable, Hashable {
  private let images: BookImages
  /// Sections of text that have a heading.
  private(set) var headings = 0
  private(set) var pictures = 0
  private(set) var undescribed = 0
  private(set) var hasCover = false
  private(set) var mayFlash = false
  private(set) var hasRuby = false
  /// Whether there is text whose spacing is the author's: it may be a picture made of letters, which
  /// says nothing when it is read out.
  private(set) var hasDrawnText = false
  private(set) var hasTableWithoutHeads = false

  init(images: BookImages) { self.images = images }

  mutating func add(_ sections: [Section]) {
    for section in sections {
      switch section.content {
      case .cover: hasCover = true
      case .titlePage, .about, .colophon, .packed: continue
      case .division, .storyTable, .index: headings += 1
      case .storyPage(let page):
        headings += 1
        if page.cover != nil { hasCover = true }
      case .passage(let passage):
        headings += 1
        for block in passage.blocks { add(block) }
      case .notes(let pieces), .endnotes(let pieces): add(pieces)
      case .text(let text):
        headings += text.heading == nil ? 0 : 1
        add(text.pieces)
      }
    }
  }

  /// Adds what stands in another part of the book.
  mutating func add(_ other: AccessibilitySurvey) {
    headings += other.headings
    pictures += other.pictures
    undescribed += other.undescribed
    hasCover = hasCover || other.hasCover
    mayFlash = mayFlash || other.mayFlash
    hasRuby = hasRuby || other.hasRuby
    hasDrawnText = hasDrawnText || other.hasDrawnText
    hasTableWithoutHeads = hasTableWithoutHeads || other.hasTableWithoutHeads
  }

  /// What was found, without the pictures it was found in.
  var withoutImages: AccessibilitySurvey {
    var survey = AccessibilitySurvey(images: BookImages())
    survey.add(self)
    return survey
  }

  private mutating func add(_ pieces: [Piece]) {
    for piece in pieces {
      switch piece {
      case .block(let block): add(block)
      case .note(let note): for block in note.blocks { add(block) }
      case .noteLink: continue
      }
    }
  }

  private mutating func add(_ block: Block) {
    block.forEachImage { add($0) }
    addText(of: block)
  }

  private mutating func add(_ reference: ImageReference) {
    guard let image = images[reference] else { return }
    pictures += 1
    if !Self.isDescription(reference.alternative) { undescribed += 1 }
    if PictureMotion.mayMove(image.bytes, mediaType: image.mediaType) { mayFlash = true }
  }

  /// Whether the words say something of the picture; the name of its file does not.
  private static func isDescription(_ words: String) -> Bool {
    guard let words = words.plainLine?.lowercased() else { return false }
    let endings = [".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".bmp"]
    if !words.contains(" "), endings.contains(where: words.hasSuffix) { return false }
    return !["image", "picture", "img", "photo", "untitled"].contains(words)
  }

  private mutating func addText(of block: Block) {
    switch block.content {
    case .paragraph(let inlines), .subheading(let inlines), .sceneBreak(let inlines): add(inlines)
    case .lines(let lines): for line in lines { add(line) }
    case .preformatted: hasDrawnText = true
    case .quotation(let blocks): for block in blocks { addText(of: block) }
    case .list(_, let items, _): for block in items.joined() { addText(of: block) }
    case .table(let table):
      let cells = table.rows.joined()
      if !cells.contains(where: \.isHeader) { hasTableWithoutHeads = true }
      add(table.caption)
      for cell in cells { for block in cell.blocks { addText(of: block) } }
    case .figure(let pictures, let caption): add(pictures + caption)
    case .spoiler(let summary, let blocks):
      add(summary)
      for block in blocks { addText(of: block) }
    }
  }

  private mutating func add(_ inlines: [Inline]) {
    for inline in inlines where !hasRuby {
      if case .ruby = inline { hasRuby = true }
      add(inline.inner ?? [])
    }
  }
}
