import Fanfold
import Testing

@Suite("A conversion")
struct ConverterTests {
  @Test("joins parts by their numbers and keeps every word")
  func joined() throws {
    let whole = try Converter().convert([part(2, of: 2, "Evening."), part(1, of: 2, "Morning.")])
    #expect(whole.sources.map(\.file) == ["part-1.txt", "part-2.txt"])
    #expect(text(of: whole.story).contains("Morning."))
    #expect(whole.remarks == [])
    #expect(whole.story.metadata.title == "Low Water")
  }

  @Test("tells which parts are missing")
  func gap() throws {
    let story = try Converter().convert([part(2, of: 4, "Noon."), part(1, of: 4, "Morning.")])
    #expect(
      story.remarks.map(\.text) == ["parts 3, 4 of the story are missing"])
  }

  @Test("keeps the order given when parts have no numbers")
  func unnumbered() throws {
    let files = ["b", "a"].map { name in
      InputFile(name: "\(name).txt", bytes: Array(prose("Of \(name).").utf8))
    }
    #expect(try Converter().convert(files).sources.map(\.file) == ["b.txt", "a.txt"])
  }

  @Test("gives the same bytes for the same files, wherever they lie")
  func repeated() throws {
    let here = InputFile(name: "red.txt", bytes: Array(prose("Red.").utf8), modified: 1_000_000_000)
    var there = here
    there.name = "/somewhere/else/red.txt"
    #expect(try Converter().convert([here]).epub == Converter().convert([there]).epub)
  }

  @Test("dates the book by the newest file")
  func dated() throws {
    let old = InputFile(name: "red.txt", bytes: Array(prose("Red.").utf8), modified: 1_000_000_000)
    var new = old
    new.modified = 1_100_000_000
    let options = ConversionOptions(modified: 1_000_000_000)
    #expect(try Converter().convert([old]).epub != Converter().convert([new]).epub)
    #expect(try Converter().convert([old]).epub == Converter(options).convert([new]).epub)
  }

  @Test("of no file is refused")
  func nothing() {
    #expect { try Converter().convert([]) } throws: { error in
      (error as? ConversionError)?.name == "no-input"
    }
  }

  private func part(_ number: Int, of total: Int, _ words: String) -> InputFile {
    let text = "Title: Low Water\nFandom: Oz\n\nPart \(number)/\(total)\n\n" + prose(words)
    return InputFile(name: "part-\(number).txt", bytes: Array(text.utf8))
  }

  private func prose(_ words: String) -> String {
    let sentence = "The rain had stopped, and the whole street smelled of iron and of leaves. "
    return "\(words) " + String(repeating: sentence, count: 4) + "\n\n\"Come in,\" she said.\n"
  }

  private func text(of story: Story) -> String {
    var text = ""
    for block in story.chapters.flatMap(\.blocks) { block.forEachText { text += $0 } }
    return text
  }
}
