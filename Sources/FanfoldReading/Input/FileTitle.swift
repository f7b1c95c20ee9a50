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

  /// The readable form of a title that is the name of a file, "red_lantern-ch2" or "story.txt"; `nil` for one that
  /// somebody gave.
  static func ofFile(_ title: String) -> String? {
    guard title.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x80 }) else { return nil }
    let lower = title.lowercased()
    if let ending = extensions.first(where: lower.hasSuffix) {
      return readable(title.dropLast(ending.utf8.count))
    }
    let isPlain = lower.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F
    }
    let isTyped = lower == title || title.contains(where: \.isNumber)
    return isPlain && isTyped && title.contains("_") ? readable(title[...]) : nil
  }

  private static let extensions = [
    ".txt", ".text", ".doc", ".docx", ".odt", ".rtf", ".htm", ".html", ".md", ".pdf", ".epub",
  ]
}
