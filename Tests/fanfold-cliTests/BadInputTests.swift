import Foundation
import Testing

@Suite("Bad input makes no book and says why")
struct BadInputTests {
  @Test(
    "when there is nothing to read",
    arguments: [
      (
        "no.txt",
        """
        no.txt: error[missing-file]: no such file or directory
          check the name and the folder

        """
      ),
      (
        "https://example.org/story/1",
        """
        https://example.org/story/1: error[missing-file]: no such file or directory
          fanfold fetches nothing: save the page first, then name the saved file

        """
      ),
    ])
  func unreadable(path: String, errors: String) throws {
    let place = try Workplace()
    let outcome = try place.run("convert", path, "-o", "book.epub")
    #expect(outcome == .init(status: 2, output: Data(), errors: errors))
    #expect(try place.files == [])
  }

  @Test("when the file is forbidden", .enabled(if: getuid() != 0, "root may read everything"))
  func forbidden() throws {
    let place = try Workplace()
    try place.write("story.txt", "It rained.".utf8)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0], ofItemAtPath: place.folder.appending(path: "story.txt").path)
    let outcome = try place.run("convert", "story.txt")
    #expect(outcome.status == 2)
    #expect(
      outcome.errors == """
        story.txt: error[unreadable-file]: permission denied
          ask its owner for the right to read it

        """)
  }

  @Test(
    "when there is no story in it",
    arguments: [
      ("empty", [], "empty-file"),
      ("blank", Array("  \n\n\t\n".utf8), "empty-file"),
      ("zeros", [UInt8](repeating: 0, count: 4096), "not-text"),
      ("picture", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13], "not-text"),
    ] as [(String, [UInt8], String)])
  func unusable(name: String, bytes: [UInt8], error: String) throws {
    let place = try Workplace()
    try place.write(name, bytes)
    let outcome = try place.run("convert", name)
    #expect(outcome.status == 1)
    #expect(outcome.output == Data())
    let lines = outcome.errors.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first?.hasPrefix("\(name): error[\(error)]: ") == true)
    #expect(lines.last?.hasPrefix("  ") == true)
    #expect(try place.files == [name])
  }

  @Test("when it is larger than allowed")
  func large() throws {
    let place = try Workplace()
    try place.write("story.txt", repeatElement(UInt8(ascii: "a"), count: (1 << 20) + 1))
    let outcome = try place.run("convert", "story.txt", "--max-size", "1")
    #expect(
      outcome
        == .init(
          status: 1, output: Data(),
          errors: """
            story.txt: error[file-too-large]: larger than 1 MiB
              split it, or raise the limit with --max-size if this really is one story

            """))
  }

  @Test("and control characters of its name do not reach the terminal")
  func escaped() throws {
    let outcome = try Workplace().run("convert", "red\u{1B}[31m.txt")
    #expect(
      outcome.errors == """
        red\\u{1B}[31m.txt: error[missing-file]: no such file or directory
          check the name and the folder

        """)
  }

  @Test("and the book that was there stays as it was")
  func untouched() throws {
    let place = try Workplace()
    try place.write("story.txt", [])
    try place.write("story.epub", "precious".utf8)
    #expect(try place.run("convert", "story.txt", "--force").status == 1)
    #expect(try place.read("story.epub") == Data("precious".utf8))
    #expect(try place.files == ["story.epub", "story.txt"])
  }
}
