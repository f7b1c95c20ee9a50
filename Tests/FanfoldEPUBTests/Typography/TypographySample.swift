import FanfoldEPUB
import FanfoldStory

/// Sets lines of text the way a story in that language is set.
enum TypographySample {
  static func set(
    _ lines: [[Inline]], in language: String?, _ scope: Typography = .full
  ) -> [[Inline]] {
    var story = Story(chapters: [Chapter(blocks: lines.map { Block(.paragraph($0)) })])
    story.metadata.language = language
    let chapters = story.typeset(scope).chapters
    return chapters.flatMap(\.blocks).compactMap {
      if case .paragraph(let inlines) = $0.content { inlines } else { nil }
    }
  }

  static func set(_ lines: [String], in language: String?) -> [String] {
    set(lines.map { [.text($0)] }, in: language).map(\.plainText)
  }

  static func set(_ line: String, in language: String?, _ scope: Typography = .full) -> String {
    set([[.text(line)]], in: language, scope).map(\.plainText).joined(separator: "\n")
  }
}
