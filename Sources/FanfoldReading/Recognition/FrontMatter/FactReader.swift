internal import FanfoldStory

/// Turns what the format says outright, a message's sender and date and newsgroup, into metadata where the text
/// itself says nothing.
struct FactReader {
  let lexicon: Lexicon

  func apply(to draft: inout Draft) {
    let manuscript = draft.manuscript
    if draft.metadata.title == nil, let title = manuscript.fact(.title), !title.isEmpty {
      draft.metadata.title = title
    }
    if draft.metadata.authors.isEmpty, let sender = manuscript.fact(.sender),
      let name = Self.name(in: sender)
    {
      draft.metadata.authors = [Author(name)]
    }
    if draft.metadata.published == nil, let date = manuscript.fact(.date) {
      draft.metadata.published = DateParser(months: lexicon.months).date(in: date)
    }
    if draft.metadata.summary.isEmpty, let summary = manuscript.fact(.summary), !summary.isEmpty {
      draft.metadata.summary = [[.text(summary)]]
    }
    if let groups = manuscript.fact(.group), draft.metadata.fandoms.isEmpty {
      let names = groups.split(whereSeparator: { $0 == "," || $0 == " " }).map(String.init)
      if let fandom = names.lazy.compactMap({ lexicon.fandoms.fandom(ofGroup: $0) }).first {
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
    let bare = name.filter { $0 != "\"" }
    let trimmed = PairingParser.trimmed(bare)
    guard !trimmed.isEmpty, !trimmed.contains("@") else { return nil }
    guard trimmed == trimmed.lowercased(), trimmed.contains(" ") else { return trimmed }
    return trimmed.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(
      separator: " ")
  }
}
