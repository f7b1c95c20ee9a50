internal import FanfoldStory

/// The titles of several short stories in one text, each with a header of its own: "Title: Tea", its text, "Title: Snow"
/// and so on. They head the chapters.
struct LabelledTitles {
  /// In order; none where there are not several with a text each.
  private(set) var found: [ChapterOutline.Heading] = []

  init(_ draft: Draft, labels: HeaderLabels) {
    let text = draft.manuscript.text
    var titles: [(line: Int, value: Range<Int>, told: Int)] = []
    var labelled: Set<Int> = []
    for line in draft.fates.indices where draft.fates[line].isText {
      let range = draft.range(line)
      // A quick look: nearly all lines of a story are longer, or do not begin so.
      guard range.count <= Self.longest, text[range].contains(0x3A),
        let header = HeaderLine.parse(text, range, labels: labels)
      else {
        if !titles.isEmpty { titles[titles.count - 1].told += range.count }
        continue
      }
      labelled.insert(line)
      if header.field == .title, !header.value.isEmpty { titles.append((line, header.value, 0)) }
    }
    // The first may be that of all, with nothing below it but other labels.
    if let first = titles.first, first.told < Self.leastTold { titles.removeFirst() }
    // A story may quote one title; it would not quote a header.
    guard titles.count >= 3 || titles.allSatisfy({ labelled.contains($0.line + 1) }) else { return }
    let names = Set(titles.map { Folding.fold(text[$0.value]) })
    guard names.count >= 2, names.count == titles.count,
      titles.allSatisfy({ $0.told >= Self.leastTold })
    else { return }
    found = titles.map { title in
      ChapterOutline.Heading(
        line: title.line, kind: .chapter, label: nil, title: Decoration.stripped(text[title.value]),
        rule: "labelled-title")
    }
  }

  /// In bytes: of a line with a title, and of the text below one.
  private static let longest = 120
  private static let leastTold = 150
}
