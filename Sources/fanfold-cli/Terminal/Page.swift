import Fanfold

/// A page of text for a terminal: it knows how much room there is and whether there are colours, and makes safe
/// whatever a story brought along.
struct Page {
  /// How a piece of text stands out.
  enum Style: String {
    case plain = ""
    case bold = "1"
    case faint = "2"
    case heading = "1;36"
    case caution = "33"
  }

  /// A piece of text in one style.
  struct Piece {
    var text: String
    var style: Style

    init(_ text: String, _ style: Style = .plain) {
      self.text = TerminalText.safe(text)
      self.style = style
    }

    var columns: Int { DisplayWidth.columns(text) }
  }

  let width: Int
  private let isColoured: Bool
  private(set) var text = ""

  init(width: Int, isColoured: Bool) {
    self.width = width
    self.isColoured = isColoured
  }

  /// A page for standard output. Lines longer than 100 columns are hard to read, however wide the window is.
  init() {
    self.init(
      width: min(max(TerminalSize.columns, 40), 100),
      isColoured: Console.isColoured(.output))
  }

  /// Adds a line of pieces, one after the other.
  mutating func add(_ pieces: [Piece]) {
    var line = ""
    for piece in pieces {
      line +=
        isColoured && piece.style != .plain && !piece.text.isEmpty
        ? "\u{1B}[\(piece.style.rawValue)m\(piece.text)\u{1B}[0m" : piece.text
    }
    while line.last == " " { line.removeLast() }
    text += line + "\n"
  }

  /// Adds a line: a lead in a column of its own, text that is cut to the room there is, and pieces at the right end.
  mutating func add(
    _ body: Piece, indent: Int, lead: Piece = Piece(""), leadColumns: Int = 0, right: [Piece]
  ) {
    let start = indent + max(leadColumns, lead.columns)
    let taken = right.reduce(start) { $0 + $1.columns }
    var body = body
    body.text = DisplayWidth.cut(body.text, to: max(8, width - taken - (right.isEmpty ? 0 : 2)))
    let gap = max(right.isEmpty ? 0 : 2, width - taken - body.columns)
    let front = [
      Piece(Self.blanks(indent)), lead, Piece(Self.blanks(start - indent - lead.columns)),
    ]
    add(front + [body, Piece(Self.blanks(gap))] + right)
  }

  /// Adds text in as many lines as it takes, after a label on the first.
  mutating func add(
    label: Piece, columns: Int, _ body: String, _ style: Style = .plain, room: Int? = nil
  ) {
    let lines = DisplayWidth.wrapped(TerminalText.safe(body), to: (room ?? width) - columns)
    for (index, line) in lines.enumerated() {
      let first =
        index == 0
        ? [label, Piece(Self.blanks(columns - label.columns))] : [Piece(Self.blanks(columns))]
      add(first + [Piece(line, style)])
    }
  }

  /// Begins a part of the page.
  mutating func beginPart(_ heading: String, _ more: String = "", right: [Piece] = []) {
    add([])
    let lead = Piece(heading, .heading)
    add(
      Piece(more, .faint), indent: 0, lead: lead, leadColumns: lead.columns + 2,
      right: right.map { Piece($0.text, .faint) })
  }

  static func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}
