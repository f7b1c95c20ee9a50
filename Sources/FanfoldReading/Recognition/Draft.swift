internal import FanfoldStory

/// A story in the making: what each line of the manuscript has become so far. Recognisers read it and write their
/// findings into it, one after the other.
struct Draft {
  /// What has become of a line.
  enum Fate: Equatable {
    case text
    /// Text, whatever it looks like: a reader has said so.
    case kept
    /// A picture, a field of a table: text that says nothing about the story.
    case apart
    /// Entered in the ledger, as metadata, mark or removal.
    case taken
    /// Part of the note of that index.
    case note(UInt32)
    /// A scene break; the range is what the author wrote on it.
    case sceneBreak(label: CompactRange?)
    /// "The End", "To be continued".
    case ending
    /// A heading inside a chapter.
    case subheading

    /// Whether nothing has been found about the line. The same as `== .text`, for loops over all lines.
    var isText: Bool {
      if case .text = self { true } else { false }
    }

    /// Whether the line is a scene break without words.
    var isPlainBreak: Bool {
      if case .sceneBreak(nil) = self { true } else { false }
    }
  }

  /// A note and what it is about; its lines are those whose fate names it.
  struct NoteDraft {
    var kind: Note.Kind
    var label: Range<Int>?
  }

  let manuscript: Manuscript
  /// Whether somebody wants to know why; see ``decide(_:)``.
  let explains: Bool
  var decisions: [Decision] = []
  var fates: [Fate]
  /// What the lines may be by their look; see ``mayBe(_:_:)``.
  private let signs: [LineSigns]
  /// What is left of lines of which a piece went into the ledger.
  var remainders: LineRemainders
  /// Lines that go on in the next one without a blank.
  var tightLines: Set<Int> = []
  var notes: [NoteDraft] = []
  var metadata = StoryMetadata()
  /// What the page, the file or a library's header calls the story outright.
  var statedTitle: String?
  var ledger: Ledger
  var remarks: [String]
  /// Whether wide gaps are changes of scene; not where the author has a mark for them.
  var gapsAreBreaks = true
  /// The first line of the story proper.
  var storyStart = 0
  /// The first line after the story, or of the notes behind it.
  var storyEnd: Int

  init(_ manuscript: Manuscript, judge: LineJudge, explains: Bool = false) {
    self.manuscript = manuscript
    self.explains = explains
    signs = judge.signs(of: manuscript)
    fates = Array(repeating: .text, count: manuscript.lines.count)
    remainders = LineRemainders(lineCount: manuscript.lines.count)
    statedTitle = manuscript.isMessage ? nil : manuscript.fact(.field(.title))
    ledger = manuscript.ledger
    remarks = manuscript.remarks
    storyEnd = manuscript.lines.count
    for block in manuscript.blocks where block.isApart || block.kind == .rule {
      if block.kind == .rule {
        for line in block.lines { fates[line] = .sceneBreak(label: nil) }
      } else {
        for line in block.lines { fates[line] = .apart }
      }
    }
  }

  /// Whether a line may be what the sign says. One of which a piece was taken may be anything.
  func mayBe(_ sign: LineSigns, _ line: Int) -> Bool {
    signs[line].contains(sign) || remainders[line] != nil
  }

  /// Whether no blank stands between a line and the one above it.
  func isTight(before line: Int) -> Bool { !tightLines.isEmpty && tightLines.contains(line - 1) }

  /// What is left of a line's text.
  func range(_ line: Int) -> Range<Int> { remainders[line] ?? manuscript.lines[line].range }

  func bytes(_ line: Int) -> ArraySlice<UInt8> { manuscript.text[range(line)] }

  /// Enters a line, what is left of it, in the ledger.
  mutating func take(_ line: Int, _ fate: Ledger.Entry.Fate, rule: String, reason: String) {
    guard fates[line] != .taken, fates[line] != .kept else { return }
    enter(range(line), line: line, fate, rule: rule, reason: reason)
    fates[line] = .taken
  }

  /// Enters a piece of a line in the ledger and leaves the rest.
  mutating func take(
    _ piece: Range<Int>, of line: Int, leaving rest: Range<Int>, _ fate: Ledger.Entry.Fate,
    rule: String,
    reason: String
  ) {
    enter(piece, line: line, fate, rule: rule, reason: reason)
    remainders[line] = rest
    if rest.isEmpty { fates[line] = .taken }
  }

  /// Enters text in the ledger without saying anything about its line.
  mutating func enter(
    _ piece: Range<Int>, line: Int, _ fate: Ledger.Entry.Fate, rule: String, reason: String
  ) {
    guard !piece.isEmpty else { return }
    let number = manuscript.lines[line].number
    ledger.entries.append(
      .init(
        fate, rule: rule, reason: reason, text: manuscript.string(piece),
        lines: SourceLines(number, number)))
  }

  /// Makes lines a note, by a rule.
  mutating func makeNote(
    _ lines: some Sequence<Int>, kind: Note.Kind, label: Range<Int>? = nil, rule: String
  ) {
    let free = lines.filter { fates[$0] == .text }
    guard let first = free.first, let last = free.last else { return }
    notes.append(NoteDraft(kind: kind, label: label))
    for line in free { fates[line] = .note(UInt32(notes.count - 1)) }
    decide { draft in
      Decision(
        .note, kind.rawValue, rule: rule, at: draft.place(first...last),
        because: label.map { "the label '\(draft.manuscript.string($0))'" }
          ?? "\(free.count == 1 ? "a line" : "\(free.count) lines") about the story")
    }
  }
}
