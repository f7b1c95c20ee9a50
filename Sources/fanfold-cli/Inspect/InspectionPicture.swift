import Fanfold

/// An inspection for people: a picture of the story on one page of the terminal.
struct InspectionPicture {
  private let inspection: Inspection
  private var page: Page

  init(_ inspection: Inspection, on page: Page = Page()) {
    self.inspection = inspection
    self.page = page
    draw()
  }

  var text: String { page.text }

  private mutating func draw() {
    drawHead()
    drawMetadata()
    drawOutline()
    drawNotes()
    drawRemoved()
    drawDoubts()
    drawRemarks()
  }

  // MARK: the story

  private mutating func drawHead() {
    let story = inspection.story
    page.add([.init(inspection.title, .bold)])
    let notes = NotePlace.all(in: inspection).count
    let pictures = story.chapters.reduce(0) { $0 + $1.pictureCount }
    let tables = story.chapters.reduce(0) { $0 + $1.tableCount }
    let breaks = story.chapters.reduce(0) { $0 + $1.sceneBreakCount }
    let counts = [
      Self.count(story.chapters.count, "chapter"), Self.count(story.wordCount, "word"),
      breaks > 0 ? Self.count(breaks, "scene break") : nil,
      notes > 0 ? Self.count(notes, "note") : nil,
      pictures > 0 ? Self.count(pictures, "picture") : nil,
      tables > 0 ? Self.count(tables, "table") : nil,
    ]
    page.add([.init(counts.compactMap(\.self).joined(separator: " · "))])
    for part in inspection.parts {
      let format = StoryFormat.all.first { $0.name == part.format }?.title ?? part.format
      let sidecar = part.sidecar.map { ", corrected by \($0)" } ?? ""
      page.add(
        label: .init(""), columns: 0, "\(part.file): \(format), \(part.encoding)\(sidecar)", .faint)
    }
  }

  private mutating func drawMetadata() {
    page.beginPart("Metadata")
    var fields: [Field] = []
    if inspection.story.metadata.title == nil {
      fields.append(Field(name: "title", value: inspection.title, place: "", rule: "file name"))
    }
    for key in Sidecar.Key.allCases {
      let values = key.values(in: inspection.story.metadata)
      guard !values.isEmpty else { continue }
      let name = String(key.rawValue.prefix { $0 != "-" })
      let separator = values.contains { $0.contains(",") } ? "; " : ", "
      let (place, rule) = origin(of: key)
      fields.append(
        Field(name: name, value: values.joined(separator: separator), place: place, rule: rule))
    }
    let rules = fields.map { DisplayWidth.columns($0.rule) }.max() ?? 0
    let places = fields.map { DisplayWidth.columns($0.place) }.max() ?? 0
    for field in fields { draw(field, places: places, rules: page.width < 60 ? 0 : rules) }
  }

  /// One line of the metadata: what it is, and where it comes from.
  private struct Field {
    var name: String
    var value: String
    var place: String
    var rule: String
  }

  private mutating func draw(_ field: Field, places: Int, rules: Int) {
    let right = places + (rules > 0 ? rules + 2 : 0)
    let room = page.width - 17 - right - 2
    let lines = field.value.split(separator: "\n").flatMap {
      DisplayWidth.wrapped(TerminalText.safe(String($0)), to: room)
    }
    for (index, line) in lines.enumerated() {
      let rule = rules > 0 ? "  " + Self.left(field.rule, rules) : ""
      let origin = Self.left(field.place, places) + rule
      page.add(
        .init(line), indent: 2, lead: .init(index == 0 ? field.name : "", .faint), leadColumns: 15,
        right: index == 0 ? [.init(origin, .faint)] : [])
    }
  }

  /// The lines a value comes from, and the rules.
  private func origin(of key: Sidecar.Key) -> (place: String, rule: String) {
    var found = inspection.parts.flatMap { part in
      part.decisions.filter { $0.subject == key.subject }.map { (part.file, $0) }
    }
    // Of several that set a single value the last one stands, and a sidecar's always.
    let corrected = found.filter { $0.1.rule == "sidecar" }
    if !corrected.isEmpty { found = corrected }
    if !key.isList { found = found.suffix(1) }
    var rules: [String] = []
    for (_, decision) in found where !rules.contains(decision.rule) { rules.append(decision.rule) }
    let lines = found.compactMap { $0.1.lines?.first }
    return (Self.lines(lines), rules.prefix(2).joined(separator: ", "))
  }

  private static func lines(_ numbers: [Int]) -> String {
    var unique: [Int] = []
    for number in numbers where !unique.contains(number) { unique.append(number) }
    guard !unique.isEmpty else { return "" }
    let words = unique.prefix(3).map(String.init).joined(separator: ", ")
    return (unique.count == 1 ? "line " : "lines ") + words + (unique.count > 3 ? "…" : "")
  }

  // MARK: its parts

