/// Lines that say that a story, or a part of it, is over.
package struct Endings {
  /// What an ending says about the story.
  package enum Meaning: String { case complete, continued, part }

  private var lines: [String: Meaning] = [:]
  private var partPrefixes: [String] = []
  /// How the lines begin.
  let filter: PrefixFilter
  /// The same, of more letters.
  let heads: LineHeads

  /// What the name of the next part follows, which says that it is one.
  private static let nextPart = [
    "part", "chapter", "book", "volume", "episode", "the next", "the sequel", "vol",
  ].map { "to be continued in \($0)" }

  package init() {
    for row in Table("endings").rows where row.count >= 2 {
      guard let meaning = Meaning(rawValue: row[0]) else { continue }
      lines[row[1]] = meaning
      if meaning == .part { partPrefixes.append(row[1] + " ") }
    }
    partPrefixes += [
      "end (", "end part ", "end of part ", "end chapter ", "end of chapter ", "end of book ",
    ]
    filter = PrefixFilter(Array(lines.keys) + partPrefixes)
    // The story's title may follow.
    heads = LineHeads(Array(lines.keys) + partPrefixes + ["end "])
  }

  /// What the folded line, its decoration gone, says; `nil` when it is no ending. Full stops and exclamation
  /// marks after the words do not matter.
  package func meaning(of line: String) -> Meaning? {
    if let meaning = lines[line] { return meaning }
    let letters = line.utf8
    if let last = letters.last, ".!~ ".utf8.contains(last) {
      let count = letters.reversed().prefix { ".!~ ".utf8.contains($0) }.count
      if let meaning = lines[String(Substring(letters.dropLast(count)))] { return meaning }
    }
    if line.utf8.count <= 60, Self.nextPart.contains(where: { line.hasPrefix($0) }) {
      return .continued
    }
    guard line.utf8.count <= 40, partPrefixes.contains(where: { line.hasPrefix($0) }) else {
      return nil
    }
    return .part
  }
}
