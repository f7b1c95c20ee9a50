import Foundation
import Testing

@Suite("Inspecting a story")
struct InspectTests {
  private static let lamp = """
    The Lamp at Noon
    by Rowan Hale

    Fandom: Smallville
    Disclaimer: None of them are mine.

    Chapter 1

    The keeper had gone to bed before the fog came in, and nobody had told the boy what to do.

    * * *

    In the morning there was a ship on the rocks, and the boy was standing in front of it.

    Day 3: The Ship

    It was a small ship. The boy had painted its name on the hull himself, years before.

    The End

    """

  @Test("shows it as it was recognised, in the room there is")
  func picture() throws {
    let place = try Workplace()
    try place.write("lamp.txt", Self.lamp.utf8)
    let outcome = try place.run("inspect", "lamp.txt", environment: ["COLUMNS": "72"])
    #expect(
      outcome.outputText == """
        The Lamp at Noon
        1 chapter · 60 words · 1 scene break · 2 notes
        lamp.txt: plain text, UTF-8

        Metadata
          title          The Lamp at Noon                line 1   title-line
          authors        Rowan Hale                      line 2   byline
          fandoms        Smallville                      line 4   header-line
          status         complete                        line 19  ending
          language       en                                       language-words

        Outline                                          breaks    line    words
          Chapter 1                                           1       7       60

        Notes
          Disclaimer     None of them are mine.                           line 5
          Ending         The End                                         line 19

        Left out  nothing

        Uncertain  correct it in a sidecar: fanfold inspect --sidecar
          chapter        Day 3: The Ship                  line 15  not-a-heading
                         or a chapter's heading: such words count only when
                         several of them rise

        """)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
  }

  @Test("shows a summary of several lines as such")
  func summary() throws {
    let place = try Workplace()
    try place.write(
      "lamps.html",
      """
      <dl class="work meta group"><dd class="rating tags"><a>Explicit</a></dd></dl>
      <div id="workskin"><div class="preface group"><h2 class="title heading">Lamps</h2>
      <h3 class="byline heading"><a rel="author">Rowan</a></h3>
      <div class="summary module"><blockquote><p>He waits.</p><p>She comes.</p></blockquote></div></div>
      <div id="chapters"><div class="userstuff"><p>The keeper had gone to bed by then.</p></div></div>
      </div>
      """.utf8)
    let outcome = try place.run("inspect", "lamps.html", environment: ["COLUMNS": "72"])
    #expect(outcome.outputText.contains("  summary        He waits. "))
    #expect(outcome.outputText.contains("\n                 She comes.\n"))
  }

  @Test("says what the README shows")
  func readme() throws {
    let place = try Workplace()
    try FileManager.default.createDirectory(
      at: place.folder.appending(path: "Examples/stories"), withIntermediateDirectories: true)
    let path = "Examples/stories/red-lantern.txt"
    try place.write(path, Examples.bytes(of: "red-lantern"))
    let outcome = try place.run("inspect", path)
    #expect(try Examples.readme.contains("$ fanfold inspect \(path)\n\(outcome.outputText)```\n"))
  }

  @Test("describes it as JSON")
  func json() throws {
    let place = try Workplace()
    try place.write("lamp.txt", Self.lamp.utf8)
    let outcome = try place.run("inspect", "lamp.txt", "--json")
    let expected = try String(contentsOf: Self.expected, encoding: .utf8)
    let lines = outcome.outputText
      .replacingOccurrences(of: "},{", with: "},\n{")
      .replacingOccurrences(of: "],\"", with: "],\n\"")
    if ProcessInfo.processInfo.environment["FANFOLD_RECORD"] != nil {
      try Data(lines.utf8).write(to: Self.expected)
    }
    #expect(lines == expected)
    #expect(outcome.errors == "")
  }

  private static let expected = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Expected/lamp.json")

  @Test("writes a sidecar that changes nothing until it is edited", arguments: Examples.names)
  func sidecar(name: String) throws {
    let place = try Workplace()
    try place.write("\(name).txt", Examples.bytes(of: name))
    #expect(try place.run("convert", "-q", "\(name).txt", "-o", "a.epub").status == 0)
    let written = try place.run("inspect", "--sidecar", "\(name).txt")
    #expect(written.errors == "\(name).fanfold.yaml: written; edit it and convert again\n")
    #expect(try place.run("convert", "-q", "\(name).txt", "-o", "b.epub").status == 0)
    #expect(try place.read("a.epub") == place.read("b.epub"))
  }

  @Test("obeys the sidecar, unless it is told not to")
  func obeyed() throws {
    let place = try Workplace()
    try place.write("lamp.txt", Self.lamp.utf8)
    try place.write("lamp.fanfold.yaml", "title: Fog\ndrop: 13\n".utf8)
    let corrected = try place.run("convert", "lamp.txt")
    #expect(
      corrected.errors == "lamp.epub: \"Fog\" by Rowan Hale, 1 chapter, 41 words, 1 line left out\n"
    )
    let plain = try place.run("convert", "lamp.txt", "--no-sidecar", "-o", "plain.epub")
    #expect(
      plain.errors
        == "plain.epub: \"The Lamp at Noon\" by Rowan Hale, 1 chapter, 60 words, nothing left out\n"
    )
    let inspected = try place.run("inspect", "lamp.txt")
    #expect(inspected.outputText.hasPrefix("Fog\n"))
    #expect(
      inspected.outputText.contains("lamp.txt: plain text, UTF-8, corrected by lamp.fanfold.yaml"))
  }

  @Test("never writes over a sidecar unasked")
  func existing() throws {
    let place = try Workplace()
    try place.write("lamp.txt", Self.lamp.utf8)
    try place.write("lamp.fanfold.yaml", "title: Fog\n".utf8)
    let refused = try place.run("inspect", "--sidecar", "lamp.txt")
    #expect(refused.status == 2)
    #expect(
      refused.errors == """
        lamp.fanfold.yaml: error[file-exists]: there is a sidecar here already
          edit it, or replace it with --force

        """)
    #expect(try place.read("lamp.fanfold.yaml") == Data("title: Fog\n".utf8))
    #expect(try place.run("inspect", "--sidecar", "--force", "lamp.txt").status == 0)
    #expect(try place.read("lamp.fanfold.yaml").count > 100)
  }

  @Test("tells what is wrong with a sidecar")
  func wrong() throws {
    let place = try Workplace()
    try place.write("lamp.txt", Self.lamp.utf8)
    try place.write("lamp.fanfold.yaml", "\ntitel: Fog\n".utf8)
    let outcome = try place.run("convert", "lamp.txt")
    #expect(
      outcome
        == .init(
          status: 1, output: Data(),
          errors: """
            lamp.fanfold.yaml:2: error[bad-sidecar]: there is no key 'titel'
              did you mean 'title'?

            """))
  }

  @Test("makes a story's words safe for a terminal")
  func safe() throws {
    let place = try Workplace()
    try place.write("evil.txt", "Title: A\u{202E}B\n\n\(Self.lamp)".utf8)
    let outcome = try place.run("inspect", "evil.txt")
    #expect(outcome.outputText.contains("A\\u{202E}B"))
    #expect(!outcome.outputText.unicodeScalars.contains("\u{202E}"))
  }

  @Test("takes a folder, whose book lies beside it")
  func folder() throws {
    let place = try Workplace()
    let folder = place.folder.appending(path: "lamp")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    try place.write("lamp/1.txt", Self.lamp.utf8)
    #expect(try place.run("convert", "lamp/", "-q").status == 0)
    #expect(try place.files == ["lamp", "lamp.epub"])
    #expect(try place.run("inspect", "lamp").outputText.contains("lamp/1.txt: plain text, UTF-8"))
  }

  @Test("says the same in each run, whatever order the program's own tables have then")
  func again() throws {
    let place = try Workplace()
    let messages = (1...3).map { part in
      """
      From: rowan@example.org (Rowan Hale)
      Newsgroups: alt.tv.x-files.creative
      Subject: The Lamp at Noon \(part)/3
      Date: 1\(part) Sep 1994 07:15:17 GMT
      Message-ID: <35\(part)@example.org>

           The keeper had gone to bed before the fog came in.
           "Nobody told me," said the boy.

      [End part \(part)]

      """
    }
    try place.write("mail.txt", messages.joined(separator: "\n\n").utf8)
    let outputs = try (1...8).map { _ in
      try place.run("inspect", "--json", "mail.txt", environment: [:]).outputText
    }
    #expect(Set(outputs).count == 1)
    #expect(outputs[0].contains("\"label\":\"3/3\"") || outputs[0].contains("\"label\": \"3/3\""))
    #expect(!outputs[0].contains("missing"))
  }
}
