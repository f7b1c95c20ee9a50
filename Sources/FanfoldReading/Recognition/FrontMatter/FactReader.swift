internal import FanfoldStory

/// Turns what the format says outright into metadata: the fields of a site's page at once, a message's sender, date
/// and newsgroup only where the text itself says nothing.
struct FactReader {
  let fields: HeaderFields
  let fandoms: FandomNames

  init(lexicon: Lexicon) {
    fields = HeaderFields(lexicon: lexicon)
    fandoms = lexicon.fandoms
  }

  /// Enters what is said about the story itself; where the text says otherwise, this holds.
  func applyFields(to draft: inout Draft) {
    guard !draft.manuscript.isMessage else { return }
    for fact in draft.manuscript.facts {
      if case .field(let field) = fact.subject {
        fields.apply(field, fact.value, isItem: fact.isItem, to: &draft.metadata)
      }
    }
  }

  /// Fills what is still missing from what is said about the message or the page.
  func fillGaps(in draft: inout Draft) {
    let manuscript = draft.manuscript
    if manuscript.isMessage {
      for fact in manuscript.facts {
        if case .field(let field) = fact.subject {
          fields.apply(field, fact.value, isItem: fact.isItem, to: &draft.metadata)
        }
      }
    }
    if draft.metadata.authors.isEmpty, let name = manuscript.fact(.sender).flatMap(Self.name) {
      draft.metadata.authors = [Author(name)]
    }
    draft.metadata.title = draft.metadata.title ?? manuscript.fact(.documentTitle)
    if draft.metadata.authors.isEmpty, let name = manuscript.fact(.documentAuthor) {
      draft.metadata.authors = fields.authors(name)
    }
    if let groups = manuscript.fact(.group) {
      let names = groups.split(whereSeparator: { $0 == "," || $0 == " " }).map(String.init)
      if draft.metadata.fandoms.isEmpty,
        let fandom = names.lazy.compactMap(fandoms.fandom(ofGroup:)).first
      {
        draft.metadata.fandoms = [fandom]
      }
      draft.metadata.publisher = draft.metadata.publisher ?? names.first
    }
  }

  /// The person in a sender, "rowan@example.org (Rowan Hale)" or "Rowan Hale <rowan@example.org>"; an address alone
  /// names nobody.
  static func name(in sender: String) -> String? {
    if let open = sender.firstIndex(of: "("), let close = sender.lastIndex(of: ")"), open < close {
      return cleaned(sender[sender.index(after: open)..<close])
    }
    if let open = sender.firstIndex(of: "<") { return cleaned(sender[..<open]) }
    return nil
  }

  private static func cleaned(_ name: Substring) -> String? {
    let trimmed = PairingParser.trimmed(name.filter { $0 != "\"" })
    guard !trimmed.isEmpty, !trimmed.contains("@") else { return nil }
    guard trimmed == trimmed.lowercased(), trimmed.contains(" ") else { return trimmed }
    return trimmed.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }
      .joined(separator: " ")
  }
}
