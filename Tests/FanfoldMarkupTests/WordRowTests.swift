import FanfoldMarkup
import Testing

@Suite struct WordRowTests {
  private let names = WordRow(["ann anna", "zoë", "jean-luc"])

  @Test("finds words, wherever they stand", arguments: ["ann", "anna", "zoë", "jean-luc"])
  func word(_ word: String) { #expect(names.contains(word)) }

  @Test("finds a letter with an accent that is written as two")
  func accent() { #expect(names.contains("zoe\u{308}")) }

  @Test(
    "finds no pieces of words and no two words",
    arguments: ["", "an", "nna", "luc", "ann anna", " "])
  func piece(_ piece: String) { #expect(!names.contains(piece)) }
}
