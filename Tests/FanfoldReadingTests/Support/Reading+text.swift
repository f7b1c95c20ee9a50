import FanfoldReading
import FanfoldStory

/// One reader for all tests, as a library conversion has it.
let reader = StoryReader()

/// The story in a text, read as the file of that name.
func read(_ text: String, name: String = "story.txt") throws -> Reading {
  try reader.read(StoryFile(name: name, bytes: Array(text.utf8)))
}

/// Paragraphs of ordinary prose, so that what is tested stands in a story.
func prose(_ count: Int = 3) -> String {
  Array(
    repeating: """
      The rain had been falling since before dawn, and nobody in the house had said a word about it. She \
      stood at the window with a cup that had gone cold, and thought about the letter on the table. It would \
      have to be answered, and she did not know what to say.
      """, count: count
  ).joined(separator: "\n\n")
}

extension Story {
  /// The headings of all chapters.
  var headings: [String?] { chapters.map(\.heading) }

  /// The number of scene breaks in all chapters.
  var sceneBreaks: Int {
    chapters.flatMap(\.blocks).count { if case .sceneBreak = $0.content { true } else { false } }
  }

  /// The text of the chapters, a line for each block.
  var body: [String] { chapters.flatMap(\.blocks).map(\.plainText) }
}

extension Note {
  /// The note's words.
  var plainText: String { blocks.map(\.plainText).joined(separator: "\n") }
}

extension Block {
  /// The block's words.
  var plainText: String {
    var text = ""
    forEachText { text += $0 }
    while text.last == "\n" { text.removeLast() }
    return text
  }
}
