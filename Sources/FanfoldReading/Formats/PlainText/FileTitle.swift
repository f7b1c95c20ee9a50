/// A file's name made readable, the last resort for a title.
enum FileTitle {
  /// "red_lantern-ch2" → "red lantern-ch2": underscores and dots between words become blanks, `%20` too; a name
  /// that is all digits and hash stays as it is, so that the file can be found again.
  static func readable(_ stem: Substring) -> String {
    let spaced = stem.replacing("%20", with: " ")
    let words = spaced.split(whereSeparator: { $0 == "_" || $0 == " " })
    guard words.count > 1, words.allSatisfy({ $0.contains(where: \.isLetter) || $0.count < 4 }),
      !words.contains(where: { $0.count >= 12 && $0.contains(where: \.isNumber) })
    else { return spaced.isEmpty ? "Untitled" : String(spaced) }
    return words.joined(separator: " ")
  }
}
