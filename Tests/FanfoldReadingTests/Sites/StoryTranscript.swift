import FanfoldReading
import FanfoldStory

extension Reading {
  /// Everything that was read, a line a fact: what pages are compared by.
  var transcript: String {
    let about = story.metadata
    var lines: [String] = []
    func add(_ name: String, _ values: [String]) {
      if !values.isEmpty { lines.append("\(name): " + values.joined(separator: " | ")) }
    }
    add("title", [about.title].compactMap { $0 })
    add("authors", about.authors.map(\.name))
    add("fandoms", about.fandoms)
    add("relationships", about.relationships.map { $0.characters.joined(separator: "/") })
    add("characters", about.characters)
    add("rating", [about.rating?.raw].compactMap { $0 })
    add("warnings", about.warnings)
    add("tags", about.tags)
    add("summary", about.summary.map(\.outline))
    add("series", about.series.map { "\($0.name) \($0.position ?? "")" })
    add("status", [about.status?.rawValue].compactMap { $0 })
    add("published", [about.published].compactMap { $0.map(String.init(describing:)) })
    add("updated", [about.updated].compactMap { $0.map(String.init(describing:)) })
    add("source", [about.source].compactMap { $0 })
    add("publisher", [about.publisher].compactMap { $0 })
    add("language", [about.language].compactMap { $0 })
    func add(_ notes: [Note]) {
      for note in notes {
        lines.append(
          "[\(note.kind.rawValue)\(note.label.map { " " + $0 } ?? "")] " + note.plainText)
      }
    }
    add(story.notesBefore)
    for chapter in story.chapters {
      lines.append("# \(chapter.heading ?? "")")
      add(chapter.notesBefore)
      lines += chapter.outline
      add(chapter.notesAfter)
    }
    add(story.notesAfter)
    for entry in story.ledger.entries where entry.fate == .removed {
      lines.append("- \(entry.rule): \(entry.text)")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
