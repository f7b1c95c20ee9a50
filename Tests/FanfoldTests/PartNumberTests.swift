import Fanfold
import Testing

@Suite("The number of a part")
struct PartNumberTests {
  @Test(
    "is read as authors write it",
    arguments: [
      ("Part 2/3", 2, 3), ("The Borrowed Coat (1/2)", 1, 2), ("[2/9] Low Water", 2, 9),
      ("Part 2 of 7", 2, 7), ("Low Water, 12/40: The Pier", 12, 40), ("Low Water 3/?", 3, nil),
    ] as [(String, Int, Int?)])
  func numbered(text: String, number: Int, total: Int?) {
    let part = PartNumber(in: text)
    #expect(part?.number == number)
    #expect(part?.total == total)
  }

  @Test(
    "is not seen where there is none",
    arguments: [
      "Part of him knew", "Holmes/Watson", "4/3", "0/3", "24/7/365", "1/", "two of three",
    ])
  func unnumbered(text: String) {
    #expect(PartNumber(in: text) == nil)
  }
}
