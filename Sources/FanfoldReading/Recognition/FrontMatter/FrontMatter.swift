internal import FanfoldStory

/// Finds what stands before a story: its title, its author, its header and the author's words, and where the
/// story itself begins.
///
/// The lines from the top are read until prose has gone on for so long that it must be the story. The last line
/// among them that belongs to no story (a label, a byline, a title) is the anchor: the story begins after it.
struct FrontMatter {
  let lexicon: Lexicon
  let fields: HeaderFields
  let dates: DateParser
  var anchor = -1
  var titles: [TitleCandidate] = []
  var titleLine: Int?
  var byline: (line: Int, name: Range<Int>)?
  var blurbs: [Int: HeaderLine] = [:]
  /// Header lines without colons.
  var looseHeaders: [Int: HeaderLine] = [:]
  /// What stands without labels behind the title or below it.
  var factList: FactList?
  /// How much prose has gone by since the last anchor, in bytes.
  var prose = 0
  /// How much text in sentences that does not speak about the story has gone by since then, in bytes.
  var told = 0

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    fields = HeaderFields(lexicon: lexicon)
    dates = DateParser(months: lexicon.months)
  }

  /// Reads the front of the draft; `end` is the first chapter heading, beyond which nothing belongs to it.
  mutating func read(_ draft: inout Draft, before end: Int?) {
    let named = draft.manuscript.fact(.subject) ?? draft.manuscript.fact(.pageTitle)
    let subject = named.map { SubjectLine($0) }
    scan(draft, before: end, subject: subject)
    chooseTitle(&draft, subject: subject)
    if let byline { enterByline(byline, &draft) } else { takeNameUnderTitle(&draft, before: end) }
    enterHeaderLines(&draft, before: end)
    let labelled = blurbs.filter { $0.value.field == .author }.keys.min()
    if let name = byline?.line ?? labelled {
      UnlabelledSummary(lexicon: lexicon, headers: blurbs)
        .read(&draft, below: name, before: end ?? draft.fates.count)
    }
    factList?.enter(into: &draft.metadata)
    draft.storyStart = storyStart(draft, before: end)
    if let end { takeEchoes(above: end, &draft) }
    makeNotes(&draft, before: end)
    FactReader(lexicon: lexicon).fillGaps(in: &draft)
    if draft.metadata.authors.isEmpty { SignatureReader().read(&draft) }
    if draft.metadata.authors.isEmpty { CopyrightReader().read(&draft) }
  }

  // MARK: scanning

  /// How much prose without a word about the story itself ends the front: in bytes, before and after an anchor.
  private static let proseBeforeAnchor = 3000
  private static let proseAfterAnchor = 900
  /// The short lines of menus above a page's header have less, in bytes.
  private static let longestMenu = 12_000

  private mutating func scan(_ draft: Draft, before end: Int?, subject: SubjectLine?) {
    let manuscript = draft.manuscript
    looseHeaders = LooseHeaders(draft, labels: lexicon.labels, before: end).found
    for block in manuscript.blocks {
      if let end, block.lines.lowerBound >= end { break }
      var blockProse = 0
      var blockTold = 0
      var isAnchor = false
      for line in block.lines where draft.fates[line] == .text {
        if let end, line >= end { break }
        if noteLine(line, block, draft, subject: subject, before: end) {
          isAnchor = true
        } else if !isContinuation(line, block) {
          blockProse += draft.range(line).count
          // The lines of menus are short and end no sentence.
          if draft.range(line).count > 80 || Sentence.ends(draft.bytes(line)) {
            blockTold += draft.range(line).count
          }
        }
      }
      if isAnchor {
        (prose, told) = (0, 0)
        continue
      }
      if blockProse > 0, noteWeight(block, draft) < 3 {
        told += blockTold
        if blockProse > 120 { prose += blockProse }
      }
      if told > Self.longestMenu { break }
      if prose > (anchor < 0 ? Self.proseBeforeAnchor : Self.proseAfterAnchor) { break }
      if line(at: block) > 40, prose > 0, end == nil, anchor < 0, block.lines.lowerBound > 120 {
        break
      }
    }
  }

  func line(at block: Manuscript.Block) -> Int { block.lines.lowerBound }

  /// Whether the line goes on with the value of the header line above it.
  private func isContinuation(_ line: Int, _ block: Manuscript.Block) -> Bool {
    block.flow == .wrapped && block.lines.contains(anchor) && line > anchor && blurbs[anchor] != nil
  }

  private func noteWeight(_ block: Manuscript.Block, _ draft: Draft) -> Int {
    var folded = ""
    for line in block.lines.prefix(24) { folded += Folding.fold(draft.bytes(line)) + " " }
    return lexicon.notes.weight(of: folded)
  }

  // MARK: where the story begins

  /// The first block after the anchor that is the story's: not a rule, a date, or a note in brackets.
  private func storyStart(_ draft: Draft, before end: Int?) -> Int {
    var start = restOfTitleBlock(draft) + 1
    for block in draft.manuscript.blocks where block.lines.upperBound > start {
      let first = max(block.lines.lowerBound, start)
      if let end, first >= end { return end }
      let rest = (first..<block.lines.upperBound).filter {
        draft.fates[$0] == .text || draft.fates[$0] == .kept
      }
      guard let line = rest.first else { continue }
      if draft.fates[line] == .kept { return line }
      let isSmall = rest.count <= 2 && dates.isDateLine(draft.manuscript.string(draft.range(line)))
      if isSmall || lexicon.sceneBreaks.mark(draft.bytes(line)) == .plain || isNote(block, draft) {
        start = block.lines.upperBound
        continue
      }
      return line
    }
    return min(start, end ?? draft.fates.count)
  }

  /// The last of the short lines that follow the anchor without a blank line: "draft 1 - Sept 1994".
  private func restOfTitleBlock(_ draft: Draft) -> Int {
    guard anchor >= 0 else { return anchor }
    let lines = draft.manuscript.lines
    var last = anchor
    while last + 1 < lines.count, lines[last + 1].blanksBefore == 0, lines[last + 1].width <= 60,
      last - anchor < 6
    {
      last += 1
    }
    return last + 1 < lines.count && lines[last + 1].blanksBefore > 0 ? last : anchor
  }

  /// Whether a paragraph after the anchor still speaks about the story: it says so twice, in few words.
  private func isNote(_ block: Manuscript.Block, _ draft: Draft) -> Bool {
    let size = block.lines.reduce(0) { $0 + draft.range($1).count }
    return size < 900 && noteWeight(block, draft) >= 4
      && draft.bytes(block.lines.lowerBound).first != 0x22
  }

  private func makeNotes(_ draft: inout Draft, before end: Int?) {
    NoteGatherer(lexicon: lexicon, dates: dates).gather(&draft, before: end ?? draft.storyStart)
  }
}
