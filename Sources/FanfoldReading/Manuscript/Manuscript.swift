internal import FanfoldStory

/// What a file says before anyone has understood it: lines of text, grouped into blocks, each with its place in
/// the source, and the facts the format states outright. Every format reader makes one.
struct Manuscript {
  /// The file, as ``StoryFile/name`` has it.
  var file: String
  /// All text, UTF-8; lines are ranges of it.
  var text: [UInt8]
  /// The lines that are not blank, in order; a rule that a format draws is an empty one.
  var lines: [Line]
  /// The lines grouped into paragraphs and the like; every line is in one block.
  var blocks: [Block]
  /// Emphasis, links and the like, in order of their beginnings; inner ones after those around them.
  var marks: [Mark] = []
  /// What stands around blocks.
  var enclosures: [Enclosure] = []
  /// The pictures that marks refer to, each once.
  var images: [StoryImage] = []
  /// How the lines are laid out.
  var shape: LineShape
  var facts: [Fact]
  /// The characters of the file, counted before anything was taken out.
  var tally: CharacterTally
  /// The picture the format says is the cover.
  var cover: StoryImage?
  /// What the format reader already took out of the text.
  var ledger: Ledger
  /// What a reader of the story should know about the file.
  var remarks: [String] = []
  /// The page of a site that the text is a copy of, menus and all.
  var copied: CopiedPage?
  /// How many lines on top are the header of the message that the text came in.
  var headerLines = 0
  /// Whether `*` and `_` in the text may be marks of emphasis; not where the format has marks of its own.
  var hasTypedMarks = true

  /// One line of the source, without the blanks around it.
  struct Line {
    // There are millions of lines in a large file: each is kept small.
    private let place: CompactRange
    private let columns: UInt32
    private let count: UInt32
    private let blank: (columns: UInt16, lines: UInt16)

    init(range: Range<Int>, indent: Int, width: Int, number: Int, blanksBefore: Int) {
      place = CompactRange(range)
      columns = UInt32(clamping: width)
      count = UInt32(clamping: number)
      blank = (UInt16(clamping: indent), UInt16(clamping: blanksBefore))
    }

    /// Where the line stands in ``Manuscript/text``.
    var range: Range<Int> { place.range }
    /// The columns of blank before the text; no more than 65,535 are told apart.
    var indent: Int { Int(blank.columns) }
    /// The columns the text takes; wide characters take two.
    var width: Int { Int(columns) }
    /// The line's number in the file, from 1.
    var number: Int { Int(count) }
    /// How many blank lines stand right before; no more than 65,535 are told apart.
    var blanksBefore: Int { Int(blank.lines) }
  }

  /// Lines that belong together.
  struct Block {
    /// Whether the ends of the lines are the author's or the wrapping's.
    enum Flow { case wrapped, lines }
    /// What the format says the lines are; plain text says nothing.
    enum Kind: Equatable {
      case paragraph
      case heading(level: Int)
      case rule
      case quotation
      /// An item of a list, with the depth of its nesting from 1.
      case item(ordered: Bool, depth: Int)
      case preformatted
      /// One picture or several and nothing else; the text is what stands for them, perhaps none.
      case picture
    }
    /// What part of the work the format says the lines are; `nil` where that is to be found out.
    enum Role: Equatable {
      /// The heading of a chapter, with the kind of chapter where it is known.
      case heading(Chapter.Kind)
      /// The name of the chapter whose heading stands right before.
      case headingTitle
      case body
      case note(Note.Kind)
    }

    // In an order that leaves no gaps, since a large file has a block for each line.
    private var place: CompactRange
    private var around: UInt32?
    var flow: Flow
    var role: Role?
    var alignment: FanfoldStory.Block.Alignment?
    /// Whether the blank lines before this block are more than the paragraphs of this file have between them.
    var followsGap: Bool
    /// Whether the block is a picture or a field of a table: its words say nothing about the story, and no heading or
    /// mark is looked for in them.
    var isApart: Bool
    var kind: Kind

    init(
      lines: Range<Int>, flow: Flow, kind: Kind = .paragraph, role: Role? = nil,
      alignment: FanfoldStory.Block.Alignment? = nil, followsGap: Bool, enclosure: Int? = nil,
      isApart: Bool = false
    ) {
      place = CompactRange(lines)
      around = enclosure.map { UInt32($0) }
      self.flow = flow
      self.role = role
      self.alignment = alignment
      self.followsGap = followsGap
      self.isApart = isApart
      self.kind = kind
    }

    /// Indices into ``Manuscript/lines``.
    var lines: Range<Int> {
      get { place.range }
      set { place = CompactRange(newValue) }
    }
    /// The innermost of ``Manuscript/enclosures`` that the block is in.
    var enclosure: Int? {
      get { around.map { Int($0) } }
      set { around = newValue.map { UInt32($0) } }
    }
  }

  /// A style the format gives a stretch of text.
  struct Mark {
    enum Style: Equatable {
      case emphasis, strong, underline, strikethrough, superscript, `subscript`, small, code
      case link(String)
      case abbreviation(String)
      case language(String)
      case direction(Inline.Direction)
      /// A word and its reading, which is marked within.
      case ruby, reading
      /// A picture, by its ``StoryImage/id``; the range is the text that stands for it, and may be empty.
      case image(String)

      var isImage: Bool {
        if case .image = self { true } else { false }
      }

      /// Whether a style that ends and begins again at once is one; words have their readings each.
      var goesOn: Bool { !isImage && self != .ruby && self != .reading }
    }
    var style: Style
    var range: Range<Int>
  }

  /// Something the format says about the story, outside its text.
  struct Fact {
    /// What it is about: a field of a header, or what only messages and pages have.
    enum Subject: Hashable {
      case field(HeaderLabels.Field)
      /// A message's subject; the title may be in it.
      case subject
      /// The title of a page; the story's title may be in it.
      case pageTitle
      case sender, group
      /// What the properties of a document say; often they are left over from another one.
      case documentTitle, documentAuthor
    }
    var subject: Subject
    var value: String
    var line: Int
    /// Whether the value is one item of a list and not to be parted at its commas.
    var isItem = false
  }

  func bytes(_ line: Line) -> ArraySlice<UInt8> { text[line.range] }
  func bytes(_ range: Range<Int>) -> ArraySlice<UInt8> { text[range] }
  func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }
  func string(_ line: Line) -> String { string(line.range) }

  /// The index of the block a line is in.
  func block(of line: Int) -> Int {
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].lines.upperBound <= line { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The blocks that have a line among these.
  func blocks(overlapping lines: Range<Int>) -> ArraySlice<Block> {
    guard !lines.isEmpty else { return [] }
    let first = block(of: lines.lowerBound)
    let last = block(of: lines.upperBound - 1)
    return first < blocks.count ? blocks[first...min(last, blocks.count - 1)] : []
  }

  /// The value of the first fact about the subject.
  func fact(_ subject: Fact.Subject) -> String? { facts.first { $0.subject == subject }?.value }

  /// Whether the text came as a message, with a sender or a subject.
  var isMessage: Bool { facts.contains { $0.subject == .sender || $0.subject == .subject } }

  /// Whether the format says what is heading, text and note, so that nothing is to be guessed.
  var statesRoles: Bool { blocks.contains { $0.role != nil } }
}
