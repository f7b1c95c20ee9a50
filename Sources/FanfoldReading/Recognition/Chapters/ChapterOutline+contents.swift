/// The list of chapters on top of a text.
extension ChapterOutline {
  /// Lines before the first chapter that name the chapters, with their pages or without: the book has its own list.
  mutating func takeContents(_ manuscript: Manuscript) {
    guard headings.count >= 2, headings.count * 2 <= Self.reach * 3,
      let first = headings.first?.line, first > 1
    else { return }
    var names: Set<String> = []
    for heading in headings {
      names.insert(Folding.fold(manuscript.bytes(manuscript.lines[heading.line])))
      if let title = heading.title { names.insert(Folding.fold(manuscript.text[title])) }
    }
    var listed: [Int] = []
    for line in max(0, first - Self.reach)..<first {
      let bytes = manuscript.bytes(manuscript.lines[line])
      guard bytes.count <= 90 else { continue }
      if names.contains(Folding.fold(Self.entry(bytes))) || names.contains(Folding.fold(bytes)) {
        listed.append(line)
      }
    }
    guard listed.count >= 2, listed.count * 3 >= headings.count * 2, let top = listed.first,
      let bottom = listed.last, bottom - top < listed.count + 4
    else { return }
    if top > 0, Self.listTitles.contains(heading(above: top, manuscript)) { listed.append(top - 1) }
    addRedundant(listed)
  }

  /// How many lines above the first heading are looked at. Since a list must name two chapters in three, stories with
  /// more than half as many chapters again have none.
  private static let reach = 200

  private func heading(above line: Int, _ manuscript: Manuscript) -> String {
    let bytes = manuscript.bytes(manuscript.lines[line - 1])
    return Folding.fold(manuscript.text[Decoration.stripped(bytes)])
  }

  private static let listTitles: Set<String> = [
    "contents", "table of contents", "index", "chapters", "toc", "inhalt", "inhaltsverzeichnis",
    "sommaire", "table des matieres", "indice", "spis tresci", "содержание", "оглавление", "目录",
    "目次",
  ]

  /// "1. The Key ......... 3" → "The Key".
  private static func entry(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var inner = bytes
    while let last = inner.last, (0x30...0x39).contains(last) { inner.removeLast() }
    while let last = inner.last, last == 0x2E || last == 0x20 || last == 0x09 { inner.removeLast() }
    if inner.endIndex == bytes.endIndex || inner.isEmpty { inner = bytes }
    let number = inner.prefix { (0x30...0x39).contains($0) }
    guard !number.isEmpty, number.count <= 3 else { return inner }
    var rest = inner[number.endIndex...]
    while let first = rest.first, ".) -:\t".utf8.contains(first) { rest.removeFirst() }
    return rest.isEmpty ? inner : rest
  }

  /// A table of contents is a run of headings without text between them, each of which comes again.
  mutating func dropRedundant(
    _ chosen: inout [CandidateFinder.Found], _ manuscript: Manuscript, _ labels: HeaderLabels
  ) {
    func words(_ item: CandidateFinder.Found) -> String {
      Folding.fold(manuscript.bytes(manuscript.lines[item.line]))
    }
    let list = Self.list(chosen, by: words)
    let short = Self.list(chosen) { Folding.fold(manuscript.text[$0.candidate.label]) }
    if list.items.count >= 3, list.words.isSubset(of: chosen[list.items.count...].map(words)) {
      addRedundant(list.items.map(\.line))
      chosen.removeFirst(list.items.count)
    } else if short.items.count >= 2, short.items.count < chosen.count,
      // A table of contents begins with what the text begins with.
      Folding.fold(manuscript.text[chosen[short.items.count].candidate.label])
        == Folding.fold(manuscript.text[short.items[0].candidate.label]),
      short.words.isSubset(
        of: chosen[short.items.count...].map { Folding.fold(manuscript.text[$0.candidate.label]) })
    {
      // "Chapter I. A Visitor" is "Chapter I" with the name below.
      addRedundant(short.items.map(\.line))
      chosen.removeFirst(short.items.count)
    }
    var kept: [CandidateFinder.Found] = []
    for item in chosen {
      if let last = kept.last, Self.repeats(item, last, manuscript, labels) {
        addRedundant([item.line])
      } else {
        kept.append(item)
      }
    }
    chosen = kept
  }

  /// The headings on top that follow each other line by line and say something else each.
  private static func list(
    _ chosen: [CandidateFinder.Found], by words: (CandidateFinder.Found) -> String
  ) -> (items: ArraySlice<CandidateFinder.Found>, words: Set<String>) {
    var listed: Set<String> = []
    let items = chosen.prefix { item in
      let isNext = listed.isEmpty || item.line - chosen[listed.count - 1].line <= 1
      return isNext && listed.insert(words(item)).inserted
    }
    return (items, listed)
  }

  /// Whether a heading says the one before it again: in the next line, or below the author's notes where a site had set
  /// its own heading above them.
  private static func repeats(
    _ item: CandidateFinder.Found, _ last: CandidateFinder.Found, _ manuscript: Manuscript,
    _ labels: HeaderLabels
  ) -> Bool {
    let lines = [last.line, item.line].map { manuscript.lines[$0] }
    if item.line == last.line + 1 {
      return manuscript.bytes(lines[0]) == manuscript.bytes(lines[1])
    }
    guard item.candidate.number != nil, item.candidate.number == last.candidate.number,
      lines[1].range.lowerBound - lines[0].range.upperBound < notesBelowHeading
    else { return false }
    let words = lines.map { line in
      Folding.fold(manuscript.bytes(line)).filter { $0.isLetter || $0.isNumber }
    }
    let first = manuscript.lines[last.line + 1].range
    let isNote =
      lines[1].range.lowerBound - lines[0].range.upperBound < 400
      || HeaderLine.parse(manuscript.text, first, labels: labels) != nil
    return isNote && words[0] == words[1]
  }

  /// How much authors say there, in bytes.
  private static let notesBelowHeading = 3000
}
