import Fanfold
import Testing

@Suite("A sidecar's metadata")
struct SidecarFileTests {
  private static let story = """
    The Lamp at Noon
    by Rowan Hale

    Fandom: Smallville
    Pairing: Clark/Lex

    Chapter 1

    The keeper had gone to bed before the fog came in, and nobody had told the boy what to do.

    Chapter 2

    It was a small ship. The boy had painted its name on the hull himself, years before.

    """

  private static func convert(_ sidecar: String?) throws(ConversionError) -> Conversion {
    var input = InputFile(name: "lamp.txt", bytes: Array(story.utf8))
    input.sidecar = sidecar.map { SidecarFile(name: "lamp.fanfold.yaml", bytes: Array($0.utf8)) }
    return try Converter().convert([input])
  }

  @Test("takes the place of the file's")
  func replaced() throws {
    let made = try Self.convert(
      """
      title: The Lamp at Midnight
      authors: [R. Hale, A. N. Other]
      fandoms:
      relationships: [Clark & Lex]
      rating: Mature
      series: "The Lamplighters #2"
      status: in-progress
      chapters:
        - line: 7
          title: Fog
        - line: 11
      """)
    let metadata = made.story.metadata
    #expect(metadata.title == "The Lamp at Midnight")
    #expect(metadata.authors.map(\.name) == ["R. Hale", "A. N. Other"])
    #expect(metadata.fandoms == [])
    #expect(metadata.relationships.map(\.kind) == [.platonic])
    #expect(metadata.rating == Rating("Mature", level: .mature))
    #expect(metadata.series == [SeriesPlace("The Lamplighters", position: "2")])
    #expect(metadata.status == .inProgress)
    #expect(made.story.chapters.map(\.heading) == ["Fog", "Chapter 2"])
  }

  @Test("that repeats the file's changes nothing")
  func repeated() throws {
    let same = "title: The Lamp at Noon\nrelationships: [Clark/Lex]\nlanguage: en\n"
    #expect(try Self.convert(same).epub == Self.convert(nil).epub)
  }

  @Test("is for one file")
  func other() throws {
    let made = try Self.convert("file: ship.txt\ntitle: The Ship\n")
    #expect(made.title == "The Lamp at Noon")
    #expect(
      made.remarks.map(\.text) == ["the sidecar beside it is for 'ship.txt' and was not used"])
  }

  @Test("that cannot be is refused with its line")
  func refused() {
    let error = #expect(throws: ConversionError.self) {
      try Self.convert("title: x\n\nlanguage: English\n")
    }
    #expect(
      error
        == ConversionError(
          .input, "bad-sidecar", file: "lamp.fanfold.yaml", line: 3,
          problem: "language: 'English' is no language tag",
          help: "use a tag such as en, de or pt-BR"))
  }
}
