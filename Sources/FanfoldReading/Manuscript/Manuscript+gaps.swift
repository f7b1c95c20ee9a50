extension Manuscript {
  /// Finds out how a format with paragraphs lays them out: what room is ordinary between them, and what is more.
  mutating func findGaps() {
    shape.paragraphGap = LineShapeDetector(text: text, lines: lines).ordinaryGap()
    shape.margin = ordinaryIndent()
    let gap = GapRule(lines: lines, shape: shape)
    for index in blocks.indices {
      blocks[index].followsGap = gap.isGap(before: lines[blocks[index].lines.lowerBound])
    }
  }

  /// The indent that many paragraphs share: it says nothing about one of them.
  private func ordinaryIndent() -> Int {
    let indents = blocks.lazy.map { lines[$0.lines.lowerBound].indent }
    var counts: [Int: Int] = [:]
    for indent in indents where indent > 0 { counts[indent, default: 0] += 1 }
    let common = counts.filter { $0.value >= 3 && $0.value * 4 >= blocks.count }
    return common.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
  }
}
