package import FanfoldMarkup
internal import FanfoldStory

/// The lines of `report.jsonl`.
enum BatchReport {
  static let name = "report.jsonl"

  /// What there is to say about a book, whatever it is called.
  static func facts(of conversion: Conversion, milliseconds: Int) -> JSONValue {
    let metadata = conversion.story.metadata
    return .object([
      ("title", .string(conversion.title)),
      ("authors", .array(metadata.authors.map { .string($0.name) })),
      ("words", .number(conversion.wordCount)),
      ("findings", .array(conversion.remarks.map { .string("\($0.file): \($0.text)") })),
      ("removed", .number(lines(conversion.removed))),
      ("milliseconds", .number(milliseconds)),
    ])
  }

  static func line(_ story: BatchStory, output: String, _ facts: JSONValue) -> JSONValue {
    .object(
      [("input", input(story)), ("output", .string(output))] + (facts.members ?? []))
  }

  /// About a book whose story is gone.
  static func line(orphaned entry: JournalEntry) -> JSONValue {
    .object(
      [
        ("input", .array(entry.files.map { .string($0.path) })), ("output", .string(entry.output)),
        ("gone", .truth(true)),
      ] + (entry.facts.members ?? []))
  }

  static func line(_ story: BatchStory, _ error: ConversionError) -> JSONValue {
    .object([("input", input(story)), ("output", .null), ("error", error.json)])
  }

  static func line(_ error: ConversionError) -> JSONValue {
    .object([
      ("input", .array([.string(error.file)])), ("output", .null), ("error", error.json),
    ])
  }

  private static func input(_ story: BatchStory) -> JSONValue {
    .array(story.files.map(JSONValue.string))
  }

  private static func lines(_ removed: [Conversion.Removal]) -> Int {
    removed.reduce(0) { sum, removal in
      sum + (removal.entry.lines.map { $0.last - $0.first + 1 } ?? 1)
    }
  }
}

extension ConversionError {
  /// The error for programs.
  package var json: JSONValue {
    .object([
      ("name", .string(name)), ("file", .string(file)),
      ("line", line.map(JSONValue.number) ?? .null), ("message", .string(problem)),
      ("help", .string(help)),
    ])
  }
}
