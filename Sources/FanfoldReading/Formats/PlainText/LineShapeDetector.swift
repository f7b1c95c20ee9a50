/// Finds out how a text lays out its paragraphs. The strongest evidence of wrapping is that the first word of a
/// line would not have fitted at the end of the line before.
struct LineShapeDetector {
  private let text: [UInt8]
  private let lines: ArraySlice<Manuscript.Line>

  /// A detector for lines of the text; long files are judged by their first few thousand lines.
  init(text: [UInt8], lines: [Manuscript.Line]) {
    self.text = text
    self.lines = lines.prefix(4000)
  }

  func detect() -> LineShape {
    var shape = LineShape(
      paragraphs: .blankLine, isWrapped: false, width: ordinaryWidth(), margin: margin(),
      hasHangingIndent: false, paragraphGap: 1)
    let touching = pairs { $0.blanksBefore == 0 }
    let apart = pairs { $0.blanksBefore == 1 }
    if touching.count * 6 < apart.count, shape.width <= 110, isWrapped(apart, shape),
      endsMidSentence(apart) * 5 > apart.count * 2
    {
      shape.isWrapped = true
      shape.paragraphs = .doubleSpaced
      return shape
    }
    shape.fullLines = fullLines(touching, shape)
    shape.isWrapped = shape.width <= 200 && shape.fullLines.map { $0 >= 50 } ?? false
    shape.paragraphGap = ordinaryGap()
    if shape.isWrapped {
      judgeIndents(touching, &shape)
    } else if touching.count * 2 > lines.count, !hasProseApart(), !isVerse(shape) {
      shape.paragraphs = .onePerLine
      shape.paragraphGap = 0
    }
    return shape
  }

  /// Whether the long lines stand apart, however many short ones of a header touch.
  private func hasProseApart() -> Bool {
    let prose = lines.dropFirst().filter { $0.width > 120 }
    return prose.count >= 3 && prose.count { $0.blanksBefore > 0 } * 3 >= prose.count * 2
  }

  /// Whether the lines are those of a poem: short, with a capital each, in stanzas, and most without a sentence's end.
  private func isVerse(_ shape: LineShape) -> Bool {
    let stanzas = lines.count { $0.blanksBefore > 0 }
    guard shape.width <= 64, stanzas >= 2, stanzas * 12 >= lines.count else { return false }
    let capital = lines.count { (0x41...0x5A).contains(text[$0.range].first { $0 > 0x2F } ?? 0) }
    return capital * 10 >= lines.count * 8
      && lines.count { Sentence.ends(text[$0.range]) } * 10 < lines.count * 7
  }

  /// The 95th percentile of the lines' widths, margin included. Lines after a tab do not count where there are others
  /// enough, since a tab is of any width.
  func ordinaryWidth() -> Int {
    let measured = lines.filter {
      $0.range.lowerBound == 0 || text[$0.range.lowerBound - 1] != 0x09
    }
    let widths = (measured.count * 3 >= lines.count ? measured : Array(lines)).map {
      $0.indent + $0.width
    }.sorted()
    guard !widths.isEmpty else { return 0 }
    return widths[min(widths.count - 1, widths.count * 95 / 100)]
  }

  /// The indent that most lines have, when it is the smallest that is common.
  private func margin() -> Int {
    var counts: [Int: Int] = [:]
    for line in lines { counts[line.indent, default: 0] += 1 }
    let common = counts.filter { $0.value * 5 >= lines.count }.keys
    return common.min() ?? 0
  }

  /// Neighbouring lines of which the second one meets the condition.
  private func pairs(where wanted: (Manuscript.Line) -> Bool) -> [(
    first: Manuscript.Line, second: Manuscript.Line
  )] {
    zip(lines, lines.dropFirst()).filter { wanted($0.1) }.map { ($0.0, $0.1) }
  }

  private func isWrapped(
    _ pairs: [(first: Manuscript.Line, second: Manuscript.Line)], _ shape: LineShape
  ) -> Bool {
    fullLines(pairs, shape).map { $0 >= 50 } ?? false
  }

  /// How many in a hundred of the lines that may go on with the one before could not have stood on it; `nil` when
  /// there are too few to tell.
  private func fullLines(
    _ pairs: [(first: Manuscript.Line, second: Manuscript.Line)], _ shape: LineShape
  ) -> Int? {
    func isFull(_ pair: (first: Manuscript.Line, second: Manuscript.Line)) -> Bool {
      !shape.fits(next: firstWord(pair.second), after: pair.first.indent + pair.first.width)
    }
    // A line that hangs under a full one goes on with it; any other indented line begins a paragraph.
    let flowing = pairs.filter {
      $0.second.indent <= shape.margin + 1 || $0.second.indent > $0.first.indent && isFull($0)
    }
    guard flowing.count >= 3 else { return nil }
    return flowing.count(where: isFull) * 100 / flowing.count
  }

  private func endsMidSentence(_ pairs: [(first: Manuscript.Line, second: Manuscript.Line)]) -> Int
  {
    pairs.filter { !Sentence.ends(text[$0.first.range]) }.count
  }

  /// The columns of a line's first word.
  private func firstWord(_ line: Manuscript.Line) -> Int {
    Columns.count(text.span, line.range.lowerBound..<Words.end(text, from: line.range))
  }

  private func judgeIndents(
    _ touching: [(first: Manuscript.Line, second: Manuscript.Line)], _ shape: inout LineShape
  ) {
    let starts = touching.filter {
      $0.second.indent > shape.margin && $0.first.indent <= shape.margin + 12
    }
    .filter { $0.second.indent <= shape.margin + 12 }
    guard starts.count * 20 >= touching.count, !starts.isEmpty else { return }
    let full = starts.filter {
      !shape.fits(next: firstWord($0.second), after: $0.first.indent + $0.first.width)
    }
    if full.count * 10 >= starts.count * 7 {
      shape.hasHangingIndent = true
      return
    }
    let afterBlank = lines.filter { $0.blanksBefore > 0 && $0.indent > shape.margin }.count
    if starts.count > afterBlank {
      shape.paragraphs = .indented
      shape.paragraphGap = 0
    } else if starts.count * 4 >= afterBlank {
      // Indents and blank lines both: either starts a paragraph.
      shape.paragraphs = .indented
    }
  }

  /// The number of blank lines most often found where there are any.
  func ordinaryGap() -> Int {
    var counts: [Int: Int] = [:]
    for line in lines.dropFirst() where line.blanksBefore > 0 {
      counts[line.blanksBefore, default: 0] += 1
    }
    return counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 1
  }
}
