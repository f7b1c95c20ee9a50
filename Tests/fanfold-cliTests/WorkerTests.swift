import Foundation
import Testing

@Suite("A worker")
struct WorkerTests {
  private static let date = ["SOURCE_DATE_EPOCH": "1225000000"]

  private static func answers(
    _ input: Data, _ arguments: String..., in place: Workplace
  ) throws -> [[String: Any]] {
    let outcome = try Program.run(
      ["worker"] + arguments, in: place.folder, input: input, environment: date)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    return try outcome.output.split(separator: UInt8(ascii: "\n")).map {
      try JSONSerialization.jsonObject(with: $0) as? [String: Any] ?? [:]
    }
  }

  private static func error(_ answer: [String: Any]) -> [String] {
    let error = answer["error"] as? [String: Any] ?? [:]
    return [error["name"] as? String ?? "", error["message"] as? String ?? ""]
  }

  @Test("makes the books that convert makes")
  func books() throws {
    let place = try Workplace()
    let story = try Examples.bytes(of: "red-lantern")
    try place.write("story.txt", story)
    _ = try place.run("convert", "story.txt", "-o", "convert.epub", environment: Self.date)
    let requests = """
      {"id":1,"input":"story.txt"}
      {"id":"two","name":"story.txt","data":"\(story.base64EncodedString())"}

      {"input":["story.txt"],"output":"worker.epub"}
      {"id":4,"input":"story.txt","options":{"title":"Other","author":["A","B"],"cover":"none"}}
      """
    let answers = try Self.answers(Data(requests.utf8), in: place)
    #expect(answers.map { $0["ok"] as? Bool } == [true, true, true, true])
    #expect(answers.map { $0["title"] as? String }.last == "Other")
    #expect(answers.last?["authors"] as? [String] == ["A", "B"])
    #expect(answers.first?["id"] as? Int == 1)
    #expect(answers.dropFirst().first?["id"] as? String == "two")
    let book = try place.read("convert.epub")
    for answer in answers.prefix(2) {
      #expect((answer["epub"] as? String).flatMap { Data(base64Encoded: $0) } == book)
    }
    #expect(try place.read("worker.epub") == book)
  }

  @Test(
    "answers what it cannot do",
    arguments: [
      ("{", "bad-json", "byte 2: a member's name is missing"),
      ("no", "bad-json", "byte 1: this is no value"),
      ("[]", "bad-request", "a request is a JSON object"),
      ("{}", "bad-request", "neither 'input' nor 'data' is there"),
      (#"{"input":"a","data":""}"#, "bad-request", "both 'input' and 'data' are there"),
      (#"{"input":[]}"#, "bad-request", "'input' is a path, or a list of paths"),
      (#"{"input":[1]}"#, "bad-request", "'input' is a path, or a list of paths"),
      (#"{"input":"-"}"#, "bad-request", "'input' is a path, or a list of paths"),
      (#"{"data":"Zm9v"}"#, "bad-request", "'data' needs a 'name'"),
      (#"{"data":"Zm9","name":"a"}"#, "bad-request", "'data' is no Base64"),
      (#"{"data":"","name":"a.txt"}"#, "empty-file", "the file is empty"),
      (#"{"input":"nowhere"}"#, "missing-file", "no such file or directory"),
      (#"{"inputs":"a"}"#, "bad-request", "there is no field 'inputs'"),
      (
        #"{"input":"a","options":{"titel":"x"}}"#, "bad-request",
        "titel: there is no metadata called 'titel'"
      ),
      (#"{"input":"a","options":{"typography":1}}"#, "bad-request", "'typography' is unknown"),
    ])
  func refusals(request: String, name: String, message: String) throws {
    let input = Data((request + "\n{\"id\":2}\n").utf8)
    let answers = try Self.answers(input, in: Workplace())
    #expect(answers.map { $0["ok"] as? Bool } == [false, false])
    #expect(answers.first.map(Self.error) == [name, message])
    #expect(answers.last?["id"] as? Int == 2)
  }

  @Test("reads past lines that are too long, and survives bytes that are no text")
  func hostile() throws {
    let long = Data(#"{"id":1,"name":"a","data":""#.utf8) + Data(repeating: 0x41, count: 11 << 20)
    let bytes = Data((0...255).map { UInt8($0) }.filter { $0 != 10 })
    let fine = #"{"id":9,"name":"a.txt","data":"T25jZSB1cG9uIGEgdGltZSB0aGVyZSB3YXMgcmFpbi4K"}"#
    let input = long + Data("\n".utf8) + bytes + Data("\n".utf8) + Data(fine.utf8)
    let answers = try Self.answers(input, in: Workplace())
    #expect(answers.map { $0["ok"] as? Bool } == [false, false, true])
    #expect(answers.prefix(2).map(Self.error).map(\.first) == ["request-too-long", "bad-json"])
    #expect(answers.last?["id"] as? Int == 9)
    let more = try Self.answers(input, "--max-line", "12", in: Workplace())
    #expect(more.first.map(Self.error)?.first == "bad-json")
  }
}
