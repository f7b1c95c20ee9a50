internal import FanfoldStory

/// What the numbers of a story's parts tell: which are missing, and which are there twice.
enum PartGaps {
  /// Remarks at the last part, or at the second of two with one number.
  static func remarks(_ parts: [StoryPart]) -> [Conversion.Remark] {
    let numbered = parts.compactMap { part in number(part).map { (part, $0) } }
    guard numbered.count == parts.count, let last = numbered.max(by: { $0.1.number < $1.1.number })
    else { return [] }
    let numbers = numbered.map(\.1)
    var remarks = doubles(numbered)
    let missing = missing(numbers + parts.flatMap(partsWithin))
    if !missing.isEmpty { remarks.append(.init(file: last.0.input.name, text: gap(missing))) }
    return remarks
  }

  /// The part's number; of a file of several, with one chapter, the number in its heading.
  private static func number(_ part: StoryPart) -> PartNumber? {
    if let number = part.number { return number }
    guard part.reading.story.chapters.count == 1 else { return nil }
    return part.reading.story.chapters.first?.label.flatMap(PartNumber.init(label:))
  }

  /// Several messages in one file are parts of the same number of parts.
  private static func partsWithin(_ part: StoryPart) -> [PartNumber] {
    guard let total = part.number?.total else { return [] }
    return part.reading.story.chapters.compactMap { $0.label.flatMap(PartNumber.init(in:)) }
      .filter { $0.total == total }
  }

  private static func missing(_ parts: [PartNumber]) -> [Int] {
    let present = Set(parts.map(\.number))
    let stated = parts.compactMap(\.total).max() ?? 0
    let last = max(stated, present.max() ?? 0)
    // A title such as "1/1000000" is a joke, not a plan. Chapters without a total may begin anywhere.
    guard (2...999).contains(last) else { return [] }
    let first = stated > 0 ? 1 : present.min() ?? 1
    return (first...last).filter { !present.contains($0) }
  }

  private static func gap(_ missing: [Int]) -> String {
    let numbers = missing.prefix(5).map(String.init).joined(separator: ", ")
    let more = missing.count > 5 ? " and more" : ""
    return missing.count == 1
      ? "part \(numbers) of the story is missing"
      : "parts \(numbers)\(more) of the story are missing"
  }

  private static func doubles(_ parts: [(StoryPart, PartNumber)]) -> [Conversion.Remark] {
    var first: [Int: String] = [:]
    return parts.compactMap { part, number in
      guard let other = first[number.number] else {
        first[number.number] = part.input.name
        return nil
      }
      return .init(
        file: part.input.name,
        text: "it is part \(number.number) as '\(other)' is, with other words; both are in the book"
      )
    }
  }
}
