internal import FanfoldStory

// A page copied off the screen may come in a format of its own: somebody pasted it into a word processor, or a program
// made a book of all that a saved page holds.
extension Manuscript {
  /// Finds such a page and believes it: what else the file says about the story is about the site.
  mutating func findCopiedPage() {
    guard let page = CopiedPage.find(in: lines, of: text),
      // Several pages in one book are parted by the book.
      CopiedPage.find(in: Array(lines[page.story.upperBound...]), of: text) == nil
    else { return }
    let stated = Set(page.facts.map(\.subject)).union(Self.doubtful)
    facts = page.facts + facts.filter { !stated.contains($0.subject) }
    for index in blocks.indices {
      blocks[index].role = nil
      if case .heading = blocks[index].kind, isLabel(blocks[index]) {
        blocks[index].kind = .paragraph
      }
    }
    if let heading = page.heading {
      let block = block(of: heading.line)
      if blocks[block].lines.count == 1 { blocks[block].kind = .heading(level: 2) }
    }
    copied = page
  }

  /// "Notes:" and "Summary:" head what follows them and no chapter.
  private func isLabel(_ block: Block) -> Bool {
    block.lines.last.map { bytes(lines[$0]).last == UInt8(ascii: ":") } ?? false
  }

  /// What is about the page where it is about nothing that stands on it.
  private static let doubtful: Set<Fact.Subject> = Set(
    [.title, .author, .summary, .tag, .publisher, .published, .updated].map { .field($0) }
      + [.pageTitle, .documentTitle, .documentAuthor])
}

extension CopiedPage {
  /// Takes out of a draft what is not the story's.
  func take(from draft: inout Draft) {
    for line in draft.fates.indices {
      if let heading, heading.line == line {
        let range = draft.range(line)
        let pieces = [
          range.lowerBound..<heading.range.lowerBound, heading.range.upperBound..<range.upperBound,
        ]
        for piece in pieces where !piece.isEmpty {
          draft.take(
            piece, of: line, leaving: heading.range, header.fate, rule: header.rule,
            reason: header.reason)
        }
      } else if let removal = removal(of: line) {
        draft.take(line, removal.fate, rule: removal.rule, reason: removal.reason)
      }
    }
  }
}
