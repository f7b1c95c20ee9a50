import FanfoldReading
import FanfoldStory
import Testing

@Suite("A sidecar")
struct SidecarTests {
  private static let text = """
    # What fanfold recognised in the story beside this file. Correct what is wrong:
    # 'fanfold convert' does as it says. A key without a value empties that field; a key
    # that is left out leaves the field to fanfold.
    file: story.txt

    title: The Lamp at Noon
    authors:
      - Rowan Hale
    fandoms:
      - Smallville
    status: complete
    language: en

    # Every chapter, by the line it begins on. Without this list fanfold finds them.
    chapters:
      - line: 7
        label: Chapter 1
      - line: 15
        label: Chapter 2
        title: The Ship

    # Lines to leave out of the book, and lines to keep as text: 12 or 12-15.
    drop: []
    keep: []

    """

  @Test("says what was recognised")
  func written() throws {
    let reading = try Passages.read(Passages.lighthouse)
    let sidecar = Sidecar(of: reading.story, file: "story.txt")
    #expect(String(decoding: SidecarWriter(sidecar).bytes, as: UTF8.self) == Self.text)
  }

  @Test("is read as it was written")
  func roundTrip() throws {
    let reading = try Passages.read(Passages.lighthouse)
    var sidecar = try SidecarReader(name: "s").read(Array(Self.text.utf8))
    sidecar.metadata = sidecar.metadata.map { .init($0.key, $0.values) }
    #expect(sidecar == Sidecar(of: reading.story, file: "story.txt"))
    #expect(try Passages.read(Passages.lighthouse, sidecar: sidecar).story == reading.story)
  }

  @Test(
    "keeps any words",
    arguments: [
      "null", "yes", "3", "2008-10-24", "a: b", "# no", "- no", "'x'", "\"x\"", "a\\b", " x ",
      "line\nline", "*x*", "&x", "!x", "[x]", "{x}", "你好", "\u{7}", "x #y", "x: ", "~", "é",
      "a\u{2028}b", "\u{FEFF}x", "@x", "`x`", "%x", "|", ">",
    ])
  func words(text: String) throws {
    let sidecar = Sidecar(
      file: text, metadata: [.init(.title, [text]), .init(.tags, [text, "b"])])
    var read = try SidecarReader(name: "s").read(SidecarWriter(sidecar).bytes)
    read.metadata = read.metadata.map { .init($0.key, $0.values) }
    #expect(read == Sidecar(file: text, metadata: sidecar.metadata))
  }

  @Test("may be empty, and empties fields")
  func empty() throws {
    let reader = SidecarReader(name: "s")
    #expect(try reader.read(Array("# nothing\n".utf8)) == Sidecar())
    #expect(
      try reader.read(Array("title:\ntags: []\nchapters: []\ndrop: 3\nkeep: [1, 4-6]\n".utf8))
        == Sidecar(
          metadata: [.init(.title, [], line: 1), .init(.tags, [], line: 2)], chapters: [],
          keep: [SourceLines(1, 1), SourceLines(4, 6)], drop: [SourceLines(3, 3)]))
  }

  @Test(
    "that is wrong is told so, with the line",
    arguments: [
      ("title: x\ntitel: y", 2, "there is no key 'titel'", "did you mean 'title'?"),
      ("author: x", 1, "there is no key 'author'", "did you mean 'authors'?"),
      ("title: [a, b]", 1, "'title' is one value, not a list", "keep one"),
      ("title: a\n\ntitle: b", 3, "'title' stands here twice", "keep one"),
      ("drop:\n  - 3\n  - 9-4", 3, "'9-4' are no lines", "write 12 or 12-15"),
      ("chapters:\n  - label: One", 2, "a chapter without a line", "write '- line: 12'"),
      (
        "chapters:\n  - line: 4\n    lable: x", 3, "there is no key 'lable'",
        "did you mean 'label'?"
      ),
      ("chapters: 4", 1, "'chapters' is a list", "write '- line: 12' below it"),
      (
        "title: &a x\n", 1, "a name for a value, '&…'", "write 'key: value' lines; quote odd values"
      ),
      ("just words", 1, "no 'key: value' lines", "begin with 'title: …'"),
      ("title: \"\"", 1, "an empty value", "give it a value, or leave it out"),
    ])
  func wrong(text: String, line: Int, problem: String, help: String) {
    let error = #expect(throws: ReadError.self) {
      try SidecarReader(name: "s.yaml").read(Array(text.utf8))
    }
    #expect(
      error
        == ReadError("bad-sidecar", file: "s.yaml", line: line, problem: problem, help: help))
  }
}
