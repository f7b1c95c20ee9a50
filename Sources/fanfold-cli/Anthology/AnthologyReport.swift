import Fanfold
import FanfoldMarkup

/// What there is to say about an anthology that was made.
struct AnthologyReport {
  private let anthology: Anthology
  private let place: BookPlace

  init(_ anthology: Anthology, place: BookPlace) {
    self.anthology = anthology
    self.place = place
  }

  /// For people: `tales.epub: "Stories by Ann", 12 stories, 81,000 words, 1 story left out`.
  var line: String {
    let stories = anthology.stories.count
    let name = place == .standardOutput ? "standard output" : place.name
    var parts = [
      "\(stories) \(stories == 1 ? "story" : "stories")",
      ConversionReport.count(anthology.wordCount, "word"),
    ]
    let failed = anthology.failures.count
    if failed > 0 { parts.append("\(failed) \(failed == 1 ? "input" : "inputs") left out") }
    return "\(name): \"\(anthology.title)\", \(parts.joined(separator: ", "))"
  }

  /// For programs: one object, on one line.
  var json: [UInt8] {
    let object = JSONValue.object([
      ("title", .string(anthology.title)),
      ("stories", .array(anthology.stories.map(Self.story))),
      ("words", .number(anthology.wordCount)),
      ("failures", .array(anthology.failures.map(Self.failure))),
      ("remarks", .array(anthology.remarks.map(ConversionReport.remark))),
      ("identifier", .string(anthology.identifier)),
      ("output", .string(place.name)),
      ("bytes", .number(anthology.epub.count)),
    ])
    return object.bytes + [UInt8(ascii: "\n")]
  }

  private static func story(_ story: Anthology.Entry) -> JSONValue {
    .object([
      ("title", .string(story.title)),
      ("authors", .array(story.authors.map(JSONValue.string))),
      ("chapters", .number(story.chapters)),
      ("words", .number(story.words)),
      ("inputs", .array(story.files.map(JSONValue.string))),
      ("removed", .array(story.removed.map(ConversionReport.removal))),
    ])
  }

  private static func failure(_ error: ConversionError) -> JSONValue {
    .object([
      ("file", .string(error.file)), ("name", .string(error.name)),
      ("text", .string(error.problem)),
    ])
  }
}
