import Fanfold
import Foundation
import Testing

@Suite("Several files of one story")
struct InputSetTests {
  /// A chapter of its own, with words enough to be one.
  private static func chapter(_ number: Int, _ words: String = "and nobody came to the house")
    -> String
  {
    "The House\n\nChapter \(number)\n\nIt had rained for \(number) days, \(words), and that was all.\n"
  }

  private static func folder(_ files: [String: String]) throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "fanfold-set-\(UUID().uuidString)/the_house")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    return folder
  }

  @Test("in a folder are read by their numbers, and what is no story is skipped")
  func folder() throws {
    let folder = try Self.folder([
      "ch10.txt": Self.chapter(10), "ch2.txt": Self.chapter(2), "Ch1.txt": Self.chapter(1),
      "empty.txt": "", ".hidden": "no", "ch1.fanfold.yaml": "title: x",
    ])
    defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
    let set = try InputSet([folder.path + "/"], sidecars: false)
    #expect(
      set.files.map { $0.name.split(separator: "/").last.map(String.init) }
        == ["Ch1.txt", "ch2.txt", "ch10.txt", "empty.txt"])
    #expect(set.remarks == [])
    let made = try Converter().convert(set.files)
    #expect(made.story.chapters.map(\.heading) == ["Chapter 1", "Chapter 2", "Chapter 10"])
    #expect(
      made.remarks.map(\.text) == [
        "the file is empty; it was skipped",
        "parts 3, 4, 5, 6, 7 and more of the story are missing",
      ])
  }

  @Test("that hold the same text are one, and the account says so")
  func doubled() throws {
    let inputs = [("a.txt", 1), ("b.txt", 2), ("c.txt", 2)].map {
      InputFile(name: $0.0, bytes: Array(Self.chapter($0.1).utf8))
    }
    let made = try Converter().convert(inputs)
    #expect(made.story.chapters.map(\.heading) == ["Chapter 1", "Chapter 2"])
    #expect(
      made.remarks == [
        .init(file: "c.txt", text: "it has the same text as 'b.txt', which is in the book")
      ])
    #expect(made.removed.map(\.entry.rule) == ["doubled-part"])
    #expect(made.removed.map(\.file) == ["c.txt"])
  }

  @Test("that have one number and different words are both kept")
  func sameNumber() throws {
    let inputs = ["rain", "snow"].map {
      InputFile(name: "\($0).txt", bytes: Array(Self.chapter(1, "and then the \($0)").utf8))
    }
    let made = try Converter().convert(inputs)
    #expect(made.story.chapters.count == 2)
    #expect(
      made.remarks == [
        .init(
          file: "snow.txt",
          text: "it is part 1 as 'rain.txt' is, with other words; both are in the book")
      ])
  }

  @Test("in an empty folder are none")
  func empty() throws {
    let folder = try Self.folder([:])
    defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
    let error = #expect(throws: ConversionError.self) { try InputSet([folder.path]) }
    #expect(error?.problem == "there is no file in this folder")
    #expect(error?.cause == .input)
  }
}
