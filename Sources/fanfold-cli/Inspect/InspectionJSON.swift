import Fanfold
import FanfoldMarkup

/// An inspection for programs: one object on one line, described in `docs/inspect-json.md`.
struct InspectionJSON {
  private let inspection: Inspection

  init(_ inspection: Inspection) { self.inspection = inspection }

  var bytes: [UInt8] {
    let story = inspection.story
    let object = JSONValue.object([
      ("title", .string(inspection.title)),
      ("words", .number(story.wordCount)),
      ("files", .array(inspection.parts.map(Self.file))),
      ("metadata", .object(Sidecar.Key.allCases.map { Self.metadata($0, story.metadata) })),
      ("chapters", .array(story.chapters.indices.map(chapter))),
      ("notes", .array(NotePlace.all(in: inspection).map(Self.note))),
      ("pictures", .array(story.images.map(Self.picture))),
      ("decisions", .array(inspection.parts.flatMap(Self.decisions))),
      ("removed", .array(inspection.removed.map(ConversionReport.removal))),
      ("remarks", .array(inspection.remarks.map(ConversionReport.remark))),
    ])
    return object.bytes + [UInt8(ascii: "\n")]
  }

  private static func file(_ part: Inspection.Part) -> JSONValue {
    .object([
      ("file", .string(part.file)), ("format", .string(part.format)),
      ("encoding", .string(part.encoding)), ("sidecar", .optional(part.sidecar)),
    ])
  }

  private static func metadata(
    _ key: Sidecar.Key, _ metadata: StoryMetadata
  ) -> (String, JSONValue) {
    let values = key.values(in: metadata)
    return (
      key.rawValue,
      key.isList ? .array(values.map(JSONValue.string)) : .optional(values.first)
    )
  }

  private func chapter(_ index: Int) -> JSONValue {
    let chapter = inspection.story.chapters[index]
    return .object([
      ("file", .optional(inspection.file(ofChapter: index))),
      ("line", Self.number(chapter.lines?.first)), ("lastLine", Self.number(chapter.lines?.last)),
      ("kind", .string(chapter.kind.rawValue)), ("label", .optional(chapter.label)),
      ("title", .optional(chapter.title)), ("words", .number(chapter.wordCount)),
      ("sceneBreaks", .number(chapter.sceneBreakCount)),
      ("pictures", .number(chapter.pictureCount)), ("tables", .number(chapter.tableCount)),
    ])
  }

  private static func picture(_ image: StoryImage) -> JSONValue {
    .object([
      ("id", .string(image.id)), ("mediaType", .string(image.mediaType)),
      ("width", number(image.width)), ("height", number(image.height)),
      ("bytes", .number(image.bytes.count)),
    ])
  }

  private static func note(_ note: NotePlace) -> JSONValue {
    .object([
      ("file", .optional(note.file)), ("line", number(note.lines?.first)),
      ("lastLine", number(note.lines?.last)), ("kind", .string(note.note.kind.rawValue)),
      ("label", .optional(note.note.label)), ("chapter", number(note.chapter)),
      ("text", .string(note.text)),
    ])
  }

  private static func decisions(_ part: Inspection.Part) -> [JSONValue] {
    part.decisions.map { decision in
      .object([
        ("file", .string(part.file)), ("line", number(decision.lines?.first)),
        ("lastLine", number(decision.lines?.last)), ("subject", .string(decision.subject.rawValue)),
        ("value", .string(decision.value)), ("rule", .string(decision.rule)),
        ("evidence", .string(decision.evidence)),
        ("alternative", decision.alternative.map(alternative) ?? .null),
      ])
    }
  }

  private static func alternative(_ alternative: Decision.Alternative) -> JSONValue {
    .object([
      ("value", .string(alternative.value)), ("line", number(alternative.lines?.first)),
      ("reason", .string(alternative.reason)), ("close", .truth(alternative.isClose)),
    ])
  }

  private static func number(_ number: Int?) -> JSONValue { number.map(JSONValue.number) ?? .null }
}
