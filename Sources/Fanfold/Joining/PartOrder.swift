internal import FanfoldStory

/// Puts the parts of a story in order and tells what is odd about them.
struct PartOrder {
  /// By their numbers when each has one, else as they were given. Of a part that is there twice the second has no
  /// chapters, only a ledger.
  let ordered: [StoryPart]
  let remarks: [Conversion.Remark]

  init(_ parts: [StoryPart]) {
    let remarks = parts.flatMap { part in
      part.reading.remarks.map { Conversion.Remark(file: part.input.name, text: $0) }
    }
    let unique = DoubledParts(parts)
    let kept = unique.parts.filter { !$0.story.chapters.isEmpty }
    let numbered = kept.compactMap { part in part.number.map { (part, $0) } }
    if numbered.count == kept.count {
      // Sorted by place too, since parts with the same number stay as they were given.
      let sorted = numbered.enumerated().sorted {
        ($0.element.1.number, $0.offset) < ($1.element.1.number, $1.offset)
      }
      ordered = sorted.map(\.element.0) + unique.parts.filter(\.story.chapters.isEmpty)
    } else {
      ordered = unique.parts
    }
    self.remarks =
      remarks + unique.remarks + PartGaps.remarks(kept.isEmpty ? parts : kept)
      + Self.strangers(among: ordered)
  }

  /// Files that call themselves something else than the first does.
  private static func strangers(among parts: [StoryPart]) -> [Conversion.Remark] {
    guard let title = parts.first?.reading.story.metadata.title else { return [] }
    return parts.dropFirst().compactMap { part in
      guard let other = part.reading.story.metadata.title, other != title else { return nil }
      return .init(
        file: part.input.name,
        text: "its title is '\(other)', that of the first part '\(title)'; the first is used")
    }
  }
}
