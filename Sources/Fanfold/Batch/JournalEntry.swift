internal import FanfoldMarkup

/// A book that a batch made, and of what.
struct JournalEntry: Sendable {
  /// The story's ``BatchStory/key``.
  var story: String
  var files: [FileStamp]
  /// The ``BatchOptions/digest``.
  var options: String
  /// The name the template gave, before it had to make room for another book's.
  var wish: String
  /// Where the book is, from the batch's folder.
  var output: String
  /// The book's size.
  var bytes: Int
  /// What the report says of it.
  var facts: JSONValue

  init(
    story: String, files: [FileStamp], options: String, wish: String, output: String, bytes: Int,
    facts: JSONValue
  ) {
    self.story = story
    self.files = files
    self.options = options
    self.wish = wish
    self.output = output
    self.bytes = bytes
    self.facts = facts
  }

  /// An entry of a journal; `nil` for a line that was cut short, or is of another program.
  init?(_ line: [UInt8]) {
    guard let value = try? JSONReader.read(line), let story = value["story"]?.text,
      let files = value["files"]?.list, let options = value["options"]?.text,
      let wish = value["wish"]?.text, let output = value["output"]?.text,
      let bytes = value["bytes"]?.integer, let facts = value["book"]
    else { return nil }
    let stamps = files.compactMap(FileStamp.init)
    guard stamps.count == files.count else { return nil }
    self.init(
      story: story, files: stamps, options: options, wish: wish, output: output, bytes: bytes,
      facts: facts)
  }

  var line: [UInt8] {
    JSONValue.object([
      ("story", .string(story)), ("files", .array(files.map(\.json))),
      ("options", .string(options)), ("wish", .string(wish)), ("output", .string(output)),
      ("bytes", .number(bytes)), ("book", facts),
    ]).bytes + [UInt8(ascii: "\n")]
  }
}
