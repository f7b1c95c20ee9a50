import Foundation
import Testing

@Suite("Binding anthologies and taking them apart")
struct AnthologyTests {
  private static let date = ["SOURCE_DATE_EPOCH": "1225000000"]

  /// A folder with the example stories.
  private static func examples() throws -> Workplace {
    let place = try Workplace()
    for name in Examples.names { try place.write("\(name).txt", Examples.bytes(of: name)) }
    return place
  }

  @Test("makes one book of the example stories, as the README shows it")
  func examples() throws {
    let place = try Self.examples()
    let names = Examples.names.map { "\($0).txt" }
    let arguments = ["anthology"] + names + ["-o", "lamps.epub", "--title", "Six Lamps"]
    let outcome = try Program.run(arguments, in: place.folder, environment: Self.date)
    #expect(outcome.status == 0)
    let line = "lamps.epub: \"Six Lamps\", 6 stories, 3004 words\n"
    #expect(outcome.errors.hasSuffix(line))
    #expect(try Examples.readme.contains(line + "```\n"))
    try place.keep("lamps.epub", as: "anthology-examples")
    let first = try place.read("lamps.epub")
    _ = try Program.run(arguments + ["--jobs", "1"], in: place.folder, environment: Self.date)
    #expect(try place.read("lamps.epub") == first)
  }

  @Test("gives the stories back as the books that convert makes", arguments: ["classic", "modern"])
  func split(theme: String) throws {
    let place = try Self.examples()
    _ = try place.run(
      "anthology", ".", "-o", "all.epub", "--quiet", "--theme", theme, environment: Self.date)
    let outcome = try place.run(
      "split", "all.epub", "-o", "out", "--theme", theme, environment: Self.date)
    #expect(outcome.status == 0)
    #expect(outcome.errors.hasSuffix("out: 6 books made\n"))
    try place.keep("out/winter tea.epub", as: "anthology-split-\(theme)")
    #expect(
      try FileManager.default.contentsOfDirectory(
        atPath: place.folder.appending(path: "out").path
      ).sorted() == [
        "R. W. - The Ice Between.epub", "The Borrowed Coat.epub", "The Red Lantern.epub",
        "after low water.epub", "glass cat.epub", "winter tea.epub",
      ])
    // What is bound again and split again is the same books.
    _ = try place.run(
      "anthology", "out", "-o", "again.epub", "--quiet", "--typography", "none",
      environment: Self.date)
    _ = try place.run(
      "split", "again.epub", "-o", "twice", "--theme", theme, environment: Self.date)
    #expect(
      try FileManager.default.contentsOfDirectory(
        atPath: place.folder.appending(path: "twice").path
      ).count == 6)
  }

  @Test("leaves out what is no story, and says so by its status")
  func badInput() throws {
    let place = try Self.examples()
    try place.write("empty.txt", [])
    let outcome = try place.run(
      "anthology", "empty.txt", "glass-cat.txt", "gone.txt", "-o", "a.epub", environment: Self.date)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("empty.txt: error[empty-file]: the file is empty\n"))
    #expect(outcome.errors.contains("gone.txt: error[missing-file]"))
    #expect(outcome.errors.hasSuffix("1 story, 487 words, 2 inputs left out\n"))
    let strict = try place.run(
      "anthology", "empty.txt", "glass-cat.txt", "-o", "b.epub", "--strict", environment: Self.date)
    #expect(strict.status == 1)
    #expect(try !place.files.contains("b.epub"))
    let usage = try place.run("anthology", "glass-cat.txt", "-o", "c.epub", "--order", "size")
    #expect(usage.status == 64)
    let other = try place.run("split", "glass-cat.txt", "-o", "out")
    #expect(other.status == 1)
    #expect(
      other.errors.contains("glass-cat.txt: error[no-anthology]: no stories are bound in this file")
    )
  }

  @Test("does what the plan among the examples says")
  func examplePlan() throws {
    let place = try Workplace()
    let plan = Examples.path(of: "anthology.yaml")
    let outcome = try Program.run(
      ["anthology", plan, "-o", "lamps.epub"], in: place.folder, environment: Self.date)
    #expect(outcome.status == 0)
    #expect(outcome.errors.hasSuffix("lamps.epub: \"Six Lamps\", 6 stories, 3004 words\n"))
    try place.keep("lamps.epub", as: "anthology-plan")
  }

  @Test("is only replaced by a later edition of itself")
  func replacing() throws {
    let place = try Self.examples()
    let book = [
      "anthology", "glass-cat.txt", "winter-tea.txt", "--quiet", "-o", "a.epub", "--title",
    ]
    #expect(try Program.run(book + ["One"], in: place.folder).status == 0)
    #expect(try Program.run(book + ["One"], in: place.folder).status == 0)
    #expect(try Program.run(book + ["Two"], in: place.folder).status == 2)
    #expect(try Program.run(book + ["Two", "--force"], in: place.folder).status == 0)
  }
}
