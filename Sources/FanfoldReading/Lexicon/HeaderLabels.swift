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
  private var long: [Int: [(label: [UInt8], field: Field)]] = [:]

  package init() {
    for row in Table("header-labels").rows where row.count >= 3 {
      guard let field = Field(rawValue: row[0]) else { continue }
      exact[row[2]] = field
      let bytes = Array(row[2].utf8)
      if bytes.count >= 6, !row[2].contains(" ") {
        long[bytes.count, default: []].append((bytes, field))
      }
    }
  }

  /// Whether a folded label is in the table as it stands.
  func isExact(_ label: String) -> Bool { exact[label] != nil }

  /// The field a folded label stands for. A label of six letters or more may have one mistake, of nine or more
  /// two; shorter ones must be exact, since "Kate:" and "Nate:" are people, not "Date:" and "Note:".
  func field(for label: String) -> Field? {
    if let field = exact[label] { return field }
    let bytes = Array(label.utf8)
    guard bytes.count >= 6, bytes.allSatisfy({ (0x61...0x7A).contains($0) }) else { return nil }
    let limit = bytes.count >= 9 ? 2 : 1
    for count in (bytes.count - limit)...(bytes.count + limit) {
      for candidate in long[count] ?? []
      where candidate.label[0] == bytes[0] && EditDistance.within(limit, candidate.label, bytes) {
        return candidate.field
      }
    }
    return nil
  }
}
