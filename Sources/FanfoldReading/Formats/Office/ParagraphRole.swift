/// What a style of a word processor is for, by its name.
enum ParagraphRole: Equatable {
  case title, subtitle, quotation
  /// A line of the table of contents.
  case contents
  case heading(Int)
  /// The line under a text, or what else the style is for.
  case rule

  /// The role of a style with that name or identifier, "Heading 1", "Heading_20_1", "berschrift1"; `nil` for styles
  /// that say nothing.
  init?(styleName: String) {
    let name = Folding.fold(styleName.replacing("_20_", with: " "))
    let digits = name.reversed().prefix(while: \.isNumber).count
    let word = String(name.dropLast(digits)).trimmingBlanks
    if digits == 1, let level = Int(name.suffix(1)), level > 0, Self.headings.contains(word) {
      self = .heading(level)
    } else if word.hasPrefix("toc") || word.hasPrefix("contents") || Self.lists.contains(word) {
      self = .contents
    } else if let role = Self.names[word], digits == 0 {
      self = role
    } else {
      return nil
    }
  }

  /// "Heading" in the languages word processors speak; the second German one is an identifier of Word's.
  private static let headings: Set<String> = [
    "heading", "uberschrift", "berschrift", "titre", "titolo", "titulo", "rubrik", "kop",
    "overskrift", "otsikko", "nadpis", "naglowek", "nagwek", "cimsor", "baslik", "заголовок",
    "encabezado", "見出し", "标题", "標題", "제목",
  ]

  private static let lists: Set<String> = [
    "verzeichnis", "inhaltsverzeichnis", "tm", "tdc", "sommario", "inhopg", "table of contents",
  ]

  private static let names: [String: ParagraphRole] = [
    "title": .title, "titel": .title, "subtitle": .subtitle, "untertitel": .subtitle,
    "sous-titre": .subtitle, "quote": .quotation, "intense quote": .quotation,
    "intensequote": .quotation, "quotations": .quotation, "block text": .quotation,
    "blocktext": .quotation, "zitat": .quotation, "citation": .quotation,
    "horizontal line": .rule,
  ]
}

extension String {
  fileprivate var trimmingBlanks: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
