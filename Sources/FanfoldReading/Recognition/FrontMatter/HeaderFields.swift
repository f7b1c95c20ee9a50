internal import FanfoldStory

/// Puts the values of header lines into the metadata.
struct HeaderFields {
  let lexicon: Lexicon

  /// What kind of note a field is when its words are for readers rather than for a catalogue.
  static func noteKind(_ field: HeaderLabels.Field) -> Note.Kind? {
    switch field {
    case .note: .authorsNote
    case .disclaimer: .disclaimer
    case .thanks: .thanks
    case .archiving, .contact: .archiving
    case .spoilers: .spoilers
    case .challenge: .challenge
    default: nil
    }
  }

  /// Enters a value. A field that is filled already keeps its first value; lists grow.
  /// An item is one value; any other is parted at commas where the field is a list.
  func apply(
    _ field: HeaderLabels.Field, _ value: String, isItem: Bool = false,
    to metadata: inout StoryMetadata
  ) {
    let isQuotable = field == .title || field == .summary
    let value = isQuotable ? Self.unpadded(value) : Self.withoutQuotes(Self.unpadded(value))
    guard !value.isEmpty, !lexicon.nothing.contains(Folding.fold(value)) else { return }
    switch field {
    case .title: metadata.title = metadata.title ?? Self.unquoted(value)
    case .author where !isItem && value.contains("   "):
      apply(.author, value.components(partedBy: "   ")[0], to: &metadata)
    case .author: add(isItem ? [Author(value)] : authors(value), to: &metadata.authors)
    case .beta: add(people(value, .beta), to: &metadata.contributors)
    case .artist: add(people(value, .artist), to: &metadata.contributors)
    case .recipient: add(people(value, .recipient), to: &metadata.contributors)
    case .translator: add(people(value, .translator), to: &metadata.contributors)
    case .fandom: add(isItem ? [value] : list(value), to: &metadata.fandoms)
    case .relationship:
      add(PairingParser.relationships(value, isItem: isItem), to: &metadata.relationships)
    case .character: add(isItem ? [value] : list(value), to: &metadata.characters)
    case .rating:
      if applyStatusLine(value, to: &metadata) { return }
      metadata.rating = metadata.rating ?? lexicon.ratings.rating(value)
    case .ratingWarning: applyRatingAndWarnings(value, to: &metadata)
    case .warning: add(isItem ? [value] : list(value), to: &metadata.warnings)
    case .category: add(isItem ? [value] : list(value), to: &metadata.categories)
    case .tag: add(isItem ? [value] : list(value), to: &metadata.tags)
    case .summary:
      guard metadata.summary.isEmpty else { return }
      metadata.summary = value.split(separator: "\n\n").map { [.text(String($0))] }
    case .series: applySeries(value, to: &metadata)
    case .status: metadata.status = metadata.status ?? Self.status(Folding.fold(value))
    case .chapters: applyChapters(value, to: &metadata)
    case .published: metadata.published = metadata.published ?? date(value)
    case .updated: metadata.updated = metadata.updated ?? date(value)
    case .language:
      metadata.language = metadata.language ?? LanguageNames.tag(for: Folding.fold(value))
    case .source: metadata.source = metadata.source ?? (value.contains("://") ? value : nil)
    case .publisher: metadata.publisher = metadata.publisher ?? value
    case .disclaimer, .thanks, .archiving, .contact, .spoilers, .challenge, .note, .size: break
    }
  }

  /// "None", "n/a", "nessuno": a value that says that there is none.
  func saysNothing(_ value: ArraySlice<UInt8>) -> Bool {
    value.count <= 40 && lexicon.nothing.contains(Folding.fold(value))
  }

  private static func unpadded(_ value: String) -> String {
    let bytes = Array(value.utf8)
    var range = HeadingTokens.trimmed(bytes, 0..<bytes.count)
    // The bar or comma between two fields on one line.
    while let last = bytes[range].last,
      last == 0x7C || last == 0x2C || last == 0x2D && bytes[range].dropLast().last == 0x20
    {
      range = HeadingTokens.trimmed(bytes, range.lowerBound..<range.upperBound - 1)
    }
    return String(decoding: bytes[range], as: UTF8.self)
  }

  private func add<Element: Equatable>(_ new: [Element], to list: inout [Element]) {
    for element in new where !list.contains(element) { list.append(element) }
  }

  /// "A, B and C" as authors.
  func authors(_ value: String) -> [Author] { names(value).map(Self.author) }

  /// "Rowan (https://example.org/rowan)": a name with the page about it.
  private static func author(_ name: String) -> Author {
    guard let start = name.firstRange(of: "http")?.lowerBound,
      let open = name[..<start].last, let close = ["(": ")", "<": ">", "[": "]"][open],
      name.hasSuffix(close)
    else { return Author(name) }
    return Author(
      PairingParser.trimmed(String(name[..<start].dropLast())),
      page: String(name[start...].dropLast()))
  }

