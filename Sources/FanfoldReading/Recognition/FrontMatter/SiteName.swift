/// Names of archives and their pages where a title would stand: "The Lantern Hill Fiction Archive", "Lantern Hill Archive
/// Entry".
enum SiteName {
  /// Whether the words end as such names do.
  static func ends(_ words: ArraySlice<UInt8>) -> Bool {
    guard let last = words.last, last | 0x20 == UInt8(ascii: "y") || last | 0x20 == 0x65,
      words.count <= 80
    else { return false }
    let folded = Folding.fold(words)
    return endings.contains(where: folded.hasSuffix)
  }

  private static let endings = [
    " archive entry", " fiction archive", " fanfiction archive", " fanfic archive",
    " slash archive", " story archive",
  ]

  private static let kinds: Set<Substring> = [
    "fan", "fiction", "fanfiction", "fanfic", "fic", "slash", "story", "stories",
  ]

  /// The title behind the name of an archive, "The Hill Archive - The Long Way".
  static func dropped(from title: String) -> String {
    guard let found = title.firstRange(of: " - ") else { return title }
    let (name, rest) = (
      Folding.fold(String(title[..<found.lowerBound])), title[found.upperBound...]
    )
    let words = name.split(separator: " ")
    let isSite =
      words.last == "archive"
      && (title[..<found.lowerBound].split(separator: " ").contains { word in
        word.count >= 3 && word == word.uppercased()
      } || words.contains(where: kinds.contains))
    return isSite && rest.contains(where: \.isLetter) ? String(rest) : title
  }
}
