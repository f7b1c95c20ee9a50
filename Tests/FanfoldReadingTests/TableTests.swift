import FanfoldReading
import FanfoldStory
import Testing

@Suite("The tables' examples say what their rows say")
struct TableTests {
  @Test("header labels", arguments: Table("header-labels").rows.map { [$0[0], $0[2], $0[3]] })
  func label(row: [String]) throws {
    let line = Array(row[2].utf8)
    let header = try #require(HeaderLine.parse(line, 0..<line.count, labels: HeaderLabels()))
    #expect(header.field.rawValue == row[0])
    #expect(Folding.fold(line[header.label]) == row[1])
  }

  @Test("heading words", arguments: Table("heading-words").rows.map { [$0[0], $0[3]] })
  func heading(row: [String]) throws {
    let line = Array(row[1].utf8)
    let found = try #require(HeadingParser(words: HeadingWords()).parse(line, 0..<line.count))
    #expect(found.kind.rawValue == row[0])
    #expect(found.isExplicit)
  }

  @Test("numbers", arguments: Table("numerals").rows.map { [$0[0], $0[2]] })
  func number(row: [String]) {
    #expect(Numerals().read(row[1])?.value == Int(row[0]))
  }

  @Test("ratings", arguments: Table("ratings").rows.map { $0[1] })
  func rating(word: String) {
    #expect(Ratings().level(word) != nil)
  }

  @Test("endings", arguments: Table("endings").rows.map { [$0[0], $0[1]] })
  func ending(row: [String]) {
    #expect(Endings().meaning(of: row[1])?.rawValue == row[0])
  }
}
