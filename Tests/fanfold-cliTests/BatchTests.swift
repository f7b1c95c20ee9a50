import Foundation
import Testing

@Suite("Converting whole libraries")
struct BatchTests {
  private static let date = ["SOURCE_DATE_EPOCH": "1225000000"]

  /// A short story by one of few authors; some share a title.
  static func story(_ number: Int) -> String {
    """
    Title: The Rain of \(number % 50)
    Author: Writer \(number % 7)

    Chapter 1

    It had rained for \(number) days, and nobody came to the house, and that was all.

    "Is it still raining?" she asked, and he said that it was.

    """
  }

  private static func make(_ place: Workplace, _ stories: [String: String]) throws {
    for (name, text) in stories {
      let file = place.folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }

  /// The books of a folder, by name.
  private static func books(_ place: Workplace, _ folder: String) throws -> [String: Data] {
    let root = place.folder.appending(path: folder).path
    var books: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: root) {
      guard name.hasSuffix(".epub") else { continue }
      books[name] = try place.read("\(folder)/\(name)")
    }
    return books
  }

  /// The report without the times, which differ.
  private static func report(_ place: Workplace, _ folder: String) throws -> String {
    String(decoding: try place.read("\(folder)/report.jsonl"), as: UTF8.self)
      .replacing(#/"milliseconds":\d+/#, with: "")
  }

  @Test("walks folders, finds parts, skips what is no story and goes round no loop")
  func walking() throws {
    let place = try Workplace()
    let part =
      "Title: The Coat\nAuthor: Ann\n\nPart %/2\n\nIt rained for % days, and that was all.\n"
    try Self.make(
      place,
      [
        "in/b.txt": Self.story(2), "in/a10.txt": Self.story(10), "in/a9.txt": Self.story(9),
        "in/.hidden.txt": Self.story(4), "in/page_files/x.txt": Self.story(5),
        "in/deep/er/c.txt": Self.story(3), "in/b.fanfold.yaml": "title: Sunshine\n",
        "in/coat/p1.txt": part.replacing("%", with: "1"),
        "in/coat/p2.txt": part.replacing("%", with: "2"),
        "in/list.csv": "\u{0}\u{1}\u{2}", "in/out/old.txt": Self.story(6),
      ])
    let loop = place.folder.appending(path: "in/deep/loop").path
    try FileManager.default.createSymbolicLink(atPath: loop, withDestinationPath: "..")
    let outcome = try place.run("batch", "in", "-o", "in/out", environment: Self.date)
    #expect(outcome.errors == "in/out: 5 books made, 1 other file skipped\n")
    #expect(outcome.status == 0)
    #expect(
      try Self.books(place, "in/out").keys.sorted() == [
        "Ann - The Coat.epub", "Writer 2 - Sunshine.epub", "Writer 2 - The Rain of 9.epub",
        "Writer 3 - The Rain of 10.epub", "Writer 3 - The Rain of 3.epub",
      ])
    let lines = try Self.report(place, "in/out").split(separator: "\n")
    #expect(lines.count == 5)
    #expect(lines.contains { $0.hasPrefix(#"{"input":["in/coat/p1.txt","in/coat/p2.txt"],"#) })
    #expect(try place.files == ["in"])
    // As convert has it, given the same files.
    _ = try place.run(
      "convert", "in/coat/p1.txt", "in/coat/p2.txt", "-o", "coat.epub", environment: Self.date)
    #expect(try place.read("coat.epub") == place.read("in/out/Ann - The Coat.epub"))
    for (index, name) in try Self.books(place, "in/out").keys.sorted().enumerated() {
      try place.keep("in/out/\(name)", as: "batch-\(index)")
    }
  }

  @Test("does nothing twice, and again what has changed")
  func again() throws {
    let place = try Workplace()
    try Self.make(place, ["in/a.txt": Self.story(1), "in/b.txt": Self.story(2)])
    #expect(try place.run("batch", "in", "-o", "out").errors == "out: 2 books made\n")
    let first = try Self.books(place, "out")
    let report = try Self.report(place, "out")
    #expect(
      try place.run("batch", "in", "-o", "out").errors == "out: 0 books made, 2 unchanged\n")
    #expect(try Self.books(place, "out") == first)
    #expect(try Self.report(place, "out") == report)

