import Foundation
import Testing

@Suite("Converting a story")
struct ConvertTests {
  @Test("makes a book beside it, the same in every place and language", arguments: Examples.names)
  func example(name: String) throws {
    let place = try Workplace()
    try place.write("\(name).txt", Examples.bytes(of: name))
    let date = ["SOURCE_DATE_EPOCH": "1225000000"]
    let first = try place.run("convert", "\(name).txt", environment: date)
    #expect(first.status == 0)
    #expect(first.errors.split(separator: "\n").last?.hasPrefix("\(name).epub: \"") == true)
    let book = try place.read("\(name).epub")
    #expect(book.starts(with: Data("PK".utf8)))
    try place.keep("\(name).epub", as: name)

    let elsewhere = date.merging(["TZ": "Pacific/Auckland", "LANG": "tr_TR.UTF-8"]) { $1 }
    let second = try place.run("convert", "\(name).txt", "-q", environment: elsewhere)
    #expect(second == .init(status: 0, output: Data(), errors: ""))
    #expect(try place.read("\(name).epub") == book)
    #expect(try place.files == ["\(name).epub", "\(name).txt"])
  }

  @Test("reads standard input and writes standard output")
  func streams() throws {
    let story = try Examples.bytes(of: "red-lantern")
    let outcome = try Workplace().run("convert", "-", "-o", "-", "-q", input: story)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(outcome.output.starts(with: Data("PK".utf8)))
  }

  @Test("writes into a folder that is named")
  func folder() throws {
    let place = try Workplace()
    try place.write("red-lantern.txt", Examples.bytes(of: "red-lantern"))
    try FileManager.default.createDirectory(
      at: place.folder.appending(path: "books"), withIntermediateDirectories: false)
    #expect(try place.run("convert", "red-lantern.txt", "-q", "-o", "books").status == 0)
    #expect(try place.read("books/red-lantern.epub").starts(with: Data("PK".utf8)))
  }

