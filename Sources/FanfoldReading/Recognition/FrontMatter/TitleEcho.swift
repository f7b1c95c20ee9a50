internal import FanfoldStory

/// Lines that only repeat what is known: the story's title, or "by" and its author.
struct TitleEcho {
  private let title: String
  private let authors: Set<String>

  init(_ metadata: StoryMetadata) {
    title = metadata.title.map(Folding.fold) ?? ""
    authors = Set(metadata.authors.map { Folding.fold($0.name) })
  }

  func matches(_ line: ArraySlice<UInt8>) -> Bool {
    guard !title.isEmpty, line.count <= 120 else { return false }
    let words = Folding.fold(line[Decoration.stripped(line)])
    return words == title
      || authors.contains(words.hasPrefix("by ") ? String(words.dropFirst(3)) : words)
  }
}
