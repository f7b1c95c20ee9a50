/// The marks of a manuscript, in order of their beginnings, and how far those before each reach, so that lines without
/// marks are known for it at once.
struct SortedMarks {
  private let marks: [Manuscript.Mark]
  /// The furthest end of the marks up to each.
  private let reach: [Int]

  init(_ marks: [Manuscript.Mark]) {
    self.marks = marks
    var furthest = 0
    reach = marks.map { mark in
      furthest = max(furthest, mark.range.upperBound)
      return furthest
    }
  }

  /// Marks of which only a few are asked for, so that measuring them all is not worth it.
  fileprivate init(unmeasured marks: [Manuscript.Mark]) {
    self.marks = marks
    reach = []
  }

  /// Those that cover some of the range, in order.
  func overlapping(_ range: Range<Int>) -> [Manuscript.Mark] {
    // Marks are sorted by their beginnings, and none is longer than the longest.
    var low = 0
    var high = marks.count
    while low < high {
      let middle = (low + high) / 2
      if marks[middle].range.lowerBound < range.upperBound + 1 {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var found: [Manuscript.Mark] = []
    var index = low - 1
    var skipped = 0
    while index >= 0, skipped < 64, reach.isEmpty || reach[index] >= range.lowerBound {
      if covers(index, range) {
        found.append(marks[index])
        skipped = 0
      } else {
        skipped += 1
      }
      index -= 1
    }
    found.reverse()
    return found
  }

  private func covers(_ index: Int, _ range: Range<Int>) -> Bool {
    let mark = marks[index].range
    return marks[index].style.isImage ? mark.clamped(to: range) == mark : mark.overlaps(range)
  }
}

extension Manuscript {
  /// The marks that cover some of the range, in order.
  func marks(overlapping range: Range<Int>) -> [Mark] {
    SortedMarks(unmeasured: marks).overlapping(range)
  }
}
