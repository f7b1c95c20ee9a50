internal import FanfoldMarkup

/// Finds the ends of lines in a Markdown document that its author meant although CommonMark takes them for blanks
/// (https://spec.commonmark.org/0.31.2/#soft-line-breaks): those of a header, and those of a text in which every line
/// is a paragraph.
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
    for pieces in paragraphs where pieces.count > 1 {
      let header = pieces.filter { isHeader($0) }
      if header.count > 1, isHeader(pieces[0]) {
        lineEnds.formUnion(header.compactMap(\.start))
      } else if isOnePerLine {
        paragraphEnds.formUnion(pieces.filter { !$0.isWithin }.compactMap(\.start))
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

  /// In bytes; nobody wraps text at more.
  private static let longestWrapped = 180
}
