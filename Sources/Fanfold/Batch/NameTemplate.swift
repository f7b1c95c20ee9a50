internal import FanfoldStory

/// How the books of a batch are called: `{author}/{series} {index} - {title}.epub`.
package struct NameTemplate: Sendable, Hashable {
  /// What can stand in braces.
  package enum Field: String, CaseIterable, Sendable {
    case author, authors, title, series, index, fandom, language, file
  }

  /// What is wrong with a template.
  package struct Mistake: Error, Hashable {
    package let problem: String
    package let help: String

    package init(problem: String, help: String) {
      self.problem = problem
      self.help = help
    }
  }

  private enum Piece: Hashable {
    case text(String)
    case field(Field)
  }

  package static let usual = "{author} - {title}.epub"
  package let text: String
  private let levels: [[Piece]]
  /// How the name of a book ends.
  package enum Ending: String, Sendable {
    case epub = ".epub"
    /// By which Kobo's readers know what is marked for them.
    case kepub = ".kepub.epub"
  }

  package init(_ text: String) throws(Mistake) {
    self.text = text
    let ending = [Ending.kepub, .epub].first { text.hasSuffix($0.rawValue) }
    let bare = text.dropLast(ending?.rawValue.count ?? 0)
    var levels: [[Piece]] = []
    for level in bare.split(separator: "/") { levels.append(try Self.pieces(level)) }
    guard levels.joined().contains(where: { $0 == .field(.title) || $0 == .field(.file) }) else {
      throw Mistake(
        problem: "the template '\(text)' gives many books the same name",
        help: "use {title} or {file} in it")
    }
    self.levels = levels
  }

  /// The path of a book from the batch's folder: each level is a name that every file system takes. A level of
  /// which nothing is known is left out, and so is the punctuation around an unknown field.
  package func path(
    for story: Story, title: String, file: String, ending: Ending = .epub
  ) -> String {
    let metadata = story.metadata
    var names: [String] = []
    for (index, level) in levels.enumerated() {
      let isLast = index == levels.count - 1
      let text = level.map { Self.text(of: $0, metadata, title, file) }.joined()
      let name = SafeName.of(text, ending: isLast ? ending.rawValue : "")
      if isLast {
        names.append(name.isEmpty ? "Untitled" + ending.rawValue : name)
      } else if !name.isEmpty {
        // No folder has a name that a book might want.
        names.append(name.lowercased().hasSuffix(Ending.epub.rawValue) ? name + "_" : name)
      }
    }
    return names.joined(separator: "/")
  }

  private static func text(
    of piece: Piece, _ metadata: StoryMetadata, _ title: String, _ file: String
  ) -> String {
    switch piece {
    case .text(let text): text
    case .field(.author): metadata.authors.first?.name ?? ""
    case .field(.authors): metadata.authors.map(\.name).joined(separator: ", ")
    case .field(.title): title
    case .field(.series): metadata.series.first?.name ?? ""
    case .field(.index): metadata.series.first?.position ?? ""
    case .field(.fandom): metadata.fandoms.first ?? ""
    case .field(.language): metadata.language ?? ""
    case .field(.file): file
    }
  }

  private static func pieces(_ level: Substring) throws(Mistake) -> [Piece] {
    var pieces: [Piece] = []
    var rest = level
    while let brace = rest.firstIndex(of: "{") {
      if brace > rest.startIndex { pieces.append(.text(String(rest[..<brace]))) }
      guard let end = rest[brace...].firstIndex(of: "}") else {
        throw Mistake(problem: "a '{' in the name has no '}'", help: known)
      }
      let name = String(rest[rest.index(after: brace)..<end])
      guard let field = Field(rawValue: name) else {
        let near = Suggestion.nearest(to: name, among: Field.allCases.map(\.rawValue))
        throw Mistake(
          problem: "there is no '{\(name)}' for names",
          help: near.map { "did you mean '{\($0)}'?" } ?? known)
      }
      pieces.append(.field(field))
      rest = rest[rest.index(after: end)...]
    }
    return rest.isEmpty ? pieces : pieces + [.text(String(rest))]
  }

  private static var known: String {
    "use " + Field.allCases.map { "{\($0.rawValue)}" }.joined(separator: ", ")
  }
}
