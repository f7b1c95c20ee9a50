/// A file's name made readable, the last resort for a title.
package enum FileTitle {
  /// "red_lantern-ch2" → "red lantern-ch2": underscores between words become blanks, `%20` too, and hyphens
  /// when nothing else parts the words. A name with digits and a hash in it stays as it is, so that the file
  /// can be found again.
  package static func readable(_ stem: Substring) -> String {
    let spaced = stem.replacing("%20", with: " ")
    let parted = spaced.contains { $0 == "_" || $0 == " " }
    let words = spaced.split { parted ? $0 == "_" || $0 == " " : $0 == "-" }
    guard words.count > 1, words.allSatisfy({ $0.contains(where: \.isLetter) || $0.count < 4 }),
      !words.contains(where: { $0.count >= 12 && $0.contains(where: \.isNumber) })
    else { return spaced.isEmpty ? "Untitled" : String(spaced) }
    return words.joined(separator: " ")
  }

  /// Whether a title is the name of a file, "red_lantern-ch2" or "story.txt".
  static func isFileName(_ title: String) -> Bool {
    guard !title.contains(where: \.isWhitespace) else { return false }
    return title.contains("_") || extensions.contains { title.lowercased().hasSuffix($0) }
  }

  private static let extensions = [
    ".txt", ".text", ".doc", ".docx", ".odt", ".rtf", ".htm", ".html", ".md", ".pdf", ".epub",
  ]
}
