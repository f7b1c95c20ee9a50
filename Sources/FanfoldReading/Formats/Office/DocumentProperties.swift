internal import FanfoldMarkup

/// The properties of a document in the words of Dublin Core, as OOXML (`docProps/core.xml`, ECMA-376 part 2, 11) and
/// OpenDocument (`meta.xml`, ODF 1.3 part 3, 4.3) have them.
enum DocumentProperties {
  static func read(
    _ tree: MarkupTree, below top: MarkupTree.Node, into output: inout OfficeOutput
  ) {
    for node in tree.descendants(of: top) {
      guard let subject = subjects[tree.name(of: node)] else { continue }
      let value = tree.text(of: node)
      output.state(isFact(subject, value) ? subject : nil, value)
    }
  }

  private static let subjects: [String: Manuscript.Fact.Subject] = [
    "title": .documentTitle, "creator": .documentAuthor, "initial-creator": .documentAuthor,
    "language": .field(.language), "description": .field(.summary), "keywords": .field(.tag),
    "keyword": .field(.tag),
  ]

  /// Programs fill in what nobody told them.
  private static func isFact(_ subject: Manuscript.Fact.Subject, _ value: String) -> Bool {
    let words = Folding.fold(value)
    switch subject {
    case .documentAuthor: return !RTFWords.noAuthors.contains(words) && !programs.contains(words)
    case .documentTitle:
      return !placeholders.contains(words) && !words.hasPrefix("microsoft word -")
    case .field(.summary): return words.utf8.count >= 40
    case .field, .subject, .pageTitle, .sender, .group: return true
    }
  }

  private static let programs: Set<String> = [
    "python-docx", "apache poi", "openpyxl", "docx4j", "un-named", "author", "microsoft office",
    "utente di microsoft office", "utilisateur de microsoft office", "calibre", "libreoffice",
  ]
  private static let placeholders: Set<String> = [
    "untitled", "untitled document", "document", "document1", "word document", "template",
    "unbenannt", "sans titre", "title",
  ]
}
