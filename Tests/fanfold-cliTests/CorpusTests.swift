import Foundation
import Testing

/// Real inputs that may lie beside the project; where they do not, these tests are skipped.
@Suite("Real stories")
struct CorpusTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/corpus").standardizedFileURL

  private static let texts = [
    "seeds", "txt_fic", "txt_story", "usenet_txt", "cjk_txt", "derived_encodings",
  ].flatMap { kind -> [String] in
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: folder.appending(path: kind).path)
    return (names ?? []).sorted().map { "\(kind)/\($0)" }
  }

  @Test(
    "make the same book in every time zone and language, and leave it to EPUBCheck",
    .enabled(if: !texts.isEmpty), arguments: texts)
  func book(path: String) throws {
    let place = try Workplace()
    let input = Self.folder.appending(path: path).path
    let first = try place.run(
      "convert", input, "-o", "first.epub", environment: ["TZ": "UTC", "LC_ALL": "C"])
    let second = try place.run(
      "convert", input, "-o", "second.epub",
      environment: ["TZ": "Pacific/Auckland", "LC_ALL": "de_DE.UTF-8"])
    #expect(first.status == 0)
    #expect(second.status == 0)
    #expect(try place.read("first.epub") == place.read("second.epub"))
    try place.keep("first.epub", as: path.replacing("/", with: "-"))
  }
}
