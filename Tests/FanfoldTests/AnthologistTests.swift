import Fanfold
import Foundation
import Testing

@Suite("Making anthologies")
struct AnthologistTests {
  /// A folder with stories, gone when the test is.
  private final class Library {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "fanfold-anthologies-\(UUID().uuidString)")

    init(_ files: [String: String]) throws {
      for (name, text) in files {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
      }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func path(_ name: String) -> String { folder.appending(path: name).path }

    func bind(
      _ names: String..., options change: (inout AnthologyOptions) -> Void = { _ in }
    ) async throws -> Anthology {
      var options = AnthologyOptions()
      options.making.cover = .none
      options.cover = CoverChoice.none
      change(&options)
      return try await Anthologist(options).bind(names.map(path))
    }
  }

  private static func story(
    _ title: String, by author: String = "Ann", _ header: String = "", text: String? = nil
  ) -> String {
    "Title: \(title)\nAuthor: \(author)\n\(header)\n"
      + (text
        ?? "\(title) began with rain, and nobody came to the house that day, and that was all.")
      + "\n"
  }

  /// Many different words, so that a text has something to be known by.
  private static func prose(_ seed: Int, words: Int = 600) -> String {
    var state = UInt64(seed)
    return (1...words).map { number in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let word = String(state >> 40, radix: 26, uppercase: false).filter(\.isLetter)
      return word + (number.isMultiple(of: 12) ? ".\n\n" : "")
    }.joined(separator: " ")
  }

  @Test("puts stories in the order that is wanted")
  func order() async throws {
    let library = try Library([
      "a.txt": Self.story("The Zebra", by: "Cy", "Published: 2009-03-01"),
      "b.txt": Self.story(
        "Aardvark", by: "Ann", "Published: 2012-01-01",
        text:
          "A longer story, with more words in it than any of the others has, as can be seen here."
      ),
      "c.txt": Self.story("Mole", by: "Bea"),
    ])
    let orders: [(StoryOrder, [String])] = [
      (.given, ["The Zebra", "Aardvark", "Mole"]), (.title, ["Aardvark", "Mole", "The Zebra"]),
      (.author, ["Aardvark", "Mole", "The Zebra"]), (.date, ["The Zebra", "Aardvark", "Mole"]),
      (.length, ["Mole", "The Zebra", "Aardvark"]),
    ]
    for (order, titles) in orders {
      let book = try await library.bind("a.txt", "b.txt", "c.txt") { $0.order = order }
      #expect(book.stories.map(\.title) == titles, "\(order)")
    }
  }

