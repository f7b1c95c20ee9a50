internal import FanfoldStory

/// The headings a format marks as such, `##` or `<h2>`, sorted by what they head. The topmost level that is used
/// more than once, with text below, heads the chapters; a lone heading above them is the title; those below stay in
/// the text. People also use headings because the letters are big: a level most of whose headings have no text below
/// them is decoration.
struct StatedHeadings {
  /// A heading of the manuscript.
  private struct Item {
    /// The first line, an index into the manuscript's lines.
    var line: Int
    var level: Int
    /// The bytes of text up to the next heading of this level or a higher one.
    var text = 0
    var candidate: HeadingCandidate?

    var isExplicit: Bool { candidate?.isExplicit ?? false }
  }

  /// The chapters' headings, and those of parts above them; empty when no level is made of headings.
  private(set) var chapters: [ChapterOutline.Heading] = []
  /// Lines of a table of contents, and of a title that comes again with each chapter.
  private(set) var redundantLines: [Int] = []

  private let manuscript: Manuscript
  private let items: [Item]

  init(_ manuscript: Manuscript, parser: HeadingParser) {
    self.manuscript = manuscript
    items = Self.items(manuscript, parser)
    choose()
  }

  // MARK: collecting

  private static func items(_ manuscript: Manuscript, _ parser: HeadingParser) -> [Item] {
    var items: [Item] = []
    let hasHeading = manuscript.blocks.contains {
      if case .heading = $0.kind { true } else { false }
    }
    guard hasHeading else { return [] }
    for block in manuscript.blocks {
      let size = block.lines.reduce(0) { $0 + manuscript.lines[$1].range.count }
      if case .heading(let level) = block.kind {
        let range = manuscript.lines[block.lines.lowerBound].range
        guard size <= 200, manuscript.bytes(range).contains(where: SceneBreakMarks.isWordByte),
          !isFrontWord(manuscript.bytes(range)),
          !(items.count == 1 && items[0].text == 0 && isByline(manuscript.bytes(range)))
        else { continue }
        let candidate = parser.parse(manuscript.text, range)
        items.append(Item(line: block.lines.lowerBound, level: level, candidate: candidate))
      } else if !items.isEmpty {
        items[items.count - 1].text += size
      }
    }
    return withTextOfDeeper(items)
  }

  /// Whether a heading stands above what the story is about and not above a piece of it.
  private static func isFrontWord(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count <= 60 else { return false }
    return frontWords.contains(Folding.fold(bytes[Decoration.stripped(bytes)]))
  }

  /// Whether a heading right below the title's names the author.
  private static func isByline(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count <= 60 && Folding.fold(bytes.prefix(3)) == "by "
      && Byline.isName(bytes.dropFirst(3), alone: true)
  }

  private static let frontWords: Set<String> = [
    "summary", "synopsis", "blurb", "description", "resume", "zusammenfassung", "resumen",
    "sinopsis",
  ]

  /// Counts the text below deeper headings for the headings above them too.
  private static func withTextOfDeeper(_ items: [Item]) -> [Item] {
    var items = items
    var open: [Int] = []
    for index in items.indices {
      while let last = open.last, items[last].level >= items[index].level { open.removeLast() }
      let own = items[index].text
      for outer in open { items[outer].text += own }
      open.append(index)
    }
    return items
  }

  // MARK: choosing

  private mutating func choose() {
    let levels = Set(items.map(\.level)).sorted()
    for (place, level) in levels.enumerated() {
      let group = items.filter { $0.level == level }
      if isEcho(group) {
        redundantLines += group.dropFirst().map(\.line)
        continue
      }
      let heads = withoutTitle(group)
      guard tells(heads) || isLoneChapter(heads) && !hasChapters(beside: level) else { continue }
      let below = place + 1 < levels.count ? items.filter { $0.level == levels[place + 1] } : []
      if areParts(heads, above: below) {
        accept(heads, as: .part)
        accept(below, as: nil)
      } else {
        accept(heads, as: nil)
      }
      chapters.sort { $0.line < $1.line }
      takeContents()
      return
    }
  }

