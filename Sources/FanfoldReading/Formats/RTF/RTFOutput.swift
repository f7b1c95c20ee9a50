internal import FanfoldStory

/// Tells a ``ManuscriptBuilder`` what an RTF file's paragraphs hold; footnotes wait for the next heading or the end.
struct RTFOutput {
  private var builder: ManuscriptBuilder
  private var isInParagraph = false
  /// How many lines there were when the paragraph began.
  private var firstLine = 0
  private var open: [Manuscript.Mark.Style] = []

  /// A piece of a footnote.
  private enum Piece {
    case text([UInt8], [Manuscript.Mark.Style])
    case lineBreak
    case paragraphEnd
  }
  private var notes: [(number: Int, line: Int, pieces: [Piece])] = []
  private var noteCount = 0
  /// The last number that stands in the text.
  private var shownNumber = 0
  private var isInNote = false

  var sourceLine: Int {
    get { builder.sourceLine }
    set { builder.sourceLine = newValue }
  }

  init(_ file: StoryFile) {
    builder = ManuscriptBuilder(
      file: file, textCapacity: file.bytes.count, keepsIndents: true)
  }

  mutating func manuscript() -> Manuscript {
    isInNote = false
    endBlock()
    addNotes()
    return builder.finish(hasTypedMarks: true)
  }

  // MARK: text

  mutating func add(_ text: [UInt8], _ state: RTFState) {
    let clean = ControlCharacters.taken(from: text, into: &builder)
    guard !isInNote else {
      notes[notes.count - 1].pieces.append(.text(clean, state.styles))
      return
    }
    if !isInParagraph { beginParagraph(state) }
    put(clean, state.styles)
  }

  private mutating func put(_ text: [UInt8], _ styles: [Manuscript.Mark.Style]) {
    // What is open stays outside of what begins now.
    let styles = open.filter(styles.contains) + styles.filter { !open.contains($0) }
    let common = zip(open, styles).prefix { $0 == $1 }.count
    while open.count > common {
      open.removeLast()
      builder.closeMark()
    }
    for style in styles[common...] {
      open.append(style)
      builder.open(style)
    }
    builder.count(text.span)
    builder.add(text)
  }

  mutating func breakLine(_ state: RTFState) {
    if isInNote {
      notes[notes.count - 1].pieces.append(.lineBreak)
    } else {
      builder.breakLine()
    }
  }

  // MARK: paragraphs

  private mutating func beginParagraph(_ state: RTFState) {
    if let level = state.outlineLevel {
      addNotes()
      builder.beginBlock(.heading(level: level + 1), alignment: state.alignment)
    } else if state.isItem {
      builder.beginBlock(.item(ordered: isOrdered, depth: state.depth), alignment: state.alignment)
    } else {
      builder.beginBlock(.paragraph, alignment: state.alignment)
    }
    isInParagraph = true
    firstLine = builder.lineCount
  }

  mutating func endParagraph(_ state: RTFState) {
    if isInNote {
      notes[notes.count - 1].pieces.append(.paragraphEnd)
    } else if isInParagraph {
      endBlock()
      // A no-break space holds the place of an empty line.
      if builder.lineCount == firstLine { builder.addBlankParagraph() }
    } else if state.hasBorder {
      builder.addRule()
    } else {
      builder.addBlankParagraph()
    }
  }

  /// A new page within the text.
  mutating func addGap(_ state: RTFState) {
    guard !isInNote else { return }
    endBlock()
    builder.addBlankParagraph()
  }

  private mutating func endBlock() {
    while open.popLast() != nil { builder.closeMark() }
    builder.endBlock()
    isInParagraph = false
  }

  // MARK: lists

  private var isOrdered = false

  /// The sign before an item; the book makes its own.
  mutating func addListMark(_ text: String) {
    isOrdered = text.contains(where: \.isNumber)
    enter(text, .markup, rule: "list-mark", reason: "the book numbers its own lists")
  }

  // MARK: what is not in the story

  mutating func addInfo(_ word: String, _ text: String) {
    let words = PairingParser.trimmed(text)
    guard !words.isEmpty else { return }
    let subject: Manuscript.Fact.Subject? =
      word == "title" ? .documentTitle : word == "author" ? .documentAuthor : nil
    let isName = word != "author" || !RTFWords.noAuthors.contains(Folding.fold(words))
    let isTold = subject != nil && isName
    if let subject, isTold { builder.state(subject, words) }
    enter(
      words, isTold ? .metadata : .removed, rule: "rtf-info",
      reason: isTold ? "what the file says of itself" : "about the file, not the story")
  }

  mutating func leaveOut(_ text: String, reason: String) {
    enter(text, .removed, rule: "rtf-unseen", reason: reason)
  }

  private mutating func enter(
    _ text: String, _ fate: Ledger.Entry.Fate, rule: String, reason: String
  ) {
    guard text.contains(where: { !$0.isWhitespace }) else { return }
    builder.count(text.utf8Span.span)
    builder.take(text, fate, rule: rule, reason: reason)
  }

  // MARK: footnotes

  /// The number of the note that comes next, where the text has it.
  mutating func addFootnoteNumber(_ state: RTFState) {
    guard !isInNote else { return }
    shownNumber = noteCount + 1
    addNumber(shownNumber, state)
  }

  private mutating func addNumber(_ number: Int, _ state: RTFState) {
    var state = state
    state.raise = 1
    add(Array(String(number).utf8), state)
  }

  mutating func beginFootnote() {
    noteCount += 1
    if shownNumber < noteCount { addNumber(noteCount, RTFState()) }
    shownNumber = noteCount
    notes.append((noteCount, sourceLine, []))
    isInNote = true
  }

  mutating func endFootnote() { isInNote = false }

  /// Adds the notes of the text so far as paragraphs, each after its number.
  private mutating func addNotes() {
    let line = sourceLine
    for note in notes {
      sourceLine = note.line
      builder.beginBlock(.paragraph)
      put(Array(String(note.number).utf8), [.superscript])
      put([0x20], [])
      for piece in note.pieces {
        switch piece {
        case .text(let text, let styles): put(text, styles)
        case .lineBreak: builder.breakLine()
        case .paragraphEnd:
          endBlock()
          builder.beginBlock(.paragraph)
        }
      }
      endBlock()
    }
    notes = []
    sourceLine = line
  }
}