  private mutating func drawOutline() {
    let chapters = inspection.story.chapters
    page.beginPart("Outline", right: columns("breaks", "line", "words"))
    let hasParts = chapters.contains { $0.kind == .part }
    var isUnderPart = false
    var file = inspection.parts.count > 1 ? "" : nil
    for (index, chapter) in chapters.enumerated() {
      if let shown = file, let own = inspection.file(ofChapter: index), own != shown {
        page.add([.init("  " + own, .faint)])
        file = own
      }
      if hasParts, chapter.kind == .part { isUnderPart = true }
      let isNested = isUnderPart && chapter.kind != .part
      let name =
        chapter.heading ?? (chapters.count == 1 ? inspection.title : "Before the first chapter")
      page.add(
        .init(name, chapter.kind == .part ? .bold : .plain), indent: isNested ? 4 : 2,
        right: columns(chapter))
    }
  }

  private func columns(_ chapter: Chapter) -> [Page.Piece] {
    let breaks = chapter.sceneBreakCount
    let line = chapter.lines.map { String($0.first) } ?? ""
    return columns(breaks > 0 ? String(breaks) : "", line, Self.grouped(chapter.wordCount))
  }

  private func columns(_ breaks: String, _ line: String, _ words: String) -> [Page.Piece] {
    [
      .init(page.width < 60 ? "" : Self.right(breaks, 8), .faint),
      .init(Self.right(line, 8), .faint), .init(Self.right(words, 9)),
    ]
  }

  private mutating func drawNotes() {
    let notes = NotePlace.all(in: inspection)
    guard !notes.isEmpty else { return }
    page.beginPart("Notes")
    for note in notes {
      let line = note.lines.map { "line \($0.first)" } ?? ""
      page.add(
        .init(note.text), indent: 2,
        lead: .init(DisplayWidth.cut(TerminalText.safe(note.name), to: 14), .faint),
        leadColumns: 15,
        right: [.init(line, .faint)])
    }
  }

  // MARK: what is not in it

  private mutating func drawRemoved() {
    page.beginPart("Left out", inspection.removed.isEmpty ? "nothing" : "")
    var groups: [(reason: String, rule: String, entries: [Conversion.Removal])] = []
    for removal in inspection.removed {
      let entry = removal.entry
      if let index = groups.firstIndex(where: { $0.reason == entry.reason && $0.rule == entry.rule }
      ) {
        groups[index].entries.append(removal)
      } else {
        groups.append((entry.reason, entry.rule, [removal]))
      }
    }
    for group in groups {
      page.add(.init(group.reason), indent: 2, right: [.init(group.rule, .faint)])
      for removal in group.entries.prefix(6) {
        let words = removal.entry.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let line = removal.entry.lines.map { String($0.first) } ?? ""
        page.add(
          .init(words), indent: 2, lead: .init(Self.right(line, 6), .faint), leadColumns: 8,
          right: [])
      }
      if group.entries.count > 6 {
        page.add([.init(Page.blanks(10)), .init("and \(group.entries.count - 6) more", .faint)])
      }
    }
  }

  private mutating func drawDoubts() {
    let doubts = inspection.parts.flatMap { part in
      part.decisions.filter { $0.alternative?.isClose ?? false }
    }
    guard !doubts.isEmpty else { return }
    page.beginPart("Uncertain", "correct it in a sidecar: fanfold inspect --sidecar")
    for decision in doubts.prefix(12) {
      guard let other = decision.alternative else { continue }
      let line = decision.lines.map { "line \($0.first)" } ?? ""
      let subject = decision.subject.rawValue
      page.add(
        .init(decision.value, .caution), indent: 2, lead: .init(subject, .faint), leadColumns: 15,
        right: [
          .init([line, decision.rule].filter { !$0.isEmpty }.joined(separator: "  "), .faint)
        ])
      let place = other.lines == decision.lines ? nil : other.lines.map { ", line \($0.first)" }
      page.add(
        label: .init(""), columns: 17, "or \(other.value)\(place ?? ""): \(other.reason)",
        room: page.width)
    }
    if doubts.count > 12 {
      page.add([.init(Page.blanks(17)), .init("and \(doubts.count - 12) more", .faint)])
    }
  }

  private mutating func drawRemarks() {
    guard !inspection.remarks.isEmpty else { return }
    page.beginPart("Remarks")
    for remark in inspection.remarks {
      page.add(label: .init(""), columns: 2, "\(remark.file): \(remark.text)", .caution)
    }
  }

  // MARK: words and numbers

  private static func right(_ text: String, _ columns: Int) -> String {
    Page.blanks(columns - text.utf8.count) + text
  }

  private static func left(_ text: String, _ columns: Int) -> String {
    text + Page.blanks(columns - DisplayWidth.columns(text))
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(grouped(number)) \(noun)\(number == 1 ? "" : "s")"
  }

  /// "12,345".
  private static func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }
}
