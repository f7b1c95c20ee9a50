import FanfoldReading
import FanfoldStory

/// Small stories for tests of what is said about reading.
enum Passages {
  static func read(
    _ lines: [String], explains: Bool = false, sidecar: Sidecar? = nil
  ) throws(ReadError) -> Reading {
    let text = lines.joined(separator: "\n") + "\n"
    return try StoryReader(explains: explains)
      .read(StoryFile(name: "story.txt", bytes: Array(text.utf8)), sidecar: sidecar)
  }

  /// A title, a header, two chapters, a break and an end.
  static let lighthouse = [
    "The Lamp at Noon",  // 1
    "by Rowan Hale",
    "",
    "Fandom: Smallville",  // 4
    "Disclaimer: None of them are mine.",
    "",
    "Chapter 1",  // 7
    "",
    "The keeper had gone to bed before the fog came in, and nobody had told the boy what to do.",
    "",
    "* * *",  // 11
    "",
    "In the morning there was a ship on the rocks, and the boy was standing in front of it.",
    "",
    "Chapter 2: The Ship",  // 15
    "",
    "It was a small ship. The boy had painted its name on the hull himself, years before.",
    "",
    "The End",  // 19
  ]

  /// The text of each chapter, a line a block.
  static func words(_ story: Story) -> [[String]] {
    story.chapters.map { chapter in
      chapter.blocks.map { block in
        var text = ""
        block.forEachText { text += $0 }
        return text.split(whereSeparator: \.isNewline).joined(separator: " ")
      }
    }
  }
}
