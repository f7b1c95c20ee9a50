import FanfoldReading
import FanfoldStory
import Testing

@Suite("Words that lines part")
struct LineHyphenTests {
  /// A story of lines that part words, with the line in question among them.
  private static func typeset(_ lines: String) -> String {
    """
    The Long Road
    by Mara Wells

    The ferry came in at nine, an hour late, with its lamps lit and no-
    body on the upper deck, and the two of them stood on the wooden pier
    and watched how it made fast to the bollards in the rain, and remem-
    bered how it had been the first time, when he was a boy and had none.
    \(lines)
    he always came, sooner or later, with his lamps lit and his whistle go-
    ing, out of the fog and the rain and the dark, like an old dog coming
    home to its supper, and made fast to the bollards and laughed at them,
    and they said nothing to it but went on to the house as if it were to-
    morrow, for the two of them had been told to go and were tired of it.
    """
  }

  private func words(_ text: String, _ name: String = "road.txt") throws -> String {
    let reading = try read(text, name: name)
    #expect(reading.account.isClosed)
    return reading.story.body.joined(separator: " ")
  }

  @Test(
    "are put together where all lines part them",
    arguments: [
      (
        "it had been a long and terrible ser-\nvice to the town, and the ferry",
        "ble service to the"
      ),
      ("the ferryman was by now nearly seventy-\ntwo years old and the ferry", "seventy-two years"),
      (
        "it was the second bell, or the two- and\nthree-man watch, and when the",
        "two- and three-man"
      ),
      (
        "and the pier was a well-known one; it was a well-\nknown place and the",
        "a well-known place"
      ),
      (
        "he stood on the deck of the ferry with the lamp-\nlight and lamplight", "the lamplight and"
      ),
      (
        "\"I w-\nwon't,\" he said, and that was that for the two of them, and then",
        "\u{201C}I w-won't"
      ),
      ("and the th-\nthere was none of it, and the ferry came in again and it", "the th-there was"),
      (
        "and he had been-\n\u{201C}Nothing,\u{201D} he said, and that was all that",
        "been- \u{201C}Nothing"
      ),
      ("and it was a merry-go-\nround that he had seen, and the ferry, and", "merry-go-round that"),
      ("he said, and the forget-me-\nnot was blue, and so was the ferry, and", "forget-me-not was"),
      ("and \"peut-on,\" he said, \"vas-\ntu le dire,\" and so it was the ferry", "vas-tu le"),
      ("and he was so ex-\npected that it was no use, and the ferry came", "so expected that"),
      ("that was the ill-\nness that he had had for so long, and the ferry", "the illness that"),
      ("he had met them at the pier, Jean and Jean-\nLuc and the others, so", "Jean- Luc"),
    ])
  func typeset(lines: String, expected: String) throws {
    let text = try words(Self.typeset(lines)).replacing("\"I", with: "\u{201C}I")
    #expect(text.contains("and nobody on the"))
    #expect(text.contains("and remembered how"))
    #expect(text.contains("were tomorrow, for"))
    #expect(text.contains(expected))
  }

  @Test(
    "are put together as the table says",
    arguments: Table("hyphen-words").rows.map { $0[2].split(separator: " = ").map(String.init) })
  func table(example: [String]) throws {
    let line = example[0].replacing("- ", with: "-\n")
    let text = try words(
      Self.typeset("and it was said of the ferry that it was \(line) for the rest"))
    #expect(text.contains(" \(example[1]) "))
  }

  @Test("keep a hyphen of their own, and no blank behind it, where few lines end in one")
  func compound() throws {
    let line = "The ferry came in at nine, an hour late, with its lamps all lit and\n"
    let text =
      "The Long Road\nby Mara Wells\n\n\(String(repeating: line, count: 12))it was a well-\nknown "
      + "fact, as he had said, that it would be late, and that it always\nwould be until it sank.\n"
    #expect(try words(text).contains("it was a well-known fact"))
  }

  @Test("are not in a text in which a hyphen is a dash")
  func dashes() throws {
    let lines = [
      "The ferry came in at nine, an hour late, and it was cold-",
      "but he did not mind it, and he went to the boats-",
      "he had to, as it was this or nothing, and no other-",
      "this was the last, and it was cold as the boats, but",
      "he was there, and this was the boats as they were-",
      "but he was other than this, and he had been cold.",
    ]
    let line = "The ferry came in at nine, an hour late, with its lamps all lit and\n"
    let text = try words(
      "The Long Road\nby Mara Wells\n\n" + String(repeating: line, count: 6)
        + lines.joined(separator: "\n") + "\n")
    #expect(text.contains("cold-but he") && text.contains("boats-he had"))
  }

  @Test("are not those of other scripts that begin with a capital or are particles")
  func cyrillic() throws {
    let line = "Паром пришёл в девять, на час позже, и никто не ждал его на берегу\n"
    let text = try words(
      "Паром\n\n\(String(repeating: line, count: 12))и он поехал в Санкт-\nПетербург, а когда-\nнибудь вернётся, "
        + "сказал он, и все\nпошли домой.\n")
    #expect(text.contains("Санкт- Петербург"))
    #expect(text.contains("когда-нибудь"))
  }

  @Test("are known by signs that nothing else is written with", arguments: ["\u{AD}", "¬"])
  func certain(sign: String) throws {
    let line = "The ferry came in at nine, an hour late, with its lamps all lit and\n"
    let text =
      "The Long Road\nby Mara Wells\n\n\(String(repeating: line, count: 12))it was what he remem\(sign)\nbered "
      + "of it, as he had said, that it would be late, and that it always\nwould be until it sank.\n"
    #expect(try words(text).contains("what he remembered of it"))
  }

  @Test("stay as they are in lines that stand by themselves")
  func verse() throws {
    let text = "Verse\nby Mara\n\nthe sea re-\nmembers\nnothing re-\nturns\nthe sea\n\n\(prose(2))"
    #expect(try words(text).contains("the sea re- members"))
  }
}
