internal import FanfoldStory

/// What to call each chapter: an entry of the contents can never be empty, though many a chapter
/// has no heading.
struct ChapterHeadings {
  var storyTitle: String

  /// The headings of the chapters, in the author's words where there are any. A story of one
  /// chapter is called as the story is, and so is the text before the first heading.
  func headings(of chapters: [Chapter]) -> [Heading] {
    let own = chapters.map { chapter in
      Heading(label: chapter.label?.plainLine, title: chapter.title?.plainLine)
    }
    let hasOwn = own.contains { !$0.line.isEmpty }
    return own.enumerated().map { index, heading in
      guard heading.line.isEmpty else { return heading }
      if index == 0, chapters[index].kind != .preface, hasOwn || chapters.count == 1 {
        return Heading(title: storyTitle, isGenerated: true)
      }
      return Heading(
        label: word(for: chapters[index].kind, number: index + 1), isGenerated: true)
    }
  }

  private func word(for kind: Chapter.Kind, number: Int) -> String {
    switch kind {
    case .chapter: "Chapter \(number)"
    case .part: "Part \(number)"
    case .prologue: "Prologue"
    case .epilogue: "Epilogue"
    case .interlude: "Interlude"
    case .preface: "Preface"
    case .afterword: "Afterword"
    }
  }
}
