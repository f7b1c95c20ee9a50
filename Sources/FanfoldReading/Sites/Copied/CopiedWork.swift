/// A work of the Archive of Our Own copied off the screen: labels above their values, the title and the creator below
/// them, "Work Text:" or "Chapter Text", and the comments behind "Actions". Read off copies made with Chromium, w3m and
/// Lynx, 2026-11.
struct CopiedWork {
  private let view: CopiedLines
  private var page: CopiedPage

  /// `nil` when the text is no copy of a work.
  static func page(_ view: CopiedLines) -> CopiedPage? {
    guard let head = head(view) else { return nil }
    var work = CopiedWork(
      view: view, page: CopiedPage(site: OTWArchive.name, story: head..<view.count))
    return work.read(from: head) ? work.page : nil
  }

  /// The line of the first label: every work has a rating and warnings.
  private static func head(_ view: CopiedLines) -> Int? {
    for line in 0..<min(view.count, reach) where isLabel(line, "rating:", view) {
      let near = line + 1..<min(line + 5, view.count)
      if near.contains(where: {
        isLabel($0, "archive warning:", view) || isLabel($0, "archive warnings:", view)
      }) {
        return line
      }
    }
    return nil
  }

  /// How far down the header may begin: the menus above it have some hundred lines.
  private static let reach = 600

  private static func isLabel(_ line: Int, _ label: String, _ view: CopiedLines) -> Bool {
    view.lines[line].range.count <= label.utf8.count + 4 && view.folded(line) == label
  }

  private mutating func read(from head: Int) -> Bool {
    var line = readTags(from: head)
    guard line < view.count, line > head + 2 else { return false }
    page.state(.publisher, OTWArchive.name, line: view.lines[head].number)
    line = readTitle(at: line)
    line = readSummary(at: line)
    page.story = line..<storyEnd(after: line)
    for place in page.story where Self.marks.contains(view.folded(place)) {
      page.dropped.insert(place)
    }
    // Of notes that are all at the end the label stands alone.
    for place in page.story.dropLast(2)
    where view.folded(place) == "notes:"
      && (1...2).allSatisfy({ page.dropped.contains(place + $0) })
    {
      page.dropped.insert(place)
    }
    return page.story.count > page.dropped.count
  }

  // MARK: the labels

  /// Reads the labels and their values; gives back the line behind them.
  private mutating func readTags(from head: Int) -> Int {
    var line = head
    while line < view.count {
      if let isLast = readUnlisted(line) {
        line += 1
        if isLast { return readStatistics(from: line) }
        continue
      }
      guard let label = Self.label(view.folded(line)) else { break }
      page.metadata.insert(line)
      if label == "stats" { return readStatistics(from: line + 1) }
      line += 1
      while line < view.count, !isLabelled(line),
        view.lines[line].range.count <= Self.longestList
      {
        state(label, line)
        line += 1
      }
    }
    return line
  }

  /// "Language: English Series: Part 1 of Rain Stats:": what is no list of links loses its line ends first. Gives back
  /// whether the statistics follow; `nil` for another line.
  private mutating func readUnlisted(_ line: Int) -> Bool? {
    guard isUnlisted(view.folded(line)) else { return nil }
    page.metadata.insert(line)
    var field: HeaderLabels.Field?
    var words: [Substring] = []
    func state(_ page: inout CopiedPage) {
      guard let field else { return }
      page.state(field, words.joined(separator: " "), line: view.lines[line].number)
    }
    for word in view.string(line).split(separator: " ") {
      guard let label = Self.label(word.lowercased()) else {
        words.append(word)
        continue
      }
      state(&page)
      (field, words) = (Self.fields[label], [])
      if label == "stats" { return true }
    }
    state(&page)
    return false
  }

  private static let unlisted = ["language: ", "series: ", "collections: "]

  private func isUnlisted(_ folded: String) -> Bool {
    Self.unlisted.contains(where: folded.hasPrefix)
  }

  private func isLabelled(_ line: Int) -> Bool {
    let folded = view.folded(line)
    return Self.label(folded) != nil || isUnlisted(folded)
  }

  /// How long a line of tags may be, in bytes.
  private static let longestList = 8000

  private mutating func state(_ label: String, _ line: Int) {
    page.metadata.insert(line)
    guard let field = Self.fields[label] else { return }
    let number = view.lines[line].number
    if Self.lists.contains(field) {
      // Some browsers write a list's values one below the other, some behind each other.
      for value in view.string(line).components(partedBy: ", ") {
        page.state(field, value, line: number, isItem: true)
      }
    } else {
      page.state(field, view.string(line), line: number)
    }
  }

  /// "Published:" and a date below or behind it, "Words:" and a number: one a line, or all on one.
  private mutating func readStatistics(from start: Int) -> Int {
    var line = start
    var last: String?
    while line < view.count {
      let pieces = view.folded(line).split(separator: " ").map { Self.withoutLink(String($0)) }
      guard !pieces.isEmpty, isStatistic(pieces, after: last) else { break }
      page.metadata.insert(line)
      for piece in pieces {
        if piece.hasSuffix(":") {
          last = String(piece.dropLast())
        } else if let name = last, let field = Self.statistics[name] {
          page.state(field, piece, line: view.lines[line].number)
          last = nil
        } else {
          last = nil
        }
      }
      line += 1
    }
    return line
  }

