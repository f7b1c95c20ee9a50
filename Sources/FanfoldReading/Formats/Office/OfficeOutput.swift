internal import FanfoldStory

/// Tells a ``ManuscriptBuilder`` what the paragraphs of a word processor hold, and keeps the account of it.
struct OfficeOutput {
  private var builder: ManuscriptBuilder
  private var open: [Manuscript.Mark.Style] = []
  private var kind = Manuscript.Block.Kind.paragraph
  private var alignment: Block.Alignment?
  private var linesBefore = 0
  private var hasText = false
  /// Whether the next paragraph goes on where the last one ended.
  private var goesOn = false
  /// Text on its way to the ledger, in which what belongs together is one entry.
  private var aside: (unseen: Unseen, text: String)?

  /// Text that is not for readers.
  enum Unseen: String {
    case deleted = "text that was deleted while changes were tracked"
    case hidden = "hidden text"
    case comment = "a comment on the text"
    case everyPage = "repeated on every page"
    case contents = "the book makes its own table of contents"

    fileprivate var rule: String { self == .contents ? "office-contents" : "office-unseen" }
  }

  init(_ file: StoryFile) {
    builder = ManuscriptBuilder(
      file: file, textCapacity: file.bytes.count * 2, keepsIndents: true)
  }

  var sourceLine: Int {
    get { builder.sourceLine }
    set { builder.sourceLine = newValue }
  }

  mutating func manuscript() -> Manuscript {
    endBlock()
    endAside()
    return builder.finish(hasTypedMarks: true)
  }

  // MARK: text

  mutating func add(_ text: some Collection<UInt8>, _ marks: [Manuscript.Mark.Style]) {
    let clean = ControlCharacters.taken(from: Array(text), into: &builder)
    switchMarks(to: marks)
    builder.count(clean.span)
    builder.add(clean)
    hasText = hasText || clean.contains { $0 > 0x20 }
  }

  private mutating func switchMarks(to marks: [Manuscript.Mark.Style]) {
    // What is open stays outside of what begins now.
    let marks = open.filter(marks.contains) + marks.filter { !open.contains($0) }
    let common = zip(open, marks).prefix { $0 == $1 }.count
    while open.count > common {
      open.removeLast()
      builder.closeMark()
    }
    for mark in marks[common...] {
      open.append(mark)
      builder.open(mark)
    }
  }

  mutating func breakLine() { builder.breakLine() }

  /// A picture of the file; `nil` when its bytes are not there.
  mutating func addPicture(_ bytes: [UInt8]?, name: String, alternative: String) {
    let words = ControlCharacters.taken(from: Array(alternative.utf8), into: &builder)
    let alternative = String(decoding: words, as: UTF8.self)
    switchMarks(to: [])
    if let bytes {
      builder.image(bytes, alternative: alternative, name: name)
    } else {
      builder.leaveOut(name, "it is not in the file", alternative: alternative)
    }
  }

  // MARK: paragraphs

  mutating func begin(_ kind: Manuscript.Block.Kind, alignment: Block.Alignment?) {
    guard !goesOn else {
      goesOn = false
      return
    }
    self.kind = kind
    self.alignment = alignment
    builder.beginBlock(kind, alignment: alignment)
    linesBefore = builder.lineCount
    hasText = false
  }

  /// Ends a paragraph; one without text is a rule or a blank line.
  mutating func end(isRule: Bool = false) {
    endBlock()
    if builder.lineCount > linesBefore { return }
    if isRule { builder.addRule() } else { builder.addBlankParagraph() }
    linesBefore = builder.lineCount
  }

  /// Lets the next paragraph be one with this one.
  mutating func goOn() { goesOn = true }

  mutating func addRule() {
    endBlock()
    builder.addRule()
    begin(kind, alignment: alignment)
  }

  /// A new page: room between what was and what comes.
  mutating func addPageBreak() {
    let isInside = hasText
    endBlock()
    builder.addBlankParagraph()
    if isInside { begin(kind, alignment: alignment) }
  }

  private mutating func endBlock() {
    while open.popLast() != nil { builder.closeMark() }
    builder.endBlock()
    endAside()
  }

  mutating func enter(_ kind: Manuscript.Enclosure.Kind) {
    endBlock()
    builder.enter(kind)
  }

  mutating func leave() {
    endBlock()
    builder.leave()
  }

  // MARK: the ledger

  mutating func leaveOut(_ text: some Collection<UInt8>, _ unseen: Unseen) {
    if aside?.unseen != unseen { endAside() }
    aside = (unseen, (aside?.text ?? "") + String(decoding: text, as: UTF8.self))
  }

  private mutating func endAside() {
    guard let (unseen, text) = aside else { return }
    aside = nil
    enter(
      text, unseen == .contents ? .markup : .removed, rule: unseen.rule, reason: unseen.rawValue)
  }

  private mutating func enter(
    _ text: String, _ fate: Ledger.Entry.Fate, rule: String, reason: String
  ) {
    guard text.contains(where: { !$0.isWhitespace }) else { return }
    builder.count(text.utf8Span.span)
    builder.take(text, fate, rule: rule, reason: reason)
  }

  // MARK: what the file says of itself

  /// States a property of the document; without a subject it is only about the file.
  mutating func state(_ subject: Manuscript.Fact.Subject?, _ value: String) {
    let words = value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !words.isEmpty else { return }
    let clean = ControlCharacters.taken(from: Array(words.utf8), into: &builder)
    let text = String(decoding: clean, as: UTF8.self)
    if let subject {
      let title = subject == .documentTitle ? FileTitle.ofFile(text) : nil
      builder.state(subject, title ?? text)
    }
    enter(
      text, subject == nil ? .removed : .metadata, rule: "office-info",
      reason: subject == nil ? "about the file, not the story" : "what the file says of itself")
  }
}
