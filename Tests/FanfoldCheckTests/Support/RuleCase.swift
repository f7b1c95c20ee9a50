import FanfoldCheck
import Testing

/// A case of the files in `Cases`: edits that break a rule, and a near miss.
struct RuleCase: CustomTestStringConvertible {
  struct Edit {
    let path: String
    var old: String?
    /// `nil` when the file is taken away.
    var new: String?
  }

  let rule: String
  var book = "epub3"
  var options: [String: String] = [:]
  var fires: [Edit] = []
  var quiet: [Edit] = []

  var testDescription: String { rule }

  static let files = [
    "container", "package", "metadata", "profiles", "content", "references", "schema", "style",
  ]

  static let all = files.flatMap { read(TestFiles.lines("Cases/\($0).txt")) }

  private static func read(_ lines: [String]) -> [RuleCase] {
    var cases: [RuleCase] = []
    var isQuiet = false
    for line in lines {
      let words = line.split(separator: " ").map(String.init)
      if line.hasPrefix("== ") {
        cases.append(RuleCase(rule: words[1]))
        isQuiet = false
        continue
      }
      guard !cases.isEmpty, !line.hasPrefix("#") else { continue }
      if line == "quiet" {
        isQuiet = true
      } else if line.hasPrefix("on ") {
        cases[cases.count - 1].setBook(words)
      } else if isQuiet {
        read(line, into: &cases[cases.count - 1].quiet)
      } else {
        read(line, into: &cases[cases.count - 1].fires)
      }
    }
    return cases
  }

  private mutating func setBook(_ words: [String]) {
    book = words[1]
    for option in words.dropFirst(2) {
      let parts = option.split(separator: "=").map(String.init)
      options[parts[0]] = parts[1]
    }
  }

  private static func read(_ line: String, into edits: inout [Edit]) {
    let rest = String(line.dropFirst(2))
    if line.hasPrefix("in ") {
      edits.append(Edit(path: String(line.dropFirst(3))))
    } else if line.hasPrefix("without ") {
      edits.append(Edit(path: String(line.dropFirst(8))))
    } else if line.hasPrefix("- ") {
      let path = edits.last?.path ?? "EPUB/package.opf"
      if edits.isEmpty || edits[edits.count - 1].old != nil { edits.append(Edit(path: path)) }
      edits[edits.count - 1].old = rest
    } else if line.hasPrefix("+") {
      let known = edits[edits.count - 1].new
      edits[edits.count - 1].new = known.map { $0 + "\n" + rest } ?? rest
    }
  }

  var validator: Validator {
    Validator(
      mode: options["mode"].flatMap(Mode.init(rawValue:)) ?? .epub,
      version: options["epub-version"].flatMap(EPUBVersion.init(rawValue:)),
      profile: options["profile"].flatMap(Profile.init(rawValue:)) ?? .standard)
  }

  /// The book with the edits.
  func edited(_ edits: [Edit]) -> TestBook {
    var book = TestBook(book)
    for edit in edits {
      if let new = edit.new {
        let isDone = book.edit(edit.path, replacing: edit.old, with: new)
        #expect(isDone, "'\(edit.old ?? "")' is there")
      } else {
        book.files[edit.path] = nil
      }
    }
    return book
  }

  /// What is found in the book with the edits.
  func names(_ edits: [Edit]) -> Set<String> {
    let book = edited(edits)
    let report =
      validator.mode.isSingleDocument
      ? validator.check(book.files["EPUB/package.opf"] ?? [], name: "document")
      : validator.check(book.folder, name: "book")
    return Set(report.findings.map(\.rule.name))
  }
}