  /// "[21](/works/7/bookmarks)", where Markdown took an indented value for code: the number.
  private static func withoutLink(_ piece: String) -> String {
    guard piece.hasPrefix("["), piece.hasSuffix(")"), let end = piece.firstRange(of: "](") else {
      return piece
    }
    return String(piece[piece.index(after: piece.startIndex)..<end.lowerBound])
  }

  private func isStatistic(_ pieces: [String], after label: String?) -> Bool {
    pieces.allSatisfy { piece in
      piece.hasSuffix(":")
        ? Self.counted.contains(String(piece.dropLast()))
        : piece.utf8.allSatisfy { (0x30...0x39).contains($0) || "-,./?".utf8.contains($0) }
    } && (label != nil || pieces[0].hasSuffix(":"))
  }

  // MARK: title and summary

  private mutating func readTitle(at start: Int) -> Int {
    var line = start
    guard line + 1 < view.count else { return line }
    page.state(.title, view.string(line), line: view.lines[line].number)
    page.metadata.insert(line)
    line += 1
    guard !Self.isMark(view.folded(line)) else { return line }
    var byline = view.string(line)
    if byline.hasPrefix("by ") { byline.removeFirst(3) }
    for name in byline.components(partedBy: ", ") {
      page.state(.author, name, line: view.lines[line].number, isItem: true)
    }
    page.metadata.insert(line)
    return line + 1
  }

  private mutating func readSummary(at start: Int) -> Int {
    guard start < view.count, ["summary:", "summary"].contains(view.folded(start)) else {
      return start
    }
    page.metadata.insert(start)
    var line = start + 1
    var words: [String] = []
    while line < view.count, line - start <= 60, !Self.isMark(view.folded(line)) {
      words.append(view.string(line))
      line += 1
    }
    guard line < view.count, line - start <= 60 else { return start }
    page.metadata.formUnion(start..<line)
    page.state(.summary, words.joined(separator: " "), line: view.lines[start].number)
    return line
  }

  /// Whether a line begins what follows a summary: notes, a chapter, the text.
  private static func isMark(_ folded: String) -> Bool {
    folded == "notes:" || folded == "notes" || folded == "summary:" || folded == "summary"
      || marks.contains(folded) || folded.hasPrefix("chapter 1")
      || folded.hasPrefix("chapter ")
        && folded.contains(":")
  }

  // MARK: the end

  /// Behind the text come the series, the buttons, those who left kudos, and the comments.
  private func storyEnd(after start: Int) -> Int {
    var end = view.count
    for line in start..<view.count where view.lines[line].range.count <= 80 {
      let folded = view.folded(line)
      if folded == "actions", line + 1 < view.count, Self.buttons.contains(view.folded(line + 1)) {
        end = line
        break
      }
      if folded.hasPrefix(Self.plea) {
        end = line
        break
      }
    }
    let tail = max(start, end - 12)..<end
    return tail.first { Self.behind.contains(view.folded($0)) } ?? end
  }

  private static let buttons: Set<String> = [
    "top", "↑ top", "kudos", "bookmark", "comments", "← previous chapter", "next chapter →",
    "mark for later", "share",
  ]
  private static let plea = "please drop by the archive and comment"
  private static let behind: Set<String> = [
    "series this work belongs to:", "works inspired by this one:", "inspired by",
  ]

  /// Lines that only say where the text is.
  private static let marks: Set<String> = [
    "work text:", "work text", "chapter text", "chapter text:",
    "(see the end of the work for notes.)", "(see the end of the work for more notes.)",
    "(see the end of the chapter for notes.)", "(see the end of the chapter for more notes.)",
    "see the end of the work for notes", "see the end of the work for more notes",
    "see the end of the chapter for notes", "see the end of the chapter for more notes",
  ]

  private static func label(_ folded: String) -> String? {
    guard folded.hasSuffix(":") else { return nil }
    let label = String(folded.dropLast())
    return label == "stats" || label == "collections" || fields[label] != nil ? label : nil
  }

  private static let fields: [String: HeaderLabels.Field] = [
    "rating": .rating, "archive warning": .warning, "archive warnings": .warning,
    "category": .category, "categories": .category, "fandom": .fandom, "fandoms": .fandom,
    "relationship": .relationship, "relationships": .relationship, "character": .character,
    "characters": .character, "additional tag": .tag, "additional tags": .tag,
    "language": .language, "series": .series,
  ]
  private static let lists: Set<HeaderLabels.Field> = [
    .warning, .category, .fandom, .relationship, .character, .tag,
  ]
  private static let statistics: [String: HeaderLabels.Field] = [
    "published": .published, "updated": .updated, "completed": .updated, "chapters": .chapters,
  ]
  private static let counted: Set<String> = [
    "published", "updated", "completed", "words", "chapters", "comments", "kudos", "bookmarks",
    "hits",
  ]
}
