/// The lines sites put around stories.
struct ChromeLines {
  /// How a row of the table is matched against a folded line, and what else the line takes along.
  enum Match: String {
    case line, prefix, suffix, pattern
    /// A beginning; the rest of the paragraph goes too, all that stands above, all that stands below.
    case paragraph, above, below
    /// A beginning; all goes to the line that begins as the row says last.
    case block
    /// A beginning in the last lines of all, below a rule or in words that nobody else writes; all from the rule on goes.
    case foot

    /// Whether other lines go with the row's own.
    var isEnvelope: Bool { [.paragraph, .above, .below, .block, .foot].contains(self) }
  }
  /// How much a line proves that the text comes from the site.
  enum Sign: String { case yes, two, no }

  struct Row {
    let site: String
    let match: Match
    let sign: Sign
    let text: String
    /// How the last line of a block begins.
    var end = ""
  }

  private var exact: [String: [Row]] = [:]
  private(set) var prefixes: [Row] = []
  private(set) var suffixes: [Row] = []
  /// The bytes of the longest of them.
  private(set) var longestSuffix = 0
  private(set) var patterns: [Row] = []
  /// How the lines begin.
  let filter: PrefixFilter
  /// How those begin that are matched from their beginning.
  let heads: LineHeads
  /// Whether lines begin with a byte; a filter takes all signs for one.
  private(set) var firstBytes = [Bool](repeating: false, count: 256)
  /// The letters with which slogans end.
  private let slogans: PrefixFilter

  init() {
    // The patterns begin with a digit, a brace or a word for a way.
    var texts =
      ["1", "0,", "{", "(1"] + ChromePattern.wayWords + ChromePattern.wayWords.map { "[" + $0 }
    var beginnings = ChromePattern.wayWords
    for columns in Table("chrome").rows where columns.count >= 4 {
      guard let match = Match(rawValue: columns[1]), let sign = Sign(rawValue: columns[2]) else {
        continue
      }
      var row = Row(site: columns[0], match: match, sign: sign, text: columns[3])
      if columns.count > 4 { row.end = columns[4] }
      texts.append(row.text)
      switch match {
      case .line:
        exact[row.text, default: []].append(row)
        beginnings.append(row.text)
      case .prefix, .paragraph, .above, .below, .block, .foot:
        prefixes.append(row)
        beginnings.append(row.text)
      case .suffix: suffixes.append(row)
      case .pattern: patterns.append(row)
      }
    }
    filter = PrefixFilter(texts)
    heads = LineHeads(beginnings)
    for text in texts { if let first = text.utf8.first { firstBytes[Int(first)] = true } }
    longestSuffix = suffixes.reduce(0) { max($0, $1.text.utf8.count) }
    slogans = PrefixFilter(
      suffixes.map { String(decoding: $0.text.utf8.suffix(3), as: UTF8.self) })
  }

  /// Whether the line at `range` may end with a slogan, by its last three letters.
  func mayEndInSlogan(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count > 3 else { return true }
    let end = range.upperBound
    if text[end - 1] | text[end - 2] | text[end - 3] >= 0x80 {
      // No slogan ends with a quotation mark, a dash or dots.
      let lead = text[end - 3]
      return !(lead == 0xE2 && text[end - 2] == 0x80 || lead == 0xE3 && text[end - 2] == 0x80)
    }
    return slogans[PrefixFilter.key(text, end - 3..<end)]
  }

  /// The rows that match a folded line as a whole.
  func rows(matching line: String) -> [Row] {
    var found = exact[line] ?? []
    found += prefixes.filter {
      $0.text.utf8.first == line.utf8.first && line.hasPrefix($0.text)
    }
    if let first = line.utf8.first,
      "{[<(".utf8.contains(first) || (0x30...0x39).contains(first)
        || line.utf8.count <= 60 && ChromePattern.wayWords.contains(where: line.hasPrefix)
    {
      found += patterns.filter { ChromePattern(rawValue: $0.text)?.matches(line) ?? false }
    }
    return found
  }
}

