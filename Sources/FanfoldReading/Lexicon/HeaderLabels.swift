/// The labels of header lines and the fields they fill.
package struct HeaderLabels {
  /// What a header line says something about; the names are those of `header-labels.txt`.
  package enum Field: String, CaseIterable {
    case title, author, contact, beta, artist, recipient, thanks, translator, fandom, relationship,
      character
    case rating, ratingWarning = "rating-warning", warning, category, tag, summary, disclaimer,
      spoilers
    case archiving, series, status, chapters, size, published, updated, language, source, publisher
    case challenge, note
  }

  private var exact: [String: Field] = [:]
  /// The labels that are long enough to be misspelt recognisably, by their number of bytes.
  private var long: [Int: [(label: ArraySlice<UInt8>, field: Field)]] = [:]
  /// How the labels begin.
  private let filter: PrefixFilter
  /// The same, of more letters.
  private let heads: LineHeads

  /// Those of the table, which the lexicon and the sites ask.
  static let shared = HeaderLabels()

  package init() {
    let rows = Table("header-labels").rows
    exact.reserveCapacity(rows.count)
    // The rows of a field stand together, and its name is long in comparing.
    var known: (name: ArraySlice<UInt8>, field: Field)?
    for row in rows where row.count >= 3 {
      let name = row.bytes(0)
      if known?.name != name { known = Field(rawValue: row[0]).map { (name, $0) } }
      guard let field = known?.field else { continue }
      let label = row.bytes(2)
      exact[row[2]] = field
      if label.count >= 6, !label.contains(UInt8(ascii: " ")) {
        long[label.count, default: []].append((label, field))
      }
    }
    filter = PrefixFilter(exact.keys)
    heads = LineHeads(exact.keys)
  }

  /// A quick look that lets every label pass and few other words: those that begin as one in the table does, or with a
  /// word that is long enough to be a misspelt one and all there is of the label. What follows the label may follow.
  func mayBegin(_ bytes: ArraySlice<UInt8>) -> Bool {
    let head = bytes.prefix(3)
    if head.contains(where: { $0 >= 0x80 || $0 < 0x20 })
      || head.dropFirst().allSatisfy({ $0 == 0x20 })
      || filter.mayMatch(bytes) && heads.mayMatch(bytes.span, 0..<bytes.count)
    {
      return true
    }
    let word = bytes.prefix { (0x61...0x7A).contains($0 | 0x20) || $0 >= 0x80 }
    guard word.count >= 6 else { return false }
    // Only "and" and signs go on with it.
    guard let next = bytes[word.endIndex...].first(where: { $0 > 0x20 }) else { return true }
    return !(0x61...0x7A).contains(next | 0x20) || next | 0x20 == UInt8(ascii: "a")
  }

  /// The field of a folded label that is in the table as it stands.
  func exactField(for label: String) -> Field? { exact[label] }

  /// Whether hardly anything but the header of a story has a folded label: "fandom" and "pairing", but not "name" or
  /// "date", which forms, diaries and files have too.
  func isTelling(_ label: String) -> Bool {
    exact[label].map(Self.tellingFields.contains) ?? false && !Self.everyday.contains(label)
  }

  private static let tellingFields: Set<Field> = [
    .title, .author, .fandom, .relationship, .rating, .disclaimer, .summary,
  ]
  private static let everyday: Set<String> = [
    "name", "story", "by", "writer", "creator", "pair", "couple", "ship", "relationship",
    "universe",
    "show", "canon", "description", "about", "plot", "in which", "legal", "ownership", "copyright",
    "implied", "maturity", "premise", "excerpt",
  ]

  /// The field a folded label stands for. A label of six letters or more may have one mistake, of nine or more
  /// two; shorter ones must be exact, since "Kate:" and "Nate:" are people, not "Date:" and "Note:".
  func field(for label: String) -> Field? {
    if let field = exact[label] { return field }
    let bytes = Array(label.utf8)
    guard bytes.count >= 6, bytes.allSatisfy({ (0x61...0x7A).contains($0) }) else { return nil }
    let limit = bytes.count >= 9 ? 2 : 1
    for count in (bytes.count - limit)...(bytes.count + limit) {
      for candidate in long[count] ?? []
      where candidate.label.first == bytes.first
        && EditDistance.within(limit, candidate.label, bytes)
      {
        return candidate.field
      }
    }
    return nil
  }
}
