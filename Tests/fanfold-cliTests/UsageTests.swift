import Foundation
import Testing

@Suite("Wrong usage is explained")
struct UsageTests {
  @Test(
    "in two lines, with status 64",
    arguments: [
      (["conver", "a.txt"], "there is no subcommand 'conver'", "did you mean 'fanfold convert'?"),
      (["a.txt"], "there is no subcommand 'a.txt'", "did you mean 'fanfold convert a.txt'?"),
      (["frobnicate"], "there is no subcommand 'frobnicate'", "see 'fanfold --help'"),
      (
        ["convert", "-"], "standard input has no name for the book", "name it: -o BOOK.epub"
      ),
      (["convert", "-", "-", "-o", "a.epub"], "standard input is named twice", "name '-' once"),
      (
        ["convert", "a.txt", "-o", "a.txt"], "'a.txt' is an input and the book's place",
        "name another file: -o BOOK.epub"
      ),
      (["convert", "a.txt", "-o", ""], "-o is empty", "name a file: -o BOOK.epub"),
      (
        ["convert", "a.txt", "--set", "title"], "--set 'title' has no '='",
        "write it as --set KEY=VALUE"
      ),
      (
        ["convert", "a.txt", "--set", "titel=x"],
        "--set titel: there is no metadata called 'titel'", "did you mean 'title'?"
      ),
      (
        ["convert", "a.txt", "--language", "English"],
        "--language: 'English' is no language tag", "use a tag such as en, de or pt-BR"
      ),
      (
        ["convert", "a.txt", "--typography", "smart"], "--typography is 'smart'",
        "use full, quotes or none"
      ),
      (
        ["convert", "a.txt", "--theme", "clasic"], "there is no theme 'clasic'",
        "use classic, modern, plain or a file: NAME.css"
      ),
      (
        ["convert", "a.txt", "--theme", "./a.txt"],
        "the stylesheet './a.txt' cannot be used: line 2: its last rule is not complete",
        "a book's stylesheet is CSS in UTF-8 that needs no other file"
      ),
      (
        ["convert", "a.txt", "--notes", "footnotes"], "--notes is 'footnotes'",
        "use inline, end, popup or none"
      ),
      (["convert", "a.txt", "--max-size", "0"], "--max-size is 0", "use 1 to 1024"),
    ])
  func refused(arguments: [String], problem: String, help: String) throws {
    let place = try Workplace()
    try place.write("a.txt", "It rained.\n".utf8)
    let outcome = try Program.run(arguments, in: place.folder)
    let errors = "fanfold: error[usage]: \(problem)\n  \(help)\n"
    #expect(outcome == .init(status: 64, output: Data(), errors: errors))
    #expect(try place.files == ["a.txt"])
  }

  @Test("when the shell sets a date that is none")
  func date() throws {
    let place = try Workplace()
    try place.write("a.txt", "It rained.\n".utf8)
    let outcome = try place.run("convert", "a.txt", environment: ["SOURCE_DATE_EPOCH": "today"])
    #expect(outcome.status == 64)
    #expect(outcome.errors.hasPrefix("fanfold: error[usage]: SOURCE_DATE_EPOCH is 'today'\n"))
  }

  @Test("and asking is not wrong")
  func version() throws {
    let outcome = try Workplace().run("--version")
    #expect(outcome == .init(status: 0, output: Data("0.1.0\n".utf8), errors: ""))
  }
}
