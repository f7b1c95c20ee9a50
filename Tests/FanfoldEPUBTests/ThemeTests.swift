import FanfoldArchive
import FanfoldEPUB
import Testing

@Suite("Themes")
struct ThemeTests {
  private static let words = ["classic", "modern", "plain"]

  private func css(_ theme: Theme) -> String {
    String(decoding: theme.stylesheet, as: UTF8.self)
  }

  @Test("are offered by name, with a few words about each")
  func names() {
    #expect(Theme.all.compactMap(\.name) == Self.words)
    #expect(
      Theme.all.map(\.summary) == [
        "a quiet book page, headings centred, paragraphs indented",
        "headings in a sans serif at the left, rules between scenes",
        "as on a web page, space between paragraphs, no ornament",
      ])
    #expect(Theme(named: "Classic") == nil)
  }

  @Test("make a valid book each", arguments: words)
  func book(name: String) throws {
    var options = Samples.options
    options.theme = try #require(Theme(named: name))
    let book = Book(binding: Samples.lighthouse, options: options)
    let files = EPUBPackager.files(of: book)
    #expect(
      files.first { $0.path == "EPUB/css/style.css" }?.bytes == options.theme.stylesheet)
    try TestFiles.keep(try EPUBPackager.pack(book), as: "theme-\(name)")
  }

  @Test("leave the reader's typeface, colours and sizes alone", arguments: words)
  func modest(name: String) throws {
    let theme = try #require(Theme(named: name))
    // The same scan as for a stylesheet of somebody's own.
    #expect(throws: Never.self) { try Theme(stylesheet: theme.stylesheet) }
    let rules = css(theme)
    for word in ["px", "rem;", "pt;", "background", "url(", "@", "justify", "!important", "{}"] {
      #expect(!rules.contains(word), "\(word)")
    }
    for line in rules.split(separator: "\n") where line.contains("color:") {
      #expect(line == "  color: inherit;")
    }
    for line in rules.split(separator: "\n") where line.contains("font-family:") {
      // A telegram is typed.
      #expect(["  font-family: sans-serif;", "  font-family: monospace;"].contains(line))
    }
    let body = rules.split(separator: "body {")[1].prefix { $0 != "}" }
    #expect(!body.contains("font"))
  }
}

@Suite("A stylesheet of somebody's own")
struct OwnStylesheetTests {
  @Test("stands behind what all themes share, without its charset")
  func own() throws {
    let theme = try Theme(stylesheet: Array("\u{FEFF}@charset \"utf-8\";\np { color: red }\n".utf8))
    let text = String(decoding: theme.stylesheet, as: UTF8.self)
    #expect(text.hasSuffix("}\n\n\np { color: red }\n"))
    #expect(text.contains("h1 span.colon {\n  display: none;"))
    #expect(theme.name == nil)
  }

  @Test(
    "may say what CSS can say",
    arguments: [
      "", "/* } */", "p::before { content: \"} { ; \\\" '\" }", "p { margin: 0; }", "p{}",
      "@media (min-width: 30em) { p { margin: 0 } p { } }",
      "@namespace epub url(http://www.idpf.org/2007/ops);\nepub|x { margin: 0 }",
      "a[href=\"x;y{\"] { margin: calc(1em + (2em * 2)) }",
      "p { background: url(data:image/png;base64,iVBORw0KGgo=) }",
      "p { background: url( \"data:image/gif;base64,AAAA\" ) }", "@page { margin: 1em }",
    ])
  func accepted(rules: String) throws {
    let theme = try Theme(stylesheet: Array(rules.utf8))
    let story = Samples.lighthouse
    var options = Samples.options
    options.theme = theme
    let digest = rules.utf8.reduce(UInt32(5381)) { $0 &* 33 &+ UInt32($1) }
    try TestFiles.keep(
      EPUBPackager.pack(Book(binding: story, options: options)), as: "own-style-\(digest)")
  }

  @Test(
    "cannot have what would make the book invalid",
    arguments: [
      ("@import url(https://example.org/a.css);", 1, "it imports another stylesheet"),
      ("@import 'a.css';", 1, "it imports another stylesheet"),
      ("p {}\n@IMPORT 'a.css';", 2, "it imports another stylesheet"),
      ("p { background: url(a.png) }", 1, "it wants a file that is not in the book"),
      (
        "\n@font-face {\n src: URL( 'https://example.org/a.ttf' ) }", 3,
        "it wants a file that is not in the book"
      ),
      (
        "p { direction: rtl }", 1,
        "direction and unicode-bidi are for the markup, not for a stylesheet"
      ),
      ("p { margin: 0", 1, "a bracket is not closed at its end"),
      ("p { margin: 0 }\n}", 2, "a bracket is closed that is not open"),
      ("p { margin 0 }", 1, "a declaration has no colon"),
      ("p { margin: }", 1, "a declaration has no value"),
      ("{ margin: 0 }", 1, "a rule has no selector"),
      ("p { margin: 0 } h1", 1, "its last rule is not complete"),
      ("/* p", 1, "a comment is not closed"),
      ("p { content: \"a\n\" }", 1, "a string is not closed"),
      ("p \u{0} {}", 1, "it is no text in UTF-8"),
    ])
  func refused(rules: String, line: Int, problem: String) {
    let fault = StylesheetFault(line: line, description: problem)
    #expect(throws: fault) { try Theme(stylesheet: Array(rules.utf8)) }
  }
}