  @Test("describes the book as JSON")
  func json() throws {
    let place = try Workplace()
    try place.write("red-lantern.txt", Examples.bytes(of: "red-lantern"))
    let outcome = try place.run(
      "convert", "red-lantern.txt", "--json", "--author", "A. Writer", "--title", "Red \"x\"")
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    let object = try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any]
    #expect(object?["title"] as? String == "Red \"x\"")
    #expect(object?["authors"] as? [String] == ["A. Writer"])
    #expect(object?["output"] as? String == "red-lantern.epub")
    #expect(object?["words"] as? Int == 522)
    #expect((object?["identifier"] as? String)?.hasPrefix("urn:uuid:") == true)
    let chapters = object?["chapters"] as? [[String: Any]]
    #expect(chapters?.map { $0["heading"] as? String } == ["Chapter One", "Chapter Two"])
    let removed = object?["removed"] as? [[String: Any]]
    #expect(removed?.first?["line"] as? Int == 3)
    #expect(removed?.first?["text"] as? String == "1.5K 27 1")
  }

  @Test("says what the README shows")
  func readme() throws {
    let place = try Workplace()
    try place.write("red-lantern.txt", Examples.bytes(of: "red-lantern"))
    let outcome = try place.run("convert", "red-lantern.txt")
    let described = try place.run("convert", "red-lantern.txt", "--json")
    let object = try JSONSerialization.jsonObject(with: described.output) as? [String: Any]
    let removed = object?["removed"] as? [[String: Any]] ?? []
    let rows = removed.map { row in
      "[\(row["line"] ?? ""),\"\(row["reason"] ?? "")\",\"\(row["text"] ?? "")\"]\n"
    }
    #expect(rows.count == 2)
    #expect(try Examples.readme.contains(outcome.errors + "```\n"))
    #expect(try Examples.readme.contains(rows.joined() + "```\n"))
  }

  @Test("does not fail half-way: a full disk leaves no file", .enabled(if: hasFullDevice))
  func full() throws {
    let place = try Workplace()
    try place.write("red-lantern.txt", Examples.bytes(of: "red-lantern"))
    let outcome = try place.run("convert", "red-lantern.txt", "-o", "/dev/full")
    #expect(outcome.status == 2)
    #expect(
      outcome.errors == """
        /dev/full: error[cannot-write]: cannot write the book: no space left on device
          nothing was changed here; choose another place with -o

        """)
    #expect(try place.files == ["red-lantern.txt"])
  }

  @Test("takes one line of a million characters")
  func longLine() throws {
    let place = try Workplace()
    let line = String(repeating: "It rained, and nobody came. ", count: 36_000)
    try place.write("long.txt", line.utf8)
    #expect(try place.run("convert", "long.txt", "-q").status == 0)
    try place.keep("long.epub", as: "long-line")
  }

  @Test("says that broken characters were mended")
  func broken() throws {
    let place = try Workplace()
    let text = Array("It rained \u{2014} and nobody came, not one.\n".utf8)
    try place.write("broken.txt", text + [0xFF, 0x0A] + text + text)
    let outcome = try place.run("convert", "broken.txt")
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("broken.txt: warning: "))
    try place.keep("broken.epub", as: "broken-utf-8")
  }

  private static var hasFullDevice: Bool { FileManager.default.fileExists(atPath: "/dev/full") }

  @Test("draws a cover, takes a picture for one, or makes none")
  func cover() throws {
    let place = try Workplace()
    try place.write("red-lantern.txt", Examples.bytes(of: "red-lantern"))
    func size(_ arguments: String...) throws -> Int {
      let outcome = try Program.run(
        ["convert", "red-lantern.txt", "-q", "-o", "book.epub", "--force"] + arguments,
        in: place.folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      return try place.read("book.epub").count
    }
    let bare = try size("--cover", "none")
    let drawn = try size()
    try place.keep("book.epub", as: "drawn-cover")
    try place.write(
      "tiny.gif",
      Data("GIF89a".utf8)
        + Data([
          4, 0, 3, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255, 0x2C, 0, 0, 0, 0, 4, 0, 3, 0, 0, 2, 2,
          0x8C, 0x53, 0, 0x3B,
        ]))
    let own = try size("--cover", "tiny.gif")
    #expect(bare < own && own < drawn)
  }

  @Test("puts the notes where they are wanted, and tells what it left out")
  func notes() throws {
    let place = try Workplace()
    let prose = "It rained on the quay all night, and nobody came to see who had lit the lamp.\n\n"
    let text =
      "The Quay\n\nA/N: Thanks to everyone who waited.\n\nChapter 1\n\n"
      + String(repeating: prose, count: 4) + "Chapter 2\n\n" + String(repeating: prose, count: 4)
    try place.write("quay.txt", text.utf8)
    func removed(_ notes: String) throws -> [[String: Any]] {
      let outcome = try place.run("convert", "quay.txt", "--notes", notes, "--json", "--force")
      #expect(outcome.status == 0, "\(outcome.errors)")
      try place.keep("quay.epub", as: "notes-\(notes)")
      let object = try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any]
      return object?["removed"] as? [[String: Any]] ?? []
    }
    for notes in ["inline", "end", "popup"] { #expect(try removed(notes).isEmpty, "\(notes)") }
    let row = try #require(try removed("none").first)
    #expect(row["rule"] as? String == "notes-unwanted")
    #expect(row["file"] as? String == "quay.txt")
    #expect((row["text"] as? String)?.contains("Thanks to everyone who waited.") == true)
    #expect(row["line"] as? Int == 3)
  }

  @Test("makes a book for Kobo's readers under the name they know such books by")
  func kobo() throws {
    let place = try Workplace()
    try place.write("red-lantern.txt", Examples.bytes(of: "red-lantern"))
    #expect(try place.run("convert", "red-lantern.txt", "--kobo", "-q").status == 0)
    #expect(try place.files == ["red-lantern.kepub.epub", "red-lantern.txt"])
    try place.keep("red-lantern.kepub.epub", as: "kobo")
    let odd = try place.run("convert", "red-lantern.txt", "--kobo", "-o", "a.epub")
    #expect(odd.errors.contains("a.epub: warning: Kobo's readers know books for them by a name"))
    let back = try place.run("convert", "red-lantern.kepub.epub", "-q", "--no-contents-page")
    #expect(back.status == 0, "\(back.errors)")
    #expect(
      try place.files == [
        "a.epub", "red-lantern.epub", "red-lantern.kepub.epub", "red-lantern.txt",
      ])
    try place.keep("red-lantern.epub", as: "no-contents-page")
  }

  @Test("refuses a cover that is no picture")
  func noCover() throws {
    let place = try Workplace()
    try place.write("red-lantern.txt", Examples.bytes(of: "red-lantern"))
    let outcome = try place.run("convert", "red-lantern.txt", "--cover", "red-lantern.txt")
    #expect(outcome.status == 64)
    #expect(
      outcome.errors.contains("the cover 'red-lantern.txt' cannot be used: it is not a picture"))
    #expect(try place.files == ["red-lantern.txt"])
  }
}
