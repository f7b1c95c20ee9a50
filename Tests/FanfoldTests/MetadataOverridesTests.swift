import Fanfold
import Testing

@Suite("Metadata given from outside")
struct MetadataOverridesTests {
  @Test("takes the place of what the files say")
  func replaced() throws {
    var metadata = StoryMetadata()
    metadata.title = "Read"
    metadata.authors = [Author("Somebody")]
    metadata.tags = ["angst"]
    try overrides(
      ("title", "Given"), ("author", "One"), ("AUTHOR", "Two"), ("series", "The Lamps #2.5"),
      ("relationship", "A/B"), ("relationship", "C & D"), ("rating", "mature"),
      ("summary", "First.\n\nSecond."), ("status", "in-progress"), ("published", "2008-10")
    ).apply(to: &metadata)

    var expected = StoryMetadata()
    expected.title = "Given"
    expected.authors = [Author("One"), Author("Two")]
    expected.tags = ["angst"]
    expected.series = [SeriesPlace("The Lamps", position: "2.5")]
    expected.relationships = [
      Relationship(["A", "B"], kind: .romantic, raw: "A/B"),
      Relationship(["C", "D"], kind: .platonic, raw: "C & D"),
    ]
    expected.rating = Rating("mature", level: .mature)
    expected.summary = [[.text("First.")], [.text("Second.")]]
    expected.status = .inProgress
    expected.published = PartialDate(year: 2008, month: 10)
    #expect(metadata == expected)
  }

  @Test(
    "is refused when the field cannot hold it",
    arguments: [
      ("title", " ", "is empty"), ("title", "a\u{1B}b", "holds a control character"),
      ("status", "done", "'done' is no status"), ("chapters", "0", "'0' is no number of chapters"),
      ("published", "2008-02-30", "'2008-02-30' is no date"),
      ("updated", "24.10.2008", "'24.10.2008' is no date"),
      ("source", "example.org/1", "'example.org/1' is no web address"),
      ("language", "English", "'English' is no language tag"),
      ("language", "en_GB", "'en_GB' is no language tag"),
    ])
  func refused(key: String, value: String, problem: String) {
    #expect { try overrides((key, value)) } throws: { error in
      let error = error as? OverrideError
      return error?.key == key && error?.problem == problem
    }
  }

  @Test(
    "tells what an unknown key may have meant",
    arguments: [("titel", "did you mean 'title'?"), ("fandoms", "did you mean 'fandom'?")])
  func unknown(key: String, help: String) {
    #expect(
      throws: OverrideError(
        key: key, problem: "there is no metadata called '\(key)'", help: help)
    ) { try overrides((key, "x")) }
  }

  @discardableResult
  private func overrides(_ pairs: (String, String)...) throws -> MetadataOverrides {
    var overrides = MetadataOverrides()
    for (key, value) in pairs { try overrides.set(key, to: value) }
    return overrides
  }
}
