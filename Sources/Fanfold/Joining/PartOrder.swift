/// Puts the parts of a story in order and tells what is odd about them.
struct PartOrder {
  /// By their numbers when each has one of its own, else as they were given.
  let ordered: [StoryPart]
  let remarks: [Conversion.Remark]

  init(_ parts: [StoryPart]) {
    let numbered = parts.compactMap { part in part.number.map { (part, $0) } }
    let numbers = Set(numbered.map(\.1.number))
    if numbers.count == parts.count {
      ordered = numbered.sorted { $0.1.number < $1.1.number }.map(\.0)
    } else {
      ordered = parts
    }
    var remarks = ordered.flatMap { part in
      part.reading.remarks.map { Conversion.Remark(file: part.input.name, text: $0) }
    }
    if let last = ordered.last?.input.name {
      let missing = Self.missing(numbered.map(\.1), present: numbers)
      if numbers.count == parts.count, !missing.isEmpty {
        remarks.append(.init(file: last, text: Self.gap(missing)))
      }
    }
    self.remarks = remarks + Self.strangers(among: ordered)
  }

  private static func missing(_ parts: [PartNumber], present: Set<Int>) -> [Int] {
    let stated = parts.compactMap(\.total).max() ?? 0
    let last = max(stated, present.max() ?? 0)
    // A title such as "1/1000000" is a joke, not a plan.
    guard (2...999).contains(last) else { return [] }
    return (1...last).filter { !present.contains($0) }
  }

  private static func gap(_ missing: [Int]) -> String {
    let numbers = missing.prefix(5).map(String.init).joined(separator: ", ")
    let more = missing.count > 5 ? " and more" : ""
    return missing.count == 1
      ? "part \(numbers) of the story is missing"
      : "parts \(numbers)\(more) of the story are missing"
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
