/// Titles as a shelf sorts them: an article goes behind, "Long Way Home, The".
package enum SortTitle {
  /// The title with its article moved, when the language has that word for an article.
  package static func of(_ title: String, language: String?) -> String {
    let primary = language?.split(separator: "-").first.map(String.init) ?? "en"
    for article in articles[primary] ?? [] {
      guard title.count > article.count, title.lowercased().hasPrefix(article) else { continue }
      let head = title.prefix(article.count)
      let rest = title.dropFirst(article.count).drop { $0 == " " }
      let isElided = article.hasSuffix("'") || article.hasSuffix("’")
      guard let first = rest.first, isElided || title.dropFirst(article.count).first == " ",
        first.isLetter || first.isNumber || first == "“" || first == "\""
      else { continue }
      return "\(rest), \(head)"
    }
    return title
  }

  private static let articles: [String: [String]] = [
    "da": ["den", "det", "de", "en", "et"],
    "de": ["der", "die", "das", "ein", "eine"],
    "en": ["the", "a", "an"],
    "es": ["el", "la", "los", "las", "un", "una"],
    "fr": ["le", "la", "les", "l'", "l’", "un", "une"],
    "it": ["il", "lo", "la", "i", "gli", "le", "l'", "l’", "un", "uno", "una"],
    "nl": ["de", "het", "een"],
    "no": ["den", "det", "de", "en", "et"],
    "pt": ["o", "a", "os", "as", "um", "uma"],
    "sv": ["den", "det", "de", "en", "ett"],
  ]
}