/// Lines that vary, matched by their shape; the names are those of the table.
enum ChromePattern: String, CaseIterable {
  /// Wattpad's reads, votes and parts, "1.5K 27 1".
  case counters
  /// What Wattpad counts in words, "12.4K Reads".
  case readerCount = "reader-count"
  /// The same with thousands among them, which nobody else writes.
  case thousands
  /// Tumblr's "1,024 notes · View notes".
  case tumblrNotes = "tumblr-notes"
  /// The same without the way to them, "412 notes".
  case tumblrCount = "tumblr-count"
  /// "(4 comments | Leave a comment)", "14 comments - Post a new comment".
  case journalComments = "journal-comments"
  /// A word processor's field, "{PAGE|56}".
  case pageField = "page-field"
  /// What a browser prints on top of a page, "1/12/24, 3:04 PM".
  case printHeader = "print-header"
  /// The ways to a serial's other parts, "First | Previous | Next".
  case ways

  /// The words of which such ways are made.
  fileprivate static let wayWords = [
    "first", "previous", "prev", "next", "last", "beginning", "back", "index", "contents", "toc",
    "wiki", "patreon",
  ]

  /// Whether the folded line has the shape.
  func matches(_ line: String) -> Bool {
    guard self == .ways || Self.mayCount(line) else { return false }
    switch self {
    case .counters:
      let words = line.split(separator: " ")
      return words.count == 3 && words.allSatisfy(Self.isCounter)
    case .thousands:
      return Self.counters.matches(line) && line.contains { $0 == "k" || $0 == "m" }
    case .tumblrNotes:
      let words = line.split(separator: " ")
      return words.count >= 2 && Self.isCounter(words[0])
        && (words[1] == "notes" || words[1] == "note")
        && line.hasSuffix("view notes")
    case .readerCount:
      let words = line.split(separator: " ")
      return words.count == 2 && Self.isCounter(words[0])
        && ["reads", "votes", "parts"].contains(words[1])
    case .tumblrCount:
      let words = line.split(separator: " ")
      return words.count == 2 && Self.isCounter(words[0])
        && (words[1] == "notes" || words[1] == "note")
    case .journalComments:
      let words = line.split { !$0.isLetter && !$0.isNumber }
      return (5...8).contains(words.count) && Self.isCounter(words[0])
        && words[1].hasPrefix("comment") && words.last == "comment"
        && (words.contains("leave") || words.contains("post"))
    case .pageField:
      return line.hasPrefix("{page") && line.hasSuffix("}") && line.utf8.count <= 14
    case .printHeader:
      let words = line.split(separator: " ")
      return words.count >= 3 && words[0].hasSuffix(",")
        && words[0].split(separator: "/").count == 3
        && words[1].contains(":") && (words[2] == "am" || words[2] == "pm")
    case .ways:
      guard line.utf8.count <= 60, line.firstRange(of: "next") != nil else { return false }
      let words = line.split { !$0.isLetter }.filter { !["chapter", "part", "page"].contains($0) }
      return words.count >= 2 && Set(words).count == words.count
        && !line.contains { ".,;:!?\"'".contains($0) }
        && words.allSatisfy { Self.wayWords.contains(String($0)) }
        && words.contains("next") && words.contains { $0.hasPrefix("prev") || $0 == "last" }
    }
  }

  /// Whether a line begins with a number, behind a bracket too, or a sign.
  private static func mayCount(_ line: String) -> Bool {
    line.utf8.first.map { !(0x61...0x7A).contains($0) } ?? false
  }

  private static func isCounter(_ word: Substring) -> Bool {
    var digits = word.utf8[...]
    if let last = digits.last, last == UInt8(ascii: "k") || last == UInt8(ascii: "m") {
      digits.removeLast()
    }
    guard let first = digits.first, (0x30...0x39).contains(first) else { return false }
    return digits.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2C }
  }
}
