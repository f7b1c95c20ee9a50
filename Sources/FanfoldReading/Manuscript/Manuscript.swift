internal import FanfoldStory

/// What a file says before anyone has understood it: lines of text, grouped into blocks, each with its place in
/// the source, and the facts the format states outright. Every format reader makes one.
struct Manuscript {
  /// The file, as ``StoryFile/name`` has it.
  var file: String
  /// The file's name made readable, for a story that has no title of its own.
  var fileTitle: String
  /// All text, UTF-8; lines are ranges of it.
  var text: [UInt8]
  /// The lines that are not blank, in order.
  var lines: [Line]
  /// The lines grouped into paragraphs and the like; every line is in one block.
  var blocks: [Block]
  /// How the lines are laid out.
  var shape: LineShape
  var facts: [Fact]
  /// What the format reader already took out of the text.
  var ledger: Ledger
  /// What a reader of the story should know about the file.
  var remarks: [String]

  /// One line of the source, without the blanks around it.
  struct Line {
    /// Where the line stands in ``Manuscript/text``.
    var range: Range<Int>
    /// The columns of blank before the text.
    var indent: Int
    /// The columns the text takes; wide characters take two.
    var width: Int
    /// The line's number in the file, from 1.
    var number: Int
    /// How many blank lines stand right before.
    var blanksBefore: Int
  }

  /// Lines that belong together.
  struct Block {
    /// Whether the ends of the lines are the author's or the wrapping's.
    enum Flow { case wrapped, lines }

    /// Indices into ``Manuscript/lines``.
    var lines: Range<Int>
    var flow: Flow
    /// Whether the blank lines before this block are more than the paragraphs of this file have between them.
    var followsGap: Bool
  }

  /// Something the format says about the story, outside its text.
  struct Fact {
    /// What it is about.
    enum Subject: Hashable { case subject, sender, date, group, title, summary }
    var subject: Subject
    var value: String
    var line: Int
  }

  func bytes(_ line: Line) -> ArraySlice<UInt8> { text[line.range] }
  func bytes(_ range: Range<Int>) -> ArraySlice<UInt8> { text[range] }
  func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }
  func string(_ line: Line) -> String { string(line.range) }

  /// The index of the block a line is in.
  func block(of line: Int) -> Int {
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].lines.upperBound <= line { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The blocks that have a line among these.
  func blocks(overlapping lines: Range<Int>) -> ArraySlice<Block> {
    guard !lines.isEmpty else { return [] }
    let first = block(of: lines.lowerBound)
    let last = block(of: lines.upperBound - 1)
    return first < blocks.count ? blocks[first...min(last, blocks.count - 1)] : []
  }

  /// The value of the first fact about the subject.
  func fact(_ subject: Fact.Subject) -> String? { facts.first { $0.subject == subject }?.value }
}