  @Test("is called after what its stories have in common")
  func titles() async throws {
    let library = try Library([
      "one.txt": Self.story("One", by: "Ann", "Series: Harbour Lights #2"),
      "two.txt": Self.story("Two", by: "Bea", "Series: Harbour Lights #1"),
      "three.txt": Self.story("Three", by: "Ann"),
      "winter-tales/x.txt": Self.story("X", by: "Ann"),
      "winter-tales/y.txt": Self.story("Y", by: "Cy"),
    ])
    let series = try await library.bind("one.txt", "two.txt")
    #expect(series.title == "Harbour Lights")
    #expect(series.stories.map(\.title) == ["Two", "One"])
    #expect(try await library.bind("one.txt", "three.txt").title == "Stories by Ann")
    #expect(
      try await library.bind("one.txt", "two.txt", "three.txt").title == "Stories by Ann and Bea")
    #expect(try await library.bind("winter-tales").title == "winter tales")
    #expect(try await library.bind("winter-tales/*.txt").stories.count == 2)
  }

  @Test("leaves out what cannot be read and says why, unless it is told to be strict")
  func failures() async throws {
    let library = try Library([
      "good.txt": Self.story("Good"), "empty.txt": "", "half.epub": "PK\u{3}\u{4}broken",
    ])
    let book = try await library.bind("good.txt", "empty.txt", "half.epub", "missing.txt")
    #expect(book.stories.map(\.title) == ["Good"])
    #expect(
      Set(book.failures.map(\.name)) == ["empty-file", "not-text", "missing-file"])
    await #expect(throws: ConversionError.self) {
      try await library.bind("good.txt", "empty.txt") { $0.isStrict = true }
    }
    await #expect(throws: ConversionError.self) { try await library.bind("empty.txt") }
  }

  @Test("knows a story again by its text, whatever site it is from")
  func duplicates() async throws {
    let text = Self.prose(7)
    let page =
      "<html><head><title>Twice</title></head><body><h1>Twice</h1>"
      + text.split(separator: "\n\n").map { "<p>\($0)</p>" }.joined() + "</body></html>"
    let library = try Library([
      "first.txt": Self.story("Twice", "", text: text),
      "other.txt": Self.story("Other", text: Self.prose(8)),
      "page.html": page,
      "early.txt": Self.story("Twice", text: Self.prose(7, words: 360)),
    ])
    let names = ["first.txt", "other.txt", "page.html", "early.txt"]
    func bind(_ policy: DuplicatePolicy?) async throws -> Anthology {
      try await library.bind(names[3], names[0], names[1], names[2]) { $0.duplicates = policy }
    }
    let kept = try await bind(nil)
    #expect(kept.stories.count == 4)
    #expect(kept.remarks.count == 2)
    let best = try await bind(.best)
    #expect(
      best.stories.map(\.files) == [[library.path("first.txt")], [library.path("other.txt")]])
    #expect(best.remarks.allSatisfy { $0.text.hasSuffix("it was left out") })
    let error = await #expect(throws: ConversionError.self) { try await bind(.error) }
    #expect(error?.name == "duplicate-story")
  }

  @Test("takes the stories of an anthology one by one")
  func nested() async throws {
    let library = try Library([
      "a.txt": Self.story("A"), "b.txt": Self.story("B", by: "Bea"), "c.txt": Self.story("C"),
    ])
    let inner = try await library.bind("a.txt", "b.txt")
    try Data(inner.epub).write(to: library.folder.appending(path: "inner.epub"))
    let outer = try await library.bind("inner.epub", "c.txt")
    #expect(outer.stories.map(\.title) == ["A", "B", "C"])
    #expect(outer.stories.map(\.authors) == [["Ann"], ["Bea"], ["Ann"]])
  }

  static let wrongPlans: [(plan: String, line: Int, problem: String, help: String)] = [
    ("", 1, "nothing is planned here", "list the stories under 'contents:', '- story.txt'"),
    (
      "title: X\ncontent: [a.txt]", 2, "there is no 'content' here", "did you mean 'contents'?"
    ),
    ("contents: [b.txt]", 1, "there is no file 'b.txt'", "did you mean 'a.txt'?"),
    (
      "contents:\n- '*.docx'", 2, "there is no file '*.docx'",
      "paths are seen from the plan's own folder"
    ),
    (
      "contents: [a.txt]\norder: titel", 2, "'order' cannot be 'titel'", "did you mean 'title'?"
    ),
    (
      "contents:\n- a.txt\n- section: S\n  contents:\n  - a.txt", 5,
      "'a.txt' is in the anthology already (%/plan.yaml:2)", "keep one"
    ),
    (
      "contents:\n- section: S", 2, "nothing is in section 'S'",
      "list the stories under 'contents:', '- story.txt'"
    ),
    (
      "contents:\n- story: a.txt\n  autors: [B]", 3, "there is no 'autors' here",
      "did you mean 'authors'?"
    ),
    (
      "contents:\n- story: a.txt\n  published: soon", 3,
      "'soon' is no date", "write it as 2008, 2008-10 or 2008-10-24"
    ),
    (
      "contents:\n- plan.yaml", 2, "the plan is a part of itself: %/plan.yaml, %/plan.yaml",
      "take one of them out"
    ),
    (
      "contents:\n- other.yaml", 2,
      "the plan is a part of itself: %/plan.yaml, %/other.yaml, %/plan.yaml",
      "take one of them out"
    ),
    ("title: X\ntitle: Y\ncontents: [a.txt]", 2, "'title' stands here twice", "keep one"),
    (
      "contents: [a.txt]\nintroduction: words.md", 2, "there is no file 'words.md'",
      "paths are seen from the plan's own folder"
    ),
    (
      "contents: [a.txt]\ntheme: clasic", 2, "there is no theme 'clasic'",
      "use classic, modern, plain or a file: NAME.css"
    ),
    (
      "contents:\n- story: 'deep/*.txt'\n  title: One", 3,
      "one title or introduction for 2 stories",
      "name these stories one by one"
    ),
  ]

  @Test("says which line of a plan is wrong", arguments: wrongPlans)
  func mistakes(mistake: (plan: String, line: Int, problem: String, help: String)) async throws {
    let library = try Library([
      "plan.yaml": mistake.plan, "a.txt": Self.story("A"),
      "other.yaml": "contents: [plan.yaml]", "deep/d.txt": Self.story("D"),
      "deep/e.txt": Self.story("E"),
    ])
    let error = await #expect(throws: ConversionError.self) {
      try await library.bind("plan.yaml")
    }
    let folder = library.folder.path
    #expect(error?.name == "bad-plan")
    #expect(error?.problem == mistake.problem.replacing("%", with: folder))
    #expect(error?.help == mistake.help)
    #expect(error?.file.hasPrefix(folder) == true)
    if error?.file.hasSuffix("/plan.yaml") == true { #expect(error?.line == mistake.line) }
  }

  @Test("does what a plan says")
  func plan() async throws {
    let library = try Library([
      "plan.yaml": """
      title: Two Rooms
      editor: Cleo
      order: title
      introduction: words.md
      contents:
        - section: First
          introduction: "Some *words*."
          contents:
            - story: a.txt
              title: Zulu
              authors: [Dee]
              introduction: Written in a week.
            - b.txt
        - interlude: Pause
          text: Breathe.
        - deep/more.yaml
        - '*.txt'
      """,
      "words.md": "# Hello\n\nThese are stories.\n", "a.txt": Self.story("A"),
      "b.txt": Self.story("B"), "c.txt": Self.story("C"),
      "deep/more.yaml": "title: Deep\ncontents: [.]\n", "deep/d.txt": Self.story("D"),
    ])
    let book = try await library.bind("plan.yaml")
    #expect(book.title == "Two Rooms")
    #expect(book.stories.map(\.title) == ["B", "Zulu", "D", "C"])
    #expect(book.stories[1].authors == ["Dee"])
    #expect(book.failures.isEmpty)
  }
}
