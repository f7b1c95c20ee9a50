import FanfoldCheck
import Testing

/// What a validator has learnt from books changes no verdict on the next.
@Suite struct ManyBooksTests {
  private func findings(_ validator: Validator, _ book: TestBook) -> [Finding] {
    validator.check(book.folder, name: "book").findings
  }

  @Test("books are judged one after the other as each by itself", arguments: 0..<4)
  func sequence(turn: Int) {
    let validator = Validator()
    for number in stride(from: turn, to: RuleCase.all.count, by: 48) {
      let example = RuleCase.all[number]
      for edits in [example.fires, example.quiet] {
        let book = example.edited(edits)
        #expect(findings(validator, book) == findings(Validator(), book), "\(example.rule)")
      }
    }
  }

  @Test("a style sheet that comes again is judged where it is and for its book")
  func sameSheet() {
    let validator = Validator()
    let sheet = Array("p { direction: rtl; background: url(missing.png) }".utf8)
    var book = TestBook("epub3")
    book.files["EPUB/style.css"] = sheet
    let expected = findings(Validator(), book)
    #expect(expected.map(\.rule.id).sorted() == ["CSS-001", "RSC-007"])
    #expect(findings(validator, book) == expected)
    #expect(findings(validator, book) == expected)
    book.files["EPUB/missing.png"] = book.files["EPUB/picture.png"]
    #expect(findings(validator, book) == findings(Validator(), book))
    var older = TestBook("epub2")
    older.files["EPUB/style.css"] = sheet
    #expect(findings(validator, older) == findings(Validator(), older))
  }
}
