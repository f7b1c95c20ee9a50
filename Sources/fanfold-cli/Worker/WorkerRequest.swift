import Fanfold
import FanfoldMarkup

/// What a request asks for.
struct WorkerRequest {
  let inputs: [InputFile]
  let options: ConversionOptions
  /// Where the book goes; into the answer when there is none.
  let output: String?
  /// Whether the book may take any file's place.
  let isForced: Bool

  private static let keys = ["id", "input", "name", "data", "output", "force", "options"]
  private static let help = "docs/worker.md has the fields of a request"

  init(_ value: JSONValue, modified: Int64?, sizeLimit: Int) throws {
    guard let members = value.members else {
      throw RequestError("bad-request", "a request is a JSON object", help: Self.help)
    }
    if let stranger = members.first(where: { !Self.keys.contains($0.0) }) {
      throw RequestError(
        "bad-request", "there is no field '\(stranger.0)'",
        help: "use " + Self.keys.joined(separator: ", "))
    }
    output = try Self.text("output", in: value)
    isForced = try Self.truth("force", in: value) ?? false
    let wishes = try WorkerOptions(value["options"], modified: modified)
    options = wishes.conversion
    inputs = try Self.inputs(value, sizeLimit: sizeLimit, sidecars: wishes.sidecars)
  }

  private static func inputs(
    _ value: JSONValue, sizeLimit: Int, sidecars: Bool
  ) throws -> [InputFile] {
    switch (value["input"], value["data"]) {
    case (let input?, nil):
      let paths = input.text.map { [$0] } ?? input.list?.compactMap(\.text) ?? []
      guard !paths.isEmpty, paths.count == input.list?.count ?? 1, !paths.contains("-") else {
        throw RequestError("bad-request", "'input' is a path, or a list of paths", help: help)
      }
      return try InputSet(paths, limit: sizeLimit, sidecars: sidecars).files
    case (nil, let data?):
      guard let name = try text("name", in: value) else {
        throw RequestError("bad-request", "'data' needs a 'name'", help: help)
      }
      guard let bytes = data.text.flatMap(Base64.bytes) else {
        throw RequestError(
          "bad-request", "'data' is no Base64", help: "encode it as RFC 4648, section 4, has it")
      }
      return [InputFile(name: name, bytes: bytes)]
    case (nil, nil):
      throw RequestError("bad-request", "neither 'input' nor 'data' is there", help: help)
    case (_?, _?):
      throw RequestError("bad-request", "both 'input' and 'data' are there", help: help)
    }
  }

  static func text(_ name: String, in value: JSONValue) throws -> String? {
    guard let member = value[name], !member.isNull else { return nil }
    guard let text = member.text, !text.isEmpty else {
      throw RequestError("bad-request", "'\(name)' is no text", help: help)
    }
    return text
  }

  static func truth(_ name: String, in value: JSONValue) throws -> Bool? {
    guard let member = value[name], !member.isNull else { return nil }
    guard let truth = member.truth else {
      throw RequestError("bad-request", "'\(name)' is neither true nor false", help: help)
    }
    return truth
  }
}
