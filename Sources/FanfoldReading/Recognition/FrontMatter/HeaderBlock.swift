internal import FanfoldStory

/// The header lines of a story with the values they carry, some of them over several lines.
struct HeaderBlock {
  let fields: HeaderFields
  /// The lines that begin with a label.
  let headers: [Int: HeaderLine]
  /// The line of the first chapter heading, which no value reaches.
  let end: Int
  /// Whether the lines stand at a chapter: what is new there is said of the chapter, not of the story.
  var isInside = false

  func enter(into draft: inout Draft) {
    for (line, header) in headers.sorted(by: { $0.key < $1.key }) where draft.fates[line] == .text {
      let more = continuation(of: line, header, draft).filter {
        $0 < end && draft.fates[$0] == .text
      }
      if let kind = HeaderFields.noteKind(header.field) ?? chapterNote(header, more, draft) {
        enterNote(line, header, more, kind, &draft)
      } else {
        enterValue(line, header, more, &draft)
      }
    }
  }

  /// The kind of note that a chapter's own title or summary makes; `nil` for what the story's header said already.
  private func chapterNote(_ header: HeaderLine, _ more: [Int], _ draft: Draft) -> Note.Kind? {
    guard isInside else { return nil }
    let known: String? =
      switch header.field {
      case .title: draft.metadata.title
      case .summary: draft.metadata.summary.first?.plainText
      default: ""
      }
    guard let known, !known.isEmpty else { return nil }
    let said = Folding.fold(draft.manuscript.text[header.value])
    guard !Folding.fold(known).hasPrefix(said) else { return nil }
    return header.field == .summary ? .summary : .other
  }

  private func enterNote(
    _ line: Int, _ header: HeaderLine, _ more: [Int], _ kind: Note.Kind, _ draft: inout Draft
  ) {
    let range = draft.range(line)
    let isNothing = more.isEmpty && fields.saysNothing(draft.manuscript.text[header.value])
    // "Comments: 12" counts what a site has of them.
    let isCount =
      kind == .archiving && more.isEmpty
      && draft.manuscript.text[header.value].allSatisfy { (0x20...0x39).contains($0) }
    guard !isNothing, !isCount || header.value.isEmpty, !header.value.isEmpty || !more.isEmpty
    else {
      draft.take(line, .metadata, rule: "header-line", reason: "header line that says nothing")
      return
    }
    // The label becomes the note's own; the colon between label and words is a mark.
    draft.enter(
      range.lowerBound..<header.label.lowerBound, line: line, .markup, rule: "header-label",
      reason: "marks of a header line")
    draft.enter(
      header.label.upperBound..<header.value.lowerBound, line: line, .markup, rule: "header-label",
      reason: "marks of a header line")
    draft.enter(
      header.value.upperBound..<range.upperBound, line: line, .markup, rule: "header-label",
      reason: "marks of a header line")
    draft.remainders[line] = header.value
    let lines = header.value.isEmpty ? more : [line] + more
    if header.value.isEmpty { draft.fates[line] = .taken }
    draft.makeNote(lines, kind: kind, label: header.label, rule: "labelled-note")
  }

  private func enterValue(_ line: Int, _ header: HeaderLine, _ more: [Int], _ draft: inout Draft) {
    let pieces = [header.value] + more.map { draft.range($0) }
    let value = pieces.filter { !$0.isEmpty }.map { draft.manuscript.string($0) }.joined(
      separator: " ")
    let before = draft.explains ? draft.metadata : nil
    fields.apply(header.field, value, to: &draft.metadata)
    draft.decide { draft in
      guard let subject = Decision.Subject(header.field), before != draft.metadata else {
        return nil
      }
      return Decision(
        subject, value, rule: "header-line", at: draft.place(line...(more.last ?? line)),
        because: "the label '\(draft.manuscript.string(header.label))'")
    }
    let reason = "header line: \(header.field.rawValue)"
    for index in [line] + more { draft.take(index, .metadata, rule: "header-line", reason: reason) }
  }

  /// The lines that go on with a value: in wrapped text the rest of its paragraph while lines are full; after a
  /// label without a value the paragraph below.
  private func continuation(of line: Int, _ header: HeaderLine, _ draft: Draft) -> [Int] {
    let manuscript = draft.manuscript
    let index = manuscript.block(of: line)
    let block = manuscript.blocks[index]
    var more: [Int] = []
    if !header.value.isEmpty || block.flow == .wrapped {
      for next in (line + 1)..<max(line + 1, manuscript.lines.count) {
        guard manuscript.lines[next].blanksBefore == 0, headers[next] == nil,
          draft.fates[next] == .text,
          goesOn(next, draft)
        else { break }
        more.append(next)
      }
    }
    guard header.value.isEmpty, more.isEmpty, index + 1 < manuscript.blocks.count else {
      return more
    }
    if line + 1 < block.lines.upperBound {
      return headers[line + 1] == nil && draft.fates[line + 1] == .text ? [line + 1] : []
    }
    let next = manuscript.blocks[index + 1].lines
    return next.allSatisfy { headers[$0] == nil && draft.fates[$0] == .text } && next.count <= 24
      ? Array(next) : []
  }

  /// Whether the line before was full, so that this one continues it, or this one is indented as continuations are.
  private func goesOn(_ line: Int, _ draft: Draft) -> Bool {
    let lines = draft.manuscript.lines
    let previous = lines[line - 1]
    let shape = draft.manuscript.shape
    let isFull = shape.isWrapped && !shape.fits(next: 14, after: previous.indent + previous.width)
    let first = draft.manuscript.text[lines[line].range.lowerBound]
    let goesOnMidSentence =
      (0x61...0x7A).contains(first) && previous.width >= 40
      && !Sentence.ends(draft.manuscript.bytes(previous))
    return isFull || lines[line].indent > previous.indent + 3 || goesOnMidSentence
  }
}
