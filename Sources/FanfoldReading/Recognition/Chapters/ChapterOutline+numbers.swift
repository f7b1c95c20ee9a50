/// Headings that are nothing but numbers.
extension ChapterOutline {
  /// Bare numbers count as headings when each one follows from the one before, from the first one on, or three
  /// in a row.
  static func bareNumbers(
    _ found: [CandidateFinder.Found], _ manuscript: Manuscript
  ) -> [CandidateFinder.Found] {
    let bare = found.filter { !$0.candidate.isExplicit && $0.isAlone }
    var best: [CandidateFinder.Found] = []
    for (_, group) in Dictionary(grouping: bare, by: \.candidate.series.style) {
      let chain = longestChain(group)
      let starts = chain.first?.candidate.number ?? 0
      guard chain.count >= (starts <= 1 ? 2 : 3), sectionsHaveText(chain, manuscript) else {
        continue
      }
      if (chain.count, best.first?.line ?? 0) > (best.count, chain.first?.line ?? 0) {
        best = chain
      }
    }
    return best + plusOne(after: best, bare, manuscript)
  }

  /// The only "1" of a text, below its prologue.
  static func loneFirst(
    _ found: [CandidateFinder.Found], behind chosen: [CandidateFinder.Found],
    _ manuscript: Manuscript
  ) -> [CandidateFinder.Found] {
    guard chosen.count <= 2, let prologue = chosen.first, prologue.candidate.kind == .prologue,
      chosen.count == 1 || chosen[1].candidate.kind == .epilogue
    else { return [] }
    let numbers = found.filter {
      !$0.candidate.isExplicit && $0.isAlone && $0.candidate.number == 1
        && $0.candidate.title == nil && $0.line > prologue.line
        && manuscript.bytes(manuscript.lines[$0.line]).elementsEqual([0x31])
    }
    guard numbers.count == 1, sectionsHaveText([prologue, numbers[0]], manuscript) else {
      return []
    }
    return numbers
  }

  /// The "+1" behind five numbered things.
  private static func plusOne(
    after chain: [CandidateFinder.Found], _ bare: [CandidateFinder.Found], _ manuscript: Manuscript
  ) -> [CandidateFinder.Found] {
    guard chain.count >= 3, let last = chain.last else { return [] }
    let found = bare.last { item in
      item.line > last.line && item.candidate.number == 1
        && manuscript.bytes(manuscript.lines[item.line]).first == UInt8(ascii: "+")
    }
    guard var plus = found else { return [] }
    plus.candidate.label = manuscript.lines[plus.line].range
    return [plus]
  }

  /// The longest run in document order in which each number is one more than the last, gaps of two allowed.
  private static func longestChain(_ group: [CandidateFinder.Found]) -> [CandidateFinder.Found] {
    var best: [CandidateFinder.Found] = []
    for (index, start) in group.enumerated() where (start.candidate.number ?? 99) <= 1 || index < 8
    {
      var chain = [start]
      for next in group[(index + 1)...] {
        guard let number = next.candidate.number, let last = chain.last?.candidate.number else {
          continue
        }
        if number > last, number - last <= 3 { chain.append(next) }
      }
      if chain.count > best.count { best = chain }
    }
    return best
  }

  /// Whether there is a page of text or so between the headings: items of a list have a line.
  static func sectionsHaveText(_ chain: [CandidateFinder.Found], _ manuscript: Manuscript)
    -> Bool
  {
    guard let first = chain.first, let last = chain.last else { return false }
    let from = manuscript.lines[first.line].range.lowerBound
    let to = manuscript.lines[last.line].range.lowerBound
    return (to - from) / max(1, chain.count - 1) >= 250
  }
}
