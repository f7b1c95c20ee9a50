internal import FanfoldStory

/// Putting what was found into the metadata and the ledger.
extension FrontMatter {
  func enterByline(_ byline: (line: Int, name: Range<Int>), _ draft: inout Draft) {
    let stated = draft.manuscript.fact(.field(.author))
    if draft.manuscript.isMessage || stated == nil || draft.metadata.authors.isEmpty {
      let name = LetterSpacing.closed(draft.manuscript.string(byline.name))
      draft.metadata.authors = fields.authors(name)
      nameAuthorsPage(byline.name, &draft)
      draft.decide { draft in
        Decision(
          .author, draft.manuscript.string(byline.name), rule: "byline",
          at: draft.place(byline.line), because: "a 'by' and a name",
          insteadOf: otherAuthor(than: draft.metadata.authors, draft))
      }
    }
    if byline.line > 0, isLoneBy(draft.bytes(byline.line - 1)) {
      draft.take(byline.line - 1, .metadata, rule: "byline", reason: "author of the story")
    }
    draft.take(byline.line, .metadata, rule: "byline", reason: "author of the story")
  }

  /// Who else is named as the author: behind a label, or as the sender of the message.
  func otherAuthor(than authors: [Author], _ draft: Draft) -> Decision.Alternative? {
    let labelled = blurbs.filter { $0.value.field == .author }.min { $0.key < $1.key }
    if let (line, header) = labelled {
      let name = draft.manuscript.string(header.value)
      if !name.isEmpty, fields.authors(name) != authors {
        return .init(name, at: draft.place(line), reason: "the byline stands first", isClose: true)
      }
    }
    guard let sender = draft.manuscript.fact(.sender).flatMap(FactReader.name(in:)),
      !authors.contains(where: { Folding.fold($0.name) == Folding.fold(sender) })
    else { return nil }
    return .init(sender, reason: "only sent the message", isClose: false)
  }

  /// The page about the author, where the name is a link.
  func nameAuthorsPage(_ name: Range<Int>, _ draft: inout Draft) {
    guard draft.metadata.authors.count == 1, let page = draft.manuscript.link(around: name) else {
      return
    }
    draft.metadata.authors[0].page = page
  }

  /// A name alone under the title, without a "by": the second of two lines that nothing parts, or set off
  /// as the title is.
  mutating func takeNameUnderTitle(_ draft: inout Draft, before end: Int?) {
    let end = end ?? draft.fates.count
    guard let title = titleLine, draft.metadata.authors.isEmpty, title + 1 < end else { return }
    let isUnderlined = lexicon.sceneBreaks.mark(draft.bytes(title + 1)) == .plain
    let line = isUnderlined ? title + 2 : title + 1
    guard line < end, line + 1 < draft.fates.count else { return }
    let isAboveLabels = (line + 1...line + 3).contains { blurbs[$0] != nil }
    guard title == anchor || (line...line + 1).contains(anchor) || isAboveLabels else { return }
    let lines = draft.manuscript.lines
    let isLast =
      line + 1 < lines.count && (lines[line + 1].blanksBefore > 0 || blurbs[line + 1] != nil)
    let isPair = lines[line].blanksBefore == 0 && isLast
    let text = draft.manuscript
    let name = Self.nameAlone(draft.bytes(line))
    let isNamed =
      isSetApart(line, draft)
      && (PersonName.hasGivenName(name)
        || Self.haveOneAxis(lines[title], lines[line]) && lines[line + 1].blanksBefore >= 2
        || line + 1 == end && isCapitals(draft.bytes(title)) && !isCapitals(draft.bytes(line)))
    guard
      isPair || isNamed || text.isHeading(line) || (text.isSetOff(line) && text.isSetOff(title)),
      draft.fates[line] == .text, blurbs[line] == nil, !isFandom(name),
      PersonName.looksLikeOne(name) && !PersonName.beginsLikeTitle(name)
        || isPair && PersonName.looksLikePseudonym(name)
        || isPair && name.count < draft.range(line).count && PersonName.hasGivenName(name)
    else { return }
    draft.metadata.authors = [Author(String(decoding: name, as: UTF8.self))]
    draft.decide { draft in
      Decision(
        .author, draft.words(line), rule: "name-under-title", at: draft.place(line),
        because: "a name alone right under the title",
        insteadOf: .init(
          "the story's first line", at: draft.place(line), reason: "nothing calls it an author",
          isClose: true))
    }
    draft.take(line, .metadata, rule: "name-under-title", reason: "author of the story")
    anchor = max(anchor, line)
  }

  /// Whether a title has nothing but capitals.
  private func isCapitals(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count >= 6 && !bytes.contains { (0x61...0x7A).contains($0) } && !isFandom(bytes)
  }

  /// "~ Rowan Hale, 1998 ~" without the signs and the year.
  private static func nameAlone(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let inner = Decoration.stripped(line)
    let words = line[inner]
    guard let comma = words.lastIndex(of: 0x2C) else { return words }
    let year = words[(comma + 1)...].drop { $0 == 0x20 }
    return year.count == 4 && year.allSatisfy { (0x30...0x39).contains($0) }
      ? words[..<comma] : words
  }

  /// Whether two lines of a typescript are centred.
  private static func haveOneAxis(_ line: Manuscript.Line, _ other: Manuscript.Line) -> Bool {
    let axes = [line, other].map { $0.indent * 2 + $0.width }
    return min(line.indent, other.indent) >= 10 && line.indent != other.indent
      && abs(axes[0] - axes[1]) <= 2
  }

  /// Whether blank lines part a line from those around it.
  private func isSetApart(_ line: Int, _ draft: Draft) -> Bool {
    let lines = draft.manuscript.lines
    return lines[line].blanksBefore > 0 && line + 1 < lines.count
      && lines[line + 1].blanksBefore > 0
  }

  func enterHeaderLines(_ draft: inout Draft, before end: Int?) {
    let block = HeaderBlock(fields: fields, headers: blurbs, end: end ?? draft.fates.count)
    block.enter(into: &draft)
  }
}
