internal import FanfoldMarkup

/// The title of a page: "Stuck! Chapter 1: A Scowl, a Stargate: Atlantis fanfic - FanFiction.Net".
struct FanFictionNetTitle {
  private(set) var story: String?
  private(set) var fandoms: [String]?
  /// Whether the page is of FictionPress, where people publish what is no fan fiction.
  private(set) var isSister = false

  init(_ tree: MarkupTree) {
    guard let node = tree.first("title") else { return }
    isSister = tree.text(of: node).contains("FictionPress")
    var words = tree.text(of: node).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for site in [
      " | FanFiction", " - FanFiction.Net", " | FictionPress", " - FictionPress.com",
      " - FictionPress",
    ]
    where words.hasSuffix(site) {
      words.removeLast(site.count)
    }
    for kind in [" fanfic", " fiction"] where words.hasSuffix(kind) {
      words.removeLast(kind.count)
      for article in [", an ", ", a "] {
        if let found = words.ranges(of: article).last {
          var names = String(words[found.upperBound...])
          if names.hasSuffix(" Crossover") { names.removeLast(" Crossover".count) }
          fandoms = names.components(partedBy: " + ").map(Self.capitalised)
          words = String(words[..<found.lowerBound])
          break
        }
      }
    }
    if let chapter = words.ranges(of: " Chapter ").last {
      words = String(words[..<chapter.lowerBound])
    }
    story = words.isEmpty ? nil : words
  }

  /// The site writes fandoms small in some titles.
  private static func capitalised(_ name: String) -> String {
    guard name == name.lowercased() else { return name }
    return name.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(
      separator: " ")
  }
}
