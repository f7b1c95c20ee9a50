import Fanfold

/// What `--theme` says: a name, or the path of a stylesheet.
enum ThemeArgument {
  static func choice(_ word: String) throws -> Theme {
    if let theme = Theme(named: word) { return theme }
    // What has neither a folder nor an ending is meant as a name.
    guard word.contains(where: { $0 == "." || $0 == "/" }) else {
      throw UsageError(
        "there is no theme '\(word)'", help: "use classic, modern, plain or a file: NAME.css")
    }
    let file = try InputFile(path: word, limit: 1 << 20)
    do {
      return try Theme(stylesheet: file.bytes)
    } catch {
      throw UsageError(
        "the stylesheet '\(word)' cannot be used: line \(error.line): \(error)",
        help: "a book's stylesheet is CSS in UTF-8 that needs no other file")
    }
  }
}
