import Foundation
import Testing

/// Real inputs that may lie beside the project; where they do not, these tests are skipped.
@Suite("Real stories")
struct CorpusTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/corpus").standardizedFileURL

  /// The files of a kind of input.
  private static func files(_ kind: String) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: folder.appending(path: kind).path)
    return (names ?? []).sorted().map { "\(kind)/\($0)" }
  }

  private static let texts = [
    "seeds", "txt_fic", "txt_story", "usenet_txt", "cjk_txt", "derived_encodings",
  ].flatMap(files)

  /// What a careful reader says cannot be read at all: no pages, and books that are none.
  private static let refused = [
    "wattpad/fff_wattpad_story.json", "epub/epubcheck_content-svg-in-spine-valid.epub",
    "epub/epubcheck_ocf-zip-unreadable",
  ]

  private static let others = [
    "ao3_download_html", "ao3_work_page", "docx", "epub", "fanficfare", "fanfictions_fr",
    "fansite_html", "ffn_page", "forum", "livejournal", "markdown", "mediaminer", "odt",
    "royalroad", "rtf", "wattpad", "wordpress_serial",
  ].flatMap(files).filter { path in !refused.contains { path.hasPrefix($0) } }

  @Test(
    "in markup of any kind make books, and leave them to EPUBCheck",
    .enabled(if: !others.isEmpty), arguments: others)
  func anyBook(path: String) throws {
    let place = try Workplace()
    let input = Self.folder.appending(path: path).path
    let outcome = try place.run("convert", input, "-o", "book.epub")
    #expect(outcome.status == 0, "\(outcome.errors)")
    try place.keep("book.epub", as: path.replacing("/", with: "-"))
  }

  private static let negatives =
    files("negative") + files("wattpad").filter { $0.hasSuffix(".json") }

  @Test(
    "that are none are refused in one line, and nothing is written",
    .enabled(if: !negatives.isEmpty), arguments: negatives)
  func refusal(path: String) throws {
    let place = try Workplace()
    let input = Self.folder.appending(path: path).path
    let outcome = try place.run("convert", input, "-o", "book.epub")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("error[no-story]"), "\(outcome.errors)")
    #expect(try place.files == [])
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