  /// Whether a heading is the same each time: the title, above each chapter.
  private func isEcho(_ group: [Item]) -> Bool {
    guard group.count >= 2, let first = group.first, !first.isExplicit else { return false }
    let words = folded(first.line)
    return group.dropFirst().allSatisfy { folded($0.line) == words }
  }

  /// The headings without the document's first when that one is the title: all others say "chapter" or have text.
  private func withoutTitle(_ group: [Item]) -> [Item] {
    guard group.count >= 2, let first = group.first, first.line == items.first?.line,
      !first.isExplicit
    else { return group }
    let rest = group.dropFirst()
    let isTitle = rest.allSatisfy(\.isExplicit) || (first.text == 0 && tells(Array(rest)))
    return isTitle ? Array(rest) : group
  }

  /// Whether there are several headings and most have text below.
  private func tells(_ group: [Item]) -> Bool {
    group.count >= 2 && group.filter { $0.text >= 80 }.count * 3 >= group.count * 2
  }

  /// Whether the only heading of its level is that of a chapter: below a title, above a text, and no name.
  private func isLoneChapter(_ group: [Item]) -> Bool {
    guard group.count == 1, let only = group.first, only.text >= 250 else { return false }
    if only.isExplicit { return true }
    let bytes = manuscript.bytes(manuscript.lines[only.line])
    return only.line != items.first?.line && !isName(bytes) && TitleShape.score(bytes) > 0
      && bytes.contains { $0 > 0x40 } && !bytes.contains(where: { (0x30...0x39).contains($0) })
  }

  /// Whether the headings of some other level say "chapter".
  private func hasChapters(beside level: Int) -> Bool {
    Dictionary(grouping: items.filter { $0.level != level && $0.isExplicit }, by: \.level)
      .values.contains(where: tells)
  }

  private func isName(_ bytes: ArraySlice<UInt8>) -> Bool {
    Folding.fold(bytes).hasPrefix("by ")
      || PersonName.looksLikeOne(bytes) && !PersonName.beginsLikeTitle(bytes)
  }

  /// Whether chapters stand below: the headings say "part", or those below them "chapter".
  private func areParts(_ group: [Item], above below: [Item]) -> Bool {
    guard below.count > group.count, tells(below) else { return false }
    let saidAbove = group.filter { $0.candidate?.kind == .part }.count
    let saidBelow = below.filter { $0.isExplicit && $0.candidate?.kind == .chapter }.count
    return saidAbove * 3 >= group.count * 2
      || (saidBelow * 3 >= below.count * 2 && !group.contains { $0.candidate?.kind == .chapter })
  }

  private mutating func accept(_ group: [Item], as kind: Chapter.Kind?) {
    let numbered = group.filter { $0.candidate != nil }.count * 3 >= group.count * 2
    for item in group {
      let range = manuscript.lines[item.line].range
      var heading = ChapterOutline.Heading(
        line: item.line, kind: kind ?? .chapter, label: nil, title: range, rule: "stated-heading")
      if let candidate = item.candidate, candidate.isExplicit || numbered {
        heading.label = candidate.label
        heading.title = candidate.title
        heading.number = candidate.number
        if kind == nil { heading.kind = candidate.kind.kind }
      }
      chapters.append(heading)
    }
  }

  // MARK: contents

  /// Lines before the first chapter that name the chapters are a table of contents.
  private mutating func takeContents() {
    guard let first = chapters.first?.line else { return }
    let names = Set(chapters.map { folded($0.line) })
    let listed = (0..<first).filter { names.contains(folded($0)) }
    guard listed.count >= 2, listed.count * 2 >= chapters.count else { return }
    let titles: Set<String> = ["contents", "table of contents", "index", "chapters"]
    redundantLines += (0..<first).filter { titles.contains(folded($0)) } + listed
  }

  private func folded(_ line: Int) -> String {
    Folding.fold(manuscript.bytes(manuscript.lines[line]))
  }
}
