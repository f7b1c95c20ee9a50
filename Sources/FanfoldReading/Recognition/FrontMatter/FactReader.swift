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
    apply(draft.manuscript.facts, to: &draft)
  }

  private func apply(_ facts: [Manuscript.Fact], to draft: inout Draft) {
    for fact in facts {
      guard case .field(let field) = fact.subject else { continue }
      let before = draft.explains ? draft.metadata : nil
      fields.apply(field, fact.value, isItem: fact.isItem, to: &draft.metadata)
      draft.decide { draft in
        guard before != draft.metadata else { return nil }
        return Self.decision(Decision.Subject(field), fact)
      }
    }
  }

  /// What the file says outright needs no other evidence; a fact of a page has no line.
  private static func decision(_ subject: Decision.Subject?, _ fact: Manuscript.Fact) -> Decision? {
    subject.map {
      Decision(
        $0, fact.value, rule: "stated",
        at: fact.line > 0 ? SourceLines(fact.line, fact.line) : nil,
        because: "the file says so outright")
    }
  }

  /// Fills what is still missing from what is said about the message or the page.
  func fillGaps(in draft: inout Draft) {
    let manuscript = draft.manuscript
    if manuscript.isMessage {
      apply(manuscript.facts, to: &draft)
    }
    if draft.metadata.title == nil, let subject = manuscript.fact(.subject).map(SubjectLine.init),
      !subject.title.isEmpty
    {
      draft.metadata.title = subject.title
      draft.decide { TitleDecision([]).subject(subject, $0) }
    }
    if draft.metadata.title == nil, let title = manuscript.fact(.pageTitle) {
      draft.metadata.title = title
    }
    if draft.metadata.authors.isEmpty, let name = manuscript.fact(.sender).flatMap(Self.name) {
      draft.metadata.authors = [Author(name)]
      draft.decide { draft in
        draft.manuscript.facts.first { $0.subject == .sender }.flatMap { fact in
          Decision(
            .author, name, rule: "sender", at: SourceLines(fact.line, fact.line),
            because: "the message is from '\(fact.value)', and nobody else is named")
        }
      }
    }
    draft.metadata.title = draft.metadata.title ?? manuscript.fact(.documentTitle)
    if draft.metadata.authors.isEmpty, let name = manuscript.fact(.documentAuthor) {
      draft.metadata.authors = fields.authors(name)
      draft.decide { _ in
        Decision(
          .author, name, rule: "stated", at: nil, because: "the file says so outside its text")
      }
    }
    if let groups = manuscript.fact(.group) {
      let names = groups.split(whereSeparator: { $0 == "," || $0 == " " }).map(String.init)
      if draft.metadata.fandoms.isEmpty,
        let fandom = names.lazy.compactMap(fandoms.fandom(ofGroup:)).first
      {
        draft.metadata.fandoms = [fandom]
        draft.decide { draft in
          draft.manuscript.facts.first { $0.subject == .group }.map { fact in
            Decision(
              .fandom, fandom, rule: "newsgroup", at: SourceLines(fact.line, fact.line),
              because: "the message was posted to '\(groups)'")
          }
        }
      }
      if draft.metadata.publisher == nil, let name = names.first {
        draft.metadata.publisher = name
        draft.decide { draft in
          draft.manuscript.facts.first { $0.subject == .group }.map { fact in
            Decision(
              .publisher, name, rule: "newsgroup", at: SourceLines(fact.line, fact.line),
              because: "the first of the groups the message was posted to")
          }
        }
      }
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
