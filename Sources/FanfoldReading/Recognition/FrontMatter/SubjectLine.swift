/// The subject of a message or the title of a page, cleaned of what is not the story's title.
struct SubjectLine {
  /// The title, or "" when the subject says nothing but "a story".
  private(set) var title: String
  /// What comes after the title, "A Saavik Story".
  private(set) var rest = ""
  /// Whether words in brackets before a title are its own unless they announce it; those of lists are not.
  private var keepsTags = false

  init(_ subject: String) {
    title = subject
    dropPrefixes()
    var before = ""
    while before != title {
      before = title
      dropBrackets()
    }
    if let quoted = Self.quoted(title) {
      title = quoted
      return
    }
    for separator in [" - ", " -- ", ", ", ": "] {
      if let found = title.firstRange(of: separator) {
        let after = String(title[found.upperBound...])
        if Self.isDescription(after) {
          rest = after
          title = String(title[..<found.lowerBound])
          break
        }
        let before = String(title[..<found.lowerBound])
        if Self.isGeneric(before) {
          title = after
          break
        }
      }
    }
    title = Self.trimmed(title)
    if Self.isGeneric(title) { title = "" }
  }

  /// The words without what announces a story: "NEW: ", "[FIC] ".
  static func withoutPrefixes(_ words: String) -> String {
    var line = SubjectLine(words: words)
    line.dropPrefixes()
    return line.title
  }

  private init(words: String) {
    title = words
    keepsTags = true
  }

  /// Whether a word announces a story, "FIC".
  static func announces(_ word: String) -> Bool { prefixes.contains(Folding.fold(word)) }

  /// "Re: ", "NEW:", "FICTION :", "[FIC]", "NEW TNG".
  private mutating func dropPrefixes() {
    var changed = true
    while changed {
      changed = false
      title = Self.trimmed(title)
      if title.first == "(", let close = title.firstIndex(of: ")"),
        Self.prefixes.contains(Folding.fold(String(title[..<close].dropFirst())))
      {
        title = String(title[title.index(after: close)...])
        changed = true
      } else if title.first == "[", let close = title.firstIndex(of: "]"),
        title.distance(from: title.startIndex, to: close) <= 14,
        !keepsTags || Self.announces(String(title[..<close].dropFirst()))
      {
        title = String(title[title.index(after: close)...])
        changed = true
      } else if let colon = title.firstIndex(of: ":"),
        title.distance(from: title.startIndex, to: colon) <= 14,
        Self.prefixes.contains(Folding.fold(String(title[..<colon])).filter { $0 != " " })
      {
        title = String(title[title.index(after: colon)...])
        changed = true
      } else if let colon = title.firstIndex(of: ":"),
        let next = title[colon...].dropFirst().firstIndex(of: ":"),
        Self.announces(Self.trimmed(String(title[colon..<next].dropFirst())))
      {
        // "rowan: FIC: The Long Way".
        title = String(title[title.index(after: next)...])
        changed = true
      } else if let colon = title.firstIndex(of: ":"), Self.namesFiction(title[..<colon]) {
        title = String(title[title.index(after: colon)...])
        changed = true
      } else if let space = title.firstIndex(of: " "), Self.series.contains(title[..<space]) {
        title = String(title[title.index(after: space)...])
        changed = true
      }
    }
  }

  /// "SPN FIC", "Due South Ficlet": what kind of story it is, its fandom before.
  private static func namesFiction(_ words: Substring) -> Bool {
    let words = Folding.fold(String(words)).split(separator: " ")
    let kinds: Set<Substring> = ["fic", "fanfic", "fiction", "ficlet", "drabble", "fanfiction"]
    return words.count <= 4 && words.last.map(kinds.contains) == true
  }

