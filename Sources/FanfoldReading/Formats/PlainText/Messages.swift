internal import FanfoldMarkup
internal import FanfoldStory

/// The mail message or Usenet article that a text is, or the several that a mailbox and a saved thread have in one file:
/// headers go, signatures between messages too, and where a message only says in its subject which part of the story it
/// brings, the subject stays as the heading.
struct Messages {
  let text: [UInt8]
  let headings: HeadingParser

  /// Takes the headers out of the lines, enters them in the ledger and gives back what the first one says.
  func take(from lines: inout [Manuscript.Line], into ledger: inout Ledger) -> [Manuscript.Fact] {
    guard let first = MailHeader(at: 0, lines, text) else { return [] }
    var starts = [(line: 0, header: first)]
    if first.isPosted {
      for line in lines.indices.dropFirst() where mayBegin(at: line, lines) {
        guard let header = MailHeader(at: line, lines, text), header.isPosted else { continue }
        starts.append((line, header))
      }
    }
    var kept: [Manuscript.Line] = []
    kept.reserveCapacity(lines.count)
    for (index, (line, header)) in starts.enumerated() {
      let isLast = index + 1 == starts.count
      let body = line + header.count..<(isLast ? lines.count : starts[index + 1].line)
      let named = starts.count > 1 ? heading(header, line, lines[body], lines) : nil
      enter(lines[line..<line + header.count], except: named, into: &ledger)
      if let named { kept.append(named) }
      keep(lines[body], isLast: isLast, &kept, into: &ledger)
    }
    lines = kept
    return first.facts
  }

  /// A look at the first letters of a line below a blank one.
  private func mayBegin(at index: Int, _ lines: [Manuscript.Line]) -> Bool {
    let line = lines[index]
    guard line.blanksBefore > 0, line.indent == 0 else { return false }
    return Self.beginnings.contains { text[line.range].starts(with: $0) }
  }

  private static let beginnings = [
    "From ", "From:", "Path:", "Newsgroups:", "Subject:", "Message-I", "Date:", "Received:",
    "Return-Path:", "X-", "Xref:", "Article", "Relay-Version:", "Sender:", "Organization:",
  ].map { Array($0.utf8) }

  /// Keeps the lines of a message, without its signature when another one follows; that of the last one is looked for
  /// with more care.
  private func keep(
    _ lines: ArraySlice<Manuscript.Line>, isLast: Bool, _ kept: inout [Manuscript.Line],
    into ledger: inout Ledger
  ) {
    let leader =
      isLast
      ? nil : lines.indices.suffix(14).last { text[lines[$0].range].elementsEqual("--".utf8) }
    kept += lines[..<(leader ?? lines.endIndex)]
    for line in lines[(leader ?? lines.endIndex)...] {
      ledger.entries.append(
        .init(
          .removed, rule: "signature", reason: "signature of the message",
          text: String(decoding: text[line.range], as: UTF8.self),
          lines: SourceLines(line.number, line.number)))
    }
  }

  /// The line of the subject as the heading of its message, "The Long Road 2/3", where the body has none on top.
  private func heading(
    _ header: MailHeader, _ start: Int, _ body: ArraySlice<Manuscript.Line>,
    _ lines: [Manuscript.Line]
  ) -> Manuscript.Line? {
    guard let subject = header.subject,
      let place = lines[start..<start + header.count].first(where: { $0.number == subject.line }),
      !body.prefix(8).contains(where: { headings.parse(text, $0.range)?.number != nil }),
      let title = text[place.range].firstRange(of: Array(SubjectLine(subject.value).title.utf8)),
      TitledPart(text, title.lowerBound..<place.range.upperBound, parser: headings) != nil
    else { return nil }
    return place.cut(to: title.lowerBound..<place.range.upperBound, of: text).after(blanks: 2)
  }

  /// Enters the lines of a header, without the piece of one that stays.
  private func enter(
    _ header: ArraySlice<Manuscript.Line>, except kept: Manuscript.Line?, into ledger: inout Ledger
  ) {
    for line in header {
      let piece =
        line.number == kept?.number
        ? line.range.lowerBound..<(kept?.range.lowerBound ?? line.range.upperBound) : line.range
      guard !piece.isEmpty else { continue }
      ledger.entries.append(MailHeader.entry(line.cut(to: piece, of: text), text))
    }
  }
}
