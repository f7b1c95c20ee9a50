/// "Rated: Fiction T - English - Humor/Adventure - Ron W., Harry P. - Words: 4,308 - Status: Complete - id: 1".
struct StatusLine {
  private let pieces: [String]

  init(_ line: String) {
    let words = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let separator = words.contains(" - ") ? " - " : ", "
    pieces = words.components(partedBy: separator).map(PairingParser.trimmed)
  }

  func state(in page: inout SitePage) {
    var free: [String] = []
    for piece in pieces {
      guard let colon = piece.firstIndex(of: ":") else {
        free.append(piece)
        continue
      }
      let value = PairingParser.trimmed(String(piece[piece.index(after: colon)...]))
      switch piece[..<colon] {
      case "Rated", "Fiction Rated": page.state(.rating, value, isItem: true)
      case "Updated": page.state(.updated, value)
      case "Published": page.state(.published, value)
      case "Status": page.state(.status, value)
      default: break
      }
    }
    stateFree(free, &page)
  }

  /// Language, genres and characters stand without labels, in that order; pairings are in brackets.
  private func stateFree(_ free: [String], _ page: inout SitePage) {
    guard let language = free.first else { return }
    page.state(.language, language)
    for piece in free.dropFirst() {
      if piece == "Complete" {
        page.state(.status, piece)
        continue
      }
      let genres = piece.replacing(" & ", with: "/").replacing(
        "Hurt/Comfort", with: "Hurt\u{1}Comfort"
      ).split(separator: "/")
        .map { $0.replacing("\u{1}", with: "/") }
      if genres.allSatisfy({ Self.genres.contains(String($0)) }) {
        for genre in genres { page.state(.tag, String(genre), isItem: true) }
      } else {
        stateCharacters(piece, &page)
      }
    }
  }

  private func stateCharacters(_ piece: String, _ page: inout SitePage) {
    var rest = piece
    while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
      let names = rest[rest.index(after: open)..<close].components(partedBy: ", ")
      page.state(.relationship, names.joined(separator: "/"), isItem: true)
      for name in names { page.state(.character, name, isItem: true) }
      rest.removeSubrange(open...close)
    }
    for name in rest.components(partedBy: ",").map(PairingParser.trimmed) where !name.isEmpty {
      page.state(.character, name, isItem: true)
    }
  }

  private static let genres: Set<String> = [
    "Adventure", "Angst", "Crime", "Drama", "Family", "Fantasy", "Friendship", "General", "Horror",
    "Humor", "Hurt/Comfort",
    "Mystery", "Parody", "Poetry", "Romance", "Sci-Fi", "Spiritual", "Supernatural", "Suspense",
    "Tragedy", "Western",
  ]
}