  /// "(1/3)", "[PG-13]", "(Rated PG)", "1/5", "Part 2/2": numbering and ratings behind the title.
  private mutating func dropBrackets() {
    title = Self.trimmed(title)
    while let last = title.last, last == ")" || last == "]" {
      let open: Character = last == ")" ? "(" : "["
      guard let start = title.lastIndex(of: open), start > title.startIndex else { return }
      title = Self.trimmed(String(title[..<start]))
    }
    let words = title.split(separator: " ")
    if let last = words.last, words.count > 1, last.contains("/"),
      last.allSatisfy({ $0.isNumber || $0 == "/" || $0 == "?" })
    {
      var kept = words.dropLast()
      if let word = kept.last,
        ["part", "pt", "pt.", "ch", "chapter"].contains(Folding.fold(String(word)))
      {
        kept.removeLast()
      }
      title = Self.trimmed(kept.joined(separator: " "))
    }
    dropChapter()
  }

  /// ", chapter 3", "- Part 2" behind the title: which piece of it the message brings.
  private mutating func dropChapter() {
    var words = title.split(separator: " ")
    if words.count >= 5, words[words.count - 2] == "of",
      words[words.count - 3].allSatisfy(\.isNumber),
      words[words.count - 1].allSatisfy(\.isNumber)
    {
      words.removeLast(2)
    }
    guard words.count >= 3, let last = words.last, last.allSatisfy({ $0.isNumber || $0 == "/" })
    else {
      return
    }
    let before = words[words.count - 3]
    let word = Folding.fold(String(words[words.count - 2]))
    guard ["part", "pt", "pt.", "ch", "ch.", "chapter", "chap", "episode"].contains(word),
      before == "-" || before == "--" || before.last == "," || before.last == ":"
    else { return }
    title = Self.trimmed(words.dropLast(2).joined(separator: " "))
  }

  /// What stands in quotation marks, at the beginning or the end: in the middle they set off a word of a title, unless
  /// few words are around them.
  private static func quoted(_ text: String) -> String? {
    guard let open = text.firstIndex(where: { $0 == "\"" || $0 == "\u{201C}" }),
      let close = text.lastIndex(where: { $0 == "\"" || $0 == "\u{201D}" }), open < close
    else { return nil }
    let inside = text[text.index(after: open)..<close]
    let around = [text[..<open], text[text.index(after: close)...]].map { words(String($0)) }
    if !around[0].isEmpty, !around[1].isEmpty, around.joined().count > 4 { return nil }
    return inside.isEmpty || inside.count < 2 ? nil : String(inside)
  }

  /// Whether the words describe a story rather than name it: "a short story", "A Saavik Story".
  private static func isDescription(_ text: String) -> Bool {
    let words = words(text)
    guard let first = words.first, let last = words.last else { return true }
    return ["a", "an", "the", "my", "another"].contains(first) && generic.contains(last)
      || isGeneric(text)
  }

  private static func isGeneric(_ text: String) -> Bool {
    let words = words(text)
    return words.isEmpty || words.allSatisfy { generic.contains($0) }
  }

  private static func words(_ text: String) -> [String] {
    Folding.fold(text).split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "'" }).map(
      String.init)
  }

  private static func trimmed(_ text: String) -> String {
    var rest = text[...]
    while let first = rest.first, first.isWhitespace || first == "-" || first == ":" {
      rest.removeFirst()
    }
    while let last = rest.last, last.isWhitespace || last == "-" || last == ":" || last == "," {
      rest.removeLast()
    }
    return String(rest)
  }

  /// The series that a group's subjects begin with, without a colon.
  private static let series: Set<Substring> = [
    "TNG", "DS9", "VOY", "TOS", "ENT", "XF", "B5", "SG1",
  ]

  private static let prefixes: Set<String> = [
    "re", "fw", "fwd", "new", "fic", "fiction", "fanfic", "fanfiction", "story", "repost", "rep",
    "newstory", "ff",
    "revised", "n2u", "xfc", "xf", "tng", "ds9", "voy", "tos", "submission", "post",
    "oc",
  ]
  private static let generic: Set<String> = [
    "a", "an", "the", "my", "short", "story", "stories", "fic", "fanfic", "fiction", "fan",
    "submission", "new",
    "repost", "first", "part", "vignette", "another", "posting", "post", "for", "you", "enjoy",
    "here", "is", "chapter",
  ]
}
