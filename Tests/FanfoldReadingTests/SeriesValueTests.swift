import FanfoldReading
import FanfoldStory
import Testing

@Suite("A series and the place in it")
struct SeriesValueTests {
  @Test(
    "in the ways people write them",
    arguments: [
      ("The Long Rain", SeriesPlace("The Long Rain")),
      ("The Long Rain #2", SeriesPlace("The Long Rain", position: "2")),
      ("The Long Rain [2.5]", SeriesPlace("The Long Rain", position: "2.5")),
      ("The Long Rain (2)", SeriesPlace("The Long Rain", position: "2")),
      ("Part 3 of The Long Rain", SeriesPlace("The Long Rain", position: "3")),
      ("Book 3 in The Long Rain", SeriesPlace("The Long Rain", position: "3")),
      ("The Long Rain, part 3", SeriesPlace("The Long Rain", position: "3")),
      ("The Long Rain - Book 3", SeriesPlace("The Long Rain", position: "3")),
      ("The Long Rain (Part 3)", SeriesPlace("The Long Rain", position: "3")),
      ("Apollo 13", SeriesPlace("Apollo 13")),
      ("Part of the Ship", SeriesPlace("Part of the Ship")),
    ])
  func places(value: String, place: SeriesPlace) throws {
    let text =
      "Title: Home\nAuthor: R. Hale\nSeries: \(value)\n\nIt rained, and they stayed at home.\n"
    #expect(try read(text).story.metadata.series == [place])
  }
}
