import Fanfold
import FanfoldMarkup

/// What there is to say about a book that was made.
struct ConversionReport {
  private let conversion: Conversion
  private let place: BookPlace

  init(_ conversion: Conversion, place: BookPlace) {
    self.conversion = conversion
    self.place = place
  }

  /// For people: `red-lantern.epub: "The Red Lantern" by A. Writer, 3 chapters, 812 words, 2 lines left out`.
  var line: String {
    let metadata = conversion.story.metadata
    let authors = metadata.authors.map(\.name).joined(separator: ", ")
    let byline = authors.isEmpty ? "" : " by \(authors)"
    let chapters = Self.count(conversion.story.chapters.count, "chapter")
    let words = Self.count(conversion.wordCount, "word")
    let left = conversion.removed.isEmpty ? "nothing" : Self.count(removedLines, "line")
    let name = place == .standardOutput ? "standard output" : place.name
    return "\(name): \"\(conversion.title)\"\(byline), \(chapters), \(words), "
      + "\(left) left out"
  }

  /// For programs: one object, on one line.
  var json: [UInt8] {
    let story = conversion.story
    let object = JSONValue.object([
      ("title", .string(conversion.title)),
      ("authors", .array(story.metadata.authors.map { .string($0.name) })),
      ("fandoms", .array(story.metadata.fandoms.map(JSONValue.string))),
      ("language", .optional(story.metadata.language)),
      ("chapters", .array(story.chapters.map(Self.chapter))),
      ("words", .number(conversion.wordCount)),
      ("inputs", .array(conversion.sources.map(Self.source))),
      ("removed", .array(conversion.removed.map(Self.removal))),
      ("remarks", .array(conversion.remarks.map(Self.remark))),
      ("identifier", .string(conversion.identifier)),
      ("output", .string(place.name)),
      ("bytes", .number(conversion.epub.count)),
    ])
    return object.bytes + [UInt8(ascii: "\n")]
  }

  private var removedLines: Int {
    conversion.removed.reduce(0) { sum, removal in
      sum + (removal.entry.lines.map { $0.last - $0.first + 1 } ?? 1)
    }
  }

  static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  private static func chapter(_ chapter: Chapter) -> JSONValue {
    .object([("heading", .optional(chapter.heading)), ("words", .number(chapter.wordCount))])
  }

  private static func source(_ source: Conversion.Source) -> JSONValue {
    .object([("file", .string(source.file)), ("encoding", .string(source.encoding))])
  }

  static func removal(_ removal: Conversion.Removal) -> JSONValue {
    .object([
      ("file", .string(removal.file)),
      ("line", removal.entry.lines.map { .number($0.first) } ?? .null),
      ("rule", .string(removal.entry.rule)), ("reason", .string(removal.entry.reason)),
      ("text", .string(removal.entry.text)),
    ])
  }

  static func remark(_ remark: Conversion.Remark) -> JSONValue {
    .object([("file", .string(remark.file)), ("text", .string(remark.text))])
  }
}