    try Self.make(place, ["in/b.txt": Self.story(3)])
    let dry = try place.run("batch", "in", "-o", "out", "--dry-run")
    #expect(
      dry.outputText == """
        keep in/a.txt -> Writer 1 - The Rain of 1.epub
        make in/b.txt -> Writer 3 - The Rain of 3.epub

        """)
    #expect(try Self.books(place, "out") == first)
    #expect(
      try place.run("batch", "in", "-o", "out").errors == "out: 1 book made, 1 unchanged\n")
    #expect(
      try Self.books(place, "out").keys.sorted()
        == ["Writer 1 - The Rain of 1.epub", "Writer 3 - The Rain of 3.epub"])
    #expect(
      try place.run("batch", "in", "-o", "out", "--rating", "G").errors == "out: 2 books made\n")
    try FileManager.default.removeItem(
      at: place.folder.appending(path: "out/Writer 1 - The Rain of 1.epub"))
    #expect(
      try place.run("batch", "in", "-o", "out", "--rating", "G").errors
        == "out: 1 book made, 1 unchanged\n")
  }

  @Test("gives names in the order of the stories, also when one comes in between")
  func names() throws {
    let place = try Workplace()
    try Self.make(place, ["in/b.txt": Self.story(1), "in/c.txt": Self.story(351)])
    _ = try place.run("batch", "in", "-o", "out", "--name", "{author}/{title}")
    try Self.make(place, ["in/a.txt": Self.story(701)])
    let outcome = try place.run("batch", "in", "-o", "out", "--name", "{author}/{title}")
    #expect(outcome.status == 0)
    _ = try place.run("batch", "in", "-o", "fresh", "--name", "{author}/{title}", "--jobs", "1")
    #expect(try Self.books(place, "out") == Self.books(place, "fresh"))
    #expect(
      try Self.books(place, "out").keys.sorted() == [
        "Writer 1/The Rain of 1 (2).epub", "Writer 1/The Rain of 1 (3).epub",
        "Writer 1/The Rain of 1.epub",
      ])
  }

  @Test("is stopped by no bad file, and spoils no file of others")
  func failures() throws {
    let place = try Workplace()
    try Self.make(
      place,
      [
        "in/a.txt": "", "in/b.txt": Self.story(1), "in/c.txt": Self.story(2),
        "out/Writer 1 - The Rain of 1.epub": "mine",
      ])
    let outcome = try place.run("batch", "in", "nowhere", "-o", "out")
    #expect(outcome.status == 1)
    #expect(
      outcome.errors.split(separator: "\n").filter { !$0.hasPrefix(" ") } == [
        "nowhere: error[missing-file]: no such file or directory",
        "in/a.txt: error[empty-file]: the file is empty",
        "out/Writer 1 - The Rain of 1.epub: error[file-exists]: there is another file here already",
        "out: 1 book made, 3 failed",
      ])
    #expect(try place.read("out/Writer 1 - The Rain of 1.epub") == Data("mine".utf8))
    let lines = try Self.report(place, "out").split(separator: "\n")
    #expect(lines.count == 4)
    #expect(try place.run("batch", "in", "-o", "out", "--force").status == 1)
    #expect(try place.read("out/Writer 1 - The Rain of 1.epub").starts(with: Data("PK".utf8)))
  }

  @Test("takes parts together when the second comes, and apart when it goes")
  func regrouping() throws {
    let place = try Workplace()
    let part = "Title: The Coat\nAuthor: Ann\n\nPart %/2\n\nIt rained for % days.\n"
    try Self.make(place, ["in/p1.txt": part.replacing("%", with: "1")])
    _ = try place.run("batch", "in", "-o", "out", "--name", "{file}")
    try Self.make(place, ["in/p2.txt": part.replacing("%", with: "2")])
    _ = try place.run("batch", "in", "-o", "out", "--name", "{file}")
    #expect(try Self.books(place, "out").keys.sorted() == ["p1.epub"])
    try Self.make(place, ["in/p2.txt": Self.story(3)])
    #expect(
      try place.run("batch", "in", "-o", "out", "--name", "{file}").errors
        == "out: 2 books made\n")
    #expect(try Self.books(place, "out").keys.sorted() == ["p1.epub", "p2.epub"])
    #expect(
      try place.run("batch", "in", "-o", "out", "--name", "{file}").errors
        == "out: 0 books made, 2 unchanged\n")
  }

  @Test("keeps the books of stories that are gone, and says so")
  func gone() throws {
    let place = try Workplace()
    try Self.make(place, ["in/a.txt": Self.story(1), "in/b.txt": Self.story(51)])
    _ = try place.run("batch", "in", "-o", "out", "--name", "{title}")
    let first = try Self.books(place, "out")
    try FileManager.default.removeItem(at: place.folder.appending(path: "in/a.txt"))
    try Self.make(place, ["in/c.txt": Self.story(101)])
    #expect(
      try place.run("batch", "in", "-o", "out", "--name", "{title}").errors
        == "out: 1 book made, 1 unchanged, 1 kept whose stories are gone\n")
    let books = try Self.books(place, "out")
    #expect(
      books.keys.sorted() == [
        "The Rain of 1 (2).epub", "The Rain of 1 (3).epub", "The Rain of 1.epub",
      ])
    for (name, bytes) in first { #expect(books[name] == bytes) }
    #expect(try Self.report(place, "out").contains(#""gone":true"#))
  }

  @Test("makes anew when what lies beside a page has changed, or how books are made")
  func beside() throws {
    let place = try Workplace()
    let page = "<html><body><h1>Rain</h1><p>It rained.</p><img src='p_files/a.png'></body></html>"
    try Self.make(place, ["in/p.html": page, "in/q.txt": Self.story(2)])
    func again(_ more: String...) throws -> String {
      try Program.run(["batch", "in", "-o", "out"] + more, in: place.folder).errors
    }
    let made = "out: 1 book made, 1 unchanged\n"
    #expect(try again() == "out: 2 books made\n")
    try Self.make(place, ["in/p_files/a.png": "no picture"])
    #expect(try again() == made)
    try Self.make(place, ["in/q.fanfold.yaml": "title: Sunshine\n"])
    #expect(try again() == made)
    for option in [["--theme", "modern"], ["--notes", "end"], ["--no-contents-page"]] {
      let outcome = try Program.run(["batch", "in", "-o", "out"] + option, in: place.folder)
      #expect(outcome.errors == "out: 2 books made\n")
    }
    #expect(try again("--kobo", "--name", "{file}") == "out: 2 books made\n")
    #expect(try Self.books(place, "out").keys.sorted() == ["p.kepub.epub", "q.kepub.epub"])
  }
}