  private func people(_ value: String, _ role: Contributor.Role) -> [Contributor] {
    value.utf8.count > 80 ? [] : names(value).map { Contributor($0, role: role) }
  }

  private func names(_ value: String) -> [String] {
    var pieces = [value]
    for separator in [", ", " and ", " & ", "; ", " und ", " et "] {
      pieces = pieces.flatMap { $0.components(partedBy: separator) }
    }
    return pieces.map { Self.withoutAddress(PairingParser.trimmed(Self.withoutJournal($0))) }
      .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
      .filter { !$0.isEmpty }
  }

  /// "[livejournal.com profile] rowan", "[info]rowan" → "rowan": what journals leave of a picture in copied text.
  private static func withoutJournal(_ name: String) -> String {
    guard let open = name.firstIndex(of: "["), let close = name[open...].firstIndex(of: "]") else {
      return name
    }
    let words = name[name.index(after: open)..<close]
    guard words == "info" || words.hasSuffix("profile") else { return name }
    return name[..<open] + String(name[name.index(after: close)...].drop(while: \.isWhitespace))
  }

  /// "Rowan <rowan@example.org>" → "Rowan".
  static func withoutAddress(_ name: String) -> String {
    guard let at = name.firstIndex(of: "@") else { return name }
    let open = name[..<at].lastIndex { $0 == "<" || $0 == "(" || $0 == "[" }
    let bare = open.map { String(name[..<$0]) } ?? name
    return PairingParser.trimmed(bare)
  }

  private func list(_ value: String) -> [String] {
    let separators: Set<Character> = value.contains(";") ? [";"] : [",", "，", "、"]
    return value.split(whereSeparator: separators.contains).map {
      PairingParser.trimmed(String($0))
    }
    .filter { !$0.isEmpty && !lexicon.nothing.contains(Folding.fold($0)) }
  }

  /// "Fiction T - English - Humor - Words: 4,308 - …": all that a site knows, behind one label. Tells whether it was.
  private func applyStatusLine(_ value: String, to metadata: inout StoryMetadata) -> Bool {
    let separator = value.contains(" - ") ? " - " : ", "
    let pieces = value.components(partedBy: separator)
    guard pieces.count >= 3, LanguageNames.tag(for: Folding.fold(pieces[1])) != nil else {
      return false
    }
    var page = SitePage(site: "")
    StatusLine("Rated: " + value).state(in: &page)
    for fact in page.facts {
      guard case .field(let field) = fact.subject else { continue }
      if field == .rating {
        metadata.rating = metadata.rating ?? lexicon.ratings.rating(fact.value)
      } else {
        apply(field, fact.value, isItem: fact.isItem, to: &metadata)
      }
    }
    return true
  }

  private func applyRatingAndWarnings(_ value: String, to metadata: inout StoryMetadata) {
    let parts = value.split(maxSplits: 1, whereSeparator: { ",;/".contains($0) }).map(String.init)
    apply(.rating, parts[0], to: &metadata)
    if parts.count > 1 { apply(.warning, parts[1], to: &metadata) }
  }

  private func applySeries(_ value: String, to metadata: inout StoryMetadata) {
    add([SeriesValue.place(in: value)], to: &metadata.series)
  }

  static func status(_ folded: String) -> StoryMetadata.Status? {
    if [
      "yes", "complete", "completed", "finished", "done", "ja", "igen", "completa", "закончен",
      "завершен",
    ]
    .contains(where: folded.hasPrefix) {
      return .complete
    }
    if [
      "no", "wip", "in progress", "in-progress", "incomplete", "work in progress", "ongoing",
      "в процессе",
    ]
    .contains(where: folded.hasPrefix) {
      return .inProgress
    }
    return ["abandoned", "discontinued", "заморожен"].contains(where: folded.hasPrefix)
      ? .abandoned : nil
  }

  private func applyChapters(_ value: String, to metadata: inout StoryMetadata) {
    let parts = value.split(separator: "/")
    guard parts.count == 2, let done = Int(parts[0]) else { return }
    metadata.plannedChapters = Int(parts[1])
    metadata.status = metadata.status ?? (Int(parts[1]) == done ? .complete : .inProgress)
  }

  private func date(_ value: String) -> PartialDate? {
    DateParser(months: lexicon.months).date(in: value)
  }

  /// A value without the two quotation marks around all of it.
  private static func withoutQuotes(_ value: String) -> String {
    let inner = value.dropFirst().dropLast()
    guard !inner.isEmpty, let first = value.first, let last = value.last,
      first == "\"" && last == "\"" || first == "\u{201C}" && last == "\u{201D}",
      !inner.contains(first), !inner.contains(last)
    else { return value }
    return String(inner)
  }

  /// A title without the quotation marks around it.
  static func unquoted(_ title: String) -> String {
    let bytes = Array(title.utf8)
    guard let first = title.first, "\"“*_~'".contains(first) else { return title }
    let inner = Decoration.stripped(bytes[...])
    return inner.isEmpty ? title : String(decoding: bytes[inner], as: UTF8.self)
  }
}
