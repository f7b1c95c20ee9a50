internal import FanfoldMarkup

/// Finds the ends of lines in a Markdown document that its author meant although CommonMark takes them for blanks
/// (https://spec.commonmark.org/0.31.2/#soft-line-breaks): those of a header, those of a text in which every line is a
/// paragraph, and those of verse between paragraphs that nobody wrapped.
struct MarkdownLines {
  let labels: HeaderLabels

  /// A line of the source within a paragraph.
  private struct Piece {
    /// The index of the soft break before it; `nil` for the first.
    var start: Int?
    var words: [UInt8] = []
    /// Whether a style is open where it begins.
    var isWithin = false
  }

  /// The events with breaks for blanks where lines end.
  func events(_ events: [MarkdownEvent]) -> [MarkdownEvent] {
    let paragraphs = Self.paragraphs(events)
    var lineEnds: Set<Int> = []
    var paragraphEnds: Set<Int> = []
    let isOnePerLine = Self.isOnePerLine(paragraphs)
    let isUnwrapped = Self.isUnwrapped(paragraphs)
    for (index, pieces) in paragraphs.enumerated() where pieces.count > 1 {
      let header = pieces.filter { isHeader($0) }
      if header.count > 1, isHeader(pieces[0]) {
        lineEnds.formUnion(header.compactMap(\.start))
      } else if isOnePerLine {
        paragraphEnds.formUnion(pieces.filter { !$0.isWithin }.compactMap(\.start))
      } else if isUnwrapped || index < 3 && Self.endsEarly(pieces) {
        lineEnds.formUnion(pieces.compactMap(\.start))
      }
    }
    guard !lineEnds.isEmpty || !paragraphEnds.isEmpty else { return events }
    return events.enumerated().flatMap { index, event in
      if lineEnds.contains(index) { return [MarkdownEvent(.lineBreak, line: event.line)] }
      guard paragraphEnds.contains(index) else { return [event] }
      return [
        MarkdownEvent(.end(.paragraph), line: event.line),
        MarkdownEvent(.begin(.paragraph), line: event.line),
      ]
    }
  }

  private func isHeader(_ piece: Piece) -> Bool {
    !piece.isWithin
      && HeaderLine.parse(
        piece.words, piece.words.startIndex..<piece.words.endIndex, labels: labels)
        != nil
  }

  /// The lines of each paragraph.
  private static func paragraphs(_ events: [MarkdownEvent]) -> [[Piece]] {
    var paragraphs: [[Piece]] = []
    var pieces: [Piece] = []
    var depth = 0
    for (index, event) in events.enumerated() {
      switch event.content {
      case .begin(.paragraph): (pieces, depth) = ([Piece()], 0)
      case .end(.paragraph):
        paragraphs.append(pieces)
        pieces = []
      case .begin: depth += 1
      case .end: depth -= 1
      case .text(let words), .code(let words):
        if !pieces.isEmpty { pieces[pieces.count - 1].words += words }
      case .softBreak:
        if !pieces.isEmpty { pieces.append(Piece(start: index, isWithin: depth > 0)) }
      default: break
      }
    }
    return paragraphs
  }

  /// Whether the text is one paragraph a line: hardly a blank line in it, and lines of every length, some of them longer
  /// than any that were wrapped.
  private static func isOnePerLine(_ paragraphs: [[Piece]]) -> Bool {
    let pieces = paragraphs.joined()
    let breaks = pieces.count - paragraphs.count
    guard breaks >= 20, breaks > 4 * paragraphs.count else { return false }
    let long = pieces.count { $0.words.count > longestWrapped }
    return long > 0 && long * 20 >= pieces.count
  }

  /// Whether the ends of lines cannot come from wrapping: a third of all lines is longer than any that were wrapped.
  private static func isUnwrapped(_ paragraphs: [[Piece]]) -> Bool {
    let pieces = paragraphs.joined()
    return pieces.count { $0.words.count > longestWrapped } * 3 >= pieces.count
  }

  /// Whether the first word of each line but the first would have fitted on the line before and is no small one, as in a
  /// title and the name below it.
  private static func endsEarly(_ pieces: [Piece]) -> Bool {
    pieces.count <= 8
      && !pieces.contains { (0x61...0x7A).contains($0.words.first ?? 0) && !isByline($0.words) }
      && zip(pieces, pieces.dropFirst()).allSatisfy { line, next in
        line.words.count + next.words.prefix { $0 != 0x20 }.count < shortestWrapped
      }
  }

  private static func isByline(_ words: [UInt8]) -> Bool { words.starts(with: "by ".utf8) }

  /// In bytes; hardly anybody wraps text at less.
  private static let shortestWrapped = 52
  /// In bytes; nobody wraps text at more.
  private static let longestWrapped = 180
}
