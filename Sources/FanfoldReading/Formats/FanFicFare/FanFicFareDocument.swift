/// The parts of a text file as FanFicFare writes it (its 4.62 was read, 2026-11): the title and the author, lines of
/// metadata, a table of contents, chapters under indented names, and a last line. Lines are wrapped anywhere.
struct FanFicFareDocument {
  /// Something the file says, with the lines it stands on.
  struct Passage {
    /// Its words with the wrapping undone.
    var words: String
    /// Counted from 0, the lines after the last one not included.
    var lines: Range<Int>
  }

  struct Chapter {
    var name: Passage
    var body: Range<Int>
  }

  let text: [UInt8]
  /// Where each line stands, its end not included.
  let lines: [Range<Int>]
  private(set) var title = Passage(words: "", lines: 0..<0)
  /// With the "by" in front.
  private(set) var byline = Passage(words: "", lines: 0..<0)
  /// The lines of metadata, each with its key.
  private(set) var entries: [(key: String, value: Passage)] = []
  private(set) var contents: [Passage] = []
  private(set) var chapters: [Chapter] = []
  private(set) var ending: Passage?

  /// `nil` when the file is not one of those.
  init?(_ text: [UInt8]) {
    self.text = text
    lines = Self.lines(of: text)
    var line = 0
    guard let title = passage(&line), let byline = passage(&line), byline.words.hasPrefix("by "),
      byline.lines.lowerBound - title.lines.upperBound <= 2
    else { return nil }
    self.title = title
    self.byline = byline
    readEntries(&line)
    guard entries.contains(where: { $0.key == "Story URL" }),
      let last = lines.indices.last(where: { !isBlank($0) }), words(last..<last + 1) == "End file."
    else { return nil }
    ending = Passage(words: "End file.", lines: last..<last + 1)
    readContents(&line)
    readChapters(from: line, to: last)
    if chapters.isEmpty { return nil }
  }

  // MARK: reading

  /// "Key: value" lines; the summary is the last and may have paragraphs.
  private mutating func readEntries(_ line: inout Int) {
    while let paragraph = run(&line) {
      if isEnd(paragraph) {
        line = paragraph.lowerBound
        return
      }
      for place in paragraph {
        let words = words(place..<place + 1)
        let colon = words.firstRange(of: ": ")
        if let colon, entries.last?.key != "Summary", Self.isKey(words[..<colon.lowerBound]) {
          let value = Passage(words: String(words[colon.upperBound...]), lines: place..<place + 1)
          entries.append((String(words[..<colon.lowerBound]), value))
        } else if let last = entries.indices.last {
          entries[last].value.words += (entries[last].value.words.isEmpty ? "" : " ") + words
          entries[last].value.lines = entries[last].value.lines.lowerBound..<place + 1
        } else {
          return
        }
      }
    }
  }

  private static func isKey(_ words: Substring) -> Bool {
    words.utf8.count <= 40 && words.first?.isUppercase ?? false
      && words.allSatisfy { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" || $0 == "/" }
  }

  /// Whether the metadata is over: the contents come, or a chapter.
  private func isEnd(_ paragraph: Range<Int>) -> Bool {
    words(paragraph) == "TABLE OF CONTENTS"
      || (isIndented(paragraph.lowerBound) && gap(before: paragraph.lowerBound) >= 3)
  }

  private mutating func readContents(_ line: inout Int) {
    var ahead = line
    guard let heading = passage(&ahead), heading.words == "TABLE OF CONTENTS" else { return }
    contents.append(heading)
    line = ahead
    while let entry = passage(&ahead), !isIndented(entry.lines.lowerBound) {
      contents.append(entry)
      line = ahead
    }
  }

  /// Chapters begin at indented lines after a gap; where there is a table of contents, at those it names, in order.
  private mutating func readChapters(from first: Int, to end: Int) {
    var names = contents.dropFirst().map(\.words)[...]
    let isListed = !names.isEmpty
    var found: [Passage] = []
    var line = first
    while line < end, let paragraph = passage(&line) {
      guard isIndented(paragraph.lines.lowerBound), gap(before: paragraph.lines.lowerBound) >= 3
      else { continue }
      if isListed {
        guard names.first == paragraph.words else { continue }
        names.removeFirst()
      }
      found.append(paragraph)
    }
    for (index, name) in found.enumerated() {
      let next = index + 1 < found.count ? found[index + 1].lines.lowerBound : end
      chapters.append(Chapter(name: name, body: name.lines.upperBound..<next))
    }
  }

  // MARK: lines

  private static func lines(of text: [UInt8]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < text.count {
      let end = text[start...].firstIndex(of: 0x0A) ?? text.count
      lines.append(start..<(end > start && text[end - 1] == 0x0D ? end - 1 : end))
      start = end + 1
    }
    return lines
  }

  private func isBlank(_ line: Int) -> Bool { text[lines[line]].allSatisfy { $0 <= 0x20 } }

  private func isIndented(_ line: Int) -> Bool {
    let bytes = text[lines[line]]
    return bytes.first == 0x09 || bytes.starts(with: Array(repeating: 0x20, count: 8))
  }

  private func gap(before line: Int) -> Int {
    var first = line
    while first > 0, isBlank(first - 1) { first -= 1 }
    return line - first
  }

  /// The next lines that no blank one parts.
  private func run(_ line: inout Int) -> Range<Int>? {
    while line < lines.count, isBlank(line) { line += 1 }
    guard line < lines.count else { return nil }
    let start = line
    while line < lines.count, !isBlank(line) { line += 1 }
    return start..<line
  }

  private func passage(_ line: inout Int) -> Passage? {
    run(&line).map { Passage(words: words($0), lines: $0) }
  }

  private func words(_ range: Range<Int>) -> String {
    range.flatMap { text[lines[$0]].split { $0 <= 0x20 } }
      .map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
  }

  /// The bytes of some lines, with their ends.
  func bytes(_ range: Range<Int>) -> ArraySlice<UInt8> {
    guard let first = range.first else { return [] }
    let end = range.upperBound < lines.count ? lines[range.upperBound].lowerBound : text.count
    return text[lines[first].lowerBound..<end]
  }
}
