import Fanfold
import Testing

@Suite("An input file")
struct InputFileTests {
  @Test("is read whole, with its date")
  func read() throws {
    let file = try InputFile(path: #filePath)
    #expect(file.bytes.starts(with: Array("import Fanfold\n".utf8)))
    #expect(file.modified.map { $0 > 1_700_000_000 } == true)
    #expect(file.stem == "InputFileTests")
  }

  @Test("is refused when it is larger than the limit")
  func tooLarge() {
    #expect { try InputFile(path: #filePath, limit: 100) } throws: { error in
      (error as? ConversionError)?.name == "file-too-large"
    }
  }

  @Test(
    "has a stem for the book's name",
    arguments: [
      ("a/b.c/red.txt", "red"), ("red.tar.gz", "red.tar"), (".hidden", ".hidden"), ("red", "red"),
    ])
  func stem(name: String, stem: String) {
    #expect(InputFile(name: name, bytes: []).stem == stem)
  }
}
