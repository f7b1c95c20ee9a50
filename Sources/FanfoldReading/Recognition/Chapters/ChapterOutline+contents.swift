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
}
