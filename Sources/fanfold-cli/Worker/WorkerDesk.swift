import Fanfold
import FanfoldMarkup

/// Answers requests; none of them can do more harm than to be refused.
struct WorkerDesk {
  let lineLimit: Int
  let sizeLimit: Int
  /// The date of books whose requests give none.
  let modified: Int64?
  /// Judges each book, and each in less time than the one before.
  private let gate = BookGate()

  func answer(_ line: StandardInputLines.Line) -> JSONValue {
    switch line {
    case .tooLong:
      return Self.refusal(
        id: .null,
        RequestError(
          "request-too-long", "longer than \(lineLimit >> 20) MiB",
          help: "name the file in 'input' instead, or raise the limit with --max-line"))
    case .bytes(let bytes):
      let value: JSONValue
      do throws(JSONError) { value = try JSONReader.read(bytes) } catch {
        return Self.refusal(
          id: .null,
          RequestError(
            "bad-json", "byte \(error.place): \(error.problem)",
            help: "send one JSON object a line, in UTF-8"))
      }
      return answer(value)
    }
  }

  private func answer(_ value: JSONValue) -> JSONValue {
    let id = value["id"] ?? .null
    do {
      let request = try WorkerRequest(value, modified: modified, sizeLimit: sizeLimit)
      let conversion = try Converter(request.options, judge: gate).convert(request.inputs)
      if let output = request.output {
        try conversion.write(
          to: output, replacing: request.isForced ? .anything : .earlierEdition)
      }
      return Self.success(id: id, conversion, request)
    } catch let error as ConversionError {
      return .object([("id", id), ("ok", .truth(false)), ("error", error.json)])
    } catch let error as RequestError {
      return Self.refusal(id: id, error)
    } catch let error as UsageError {
      return Self.refusal(id: id, RequestError("bad-request", error.problem, help: error.help))
    } catch {
      return Self.refusal(id: id, RequestError("failed", "\(error)", help: "try it once more"))
    }
  }

  private static func success(
    id: JSONValue, _ conversion: Conversion, _ request: WorkerRequest
  ) -> JSONValue {
    let metadata = conversion.story.metadata
    let book: (String, JSONValue) =
      if let output = request.output {
        ("output", .string(output))
      } else {
        ("epub", .string(Base64.text(conversion.epub)))
      }
    return .object([
      ("id", id), ("ok", .truth(true)), ("title", .string(conversion.title)),
      ("authors", .array(metadata.authors.map { .string($0.name) })),
      ("language", .optional(metadata.language)),
      ("chapters", .number(conversion.story.chapters.count)),
      ("words", .number(conversion.wordCount)),
      ("identifier", .string(conversion.identifier)),
      ("remarks", .array(conversion.remarks.map(ConversionReport.remark))),
      ("removed", .array(conversion.removed.map(ConversionReport.removal))),
      ("bytes", .number(conversion.epub.count)), book,
    ])
  }

  private static func refusal(id: JSONValue, _ error: RequestError) -> JSONValue {
    .object([
      ("id", id), ("ok", .truth(false)),
      (
        "error",
        .object([
          ("name", .string(error.name)), ("message", .string(error.problem)),
          ("help", .string(error.help)),
        ])
      ),
    ])
  }
}
