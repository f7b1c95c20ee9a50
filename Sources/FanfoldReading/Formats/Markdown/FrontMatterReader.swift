internal import FanfoldMarkup
internal import FanfoldStory

/// Turns the front matter of a Markdown file into facts about the story. The keys are those that header lines have,
/// and a few that only front matter has.
struct FrontMatterReader {
  let labels: HeaderLabels

  func read(_ pairs: [YAMLNode.Member], into builder: inout ManuscriptBuilder) {
    for pair in pairs { read(pair, into: &builder) }
  }

  private func read(_ pair: YAMLNode.Member, into builder: inout ManuscriptBuilder) {
    // The line with the hyphens stands before the first.
    builder.sourceLine = pair.position.line + 1
    let words = "\(pair.key): \(Self.words(pair.value))"
    builder.count(words.utf8Span.span)
    guard let field = field(for: pair.key) else {
      return builder.take(
        words, .removed, rule: "front-matter", reason: "front matter that is not about the story")
    }
    if HeaderFields.noteKind(field) != nil {
      builder.beginBlock(.paragraph)
      builder.add(words.utf8)
      return builder.endBlock()
    }
    builder.take(words, .metadata, rule: "front-matter", reason: "what the front matter states")
    if case .sequence(let items, _) = pair.value {
      for item in items { state(field, item, isItem: true, &builder) }
    } else {
      state(field, pair.value, isItem: false, &builder)
    }
  }

  private func state(
    _ field: HeaderLabels.Field, _ value: YAMLNode, isItem: Bool,
    _ builder: inout ManuscriptBuilder
  ) {
    switch value {
    case .scalar(let words, _, _): builder.state(.field(field), Self.spaced(words), isItem: isItem)
    case .sequence(let items, _):
      for item in items { state(field, item, isItem: true, &builder) }
    case .mapping:
      guard let name = (value["name"] ?? value["title"] ?? value["text"])?.words else { return }
      let place = (value["position"] ?? value["part"] ?? value["number"])?.words
      let isPlaced = field == .series && place != nil
      builder.state(
        .field(field), isPlaced ? "\(name) #\(place ?? "")" : Self.spaced(name), isItem: isItem)
    }
  }

  private func field(for key: String) -> HeaderLabels.Field? {
    let folded = Folding.fold(key).replacing("_", with: " ").replacing("-", with: " ")
    switch folded {
    case "lang": return .language
    case "url", "link", "permalink", "canonical": return .source
    case "excerpt", "abstract", "subtitle": return folded == "subtitle" ? nil : .summary
    case "pub date", "created": return .published
    case "modified", "lastmod": return .updated
    case "layout", "type", "format", "theme", "show", "table", "set", "year", "about": return nil
    default: return labels.field(for: folded)
    }
  }

  // MARK: words

  /// All words of a value, as the account counts them.
  private static func words(_ node: YAMLNode) -> String {
    switch node {
    case .scalar(let words, _, _): words
    case .sequence(let items, _): items.map(words).joined(separator: ", ")
    case .mapping(let pairs, _):
      pairs.map { "\($0.key): \(words($0.value))" }.joined(separator: ", ")
    }
  }

  private static func spaced(_ words: String) -> String {
    words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
