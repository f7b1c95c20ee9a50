import Testing

/// The Chicago Manual of Style, 17th edition: 6.9 and 13.30 (quotation marks), 6.85–6.92 (em dash),
/// 6.115–6.117 (apostrophe), 13.50 (ellipsis); New Hart's Rules 9.2 for single marks outside.
@Suite("English typography")
struct EnglishTypographyTests {
  private static let quotations: [(String, String)] = [
    ("\"Come in,\" she said.", "“Come in,” she said."),
    ("She said \"no\".", "She said “no”."),
    ("\"Who said 'no'?\" he asked.", "“Who said ‘no’?” he asked."),
    ("\"'Tis I,\" he said.", "“’Tis I,” he said."),
    ("'Twas night, and 'til dawn we let 'em sing.", "’Twas night, and ’til dawn we let ’em sing."),
    ("It's rock 'n' roll from the '90s.", "It’s rock ’n’ roll from the ’90s."),
    ("The summer of '69 was hot.", "The summer of ’69 was hot."),
    ("the Joneses' dog, and y'all's", "the Joneses’ dog, and y’all’s"),
    ("\"He said, 'I won't.'\"", "“He said, ‘I won’t.’”"),
    ("\"'Yes,' he said. 'No,' I said.\"", "“‘Yes,’ he said. ‘No,’ I said.”"),
    ("\"I was walkin' home,\" he said.", "“I was walkin’ home,” he said."),
    ("\"Wait--\" he said.", "“Wait—” he said."),
    ("\"No--\"she said--\"never.\"", "“No—”she said—“never.”"),
    ("(\"Hush.\")", "(“Hush.”)"),
    ("\"...\"", "“…”"),
    ("\"?\"", "“?”"),
    ("\"...and then?\"", "“…and then?”"),
    ("\" Spaced, \" he said.", "“ Spaced, ” he said."),
    ("\"One.\"\"Two.\"", "“One.”“Two.”"),
    ("\"I go on", "“I go on"),
    ("I go on.\"", "I go on.”"),
    ("``Hello,'' she said.", "“Hello,’’ she said."),
    ("don´t and don`t", "don’t and don’t"),
    ("He was 5'10\" tall.", "He was 5'10\" tall."),
    ("a 6' wall, a 12\" record", "a 6' wall, a 12\" record"),
    ("\"I am 15\"", "“I am 15”"),
    ("“Kept ‘as’ it ’was.”", "“Kept ‘as’ it ’was.”"),
    (
      "“Both,\" he said. “I meant \"this\" and that—\"",
      "“Both,” he said. “I meant ‘this’ and that—”"
    ),
    ("Th' 'ospital was far.", "Th’ ’ospital was far."),
    ("*\"Whispered,\"* she said.", "*“Whispered,”* she said."),
    ("\"I know 'cause I saw 'im.\"", "“I know ’cause I saw ’im.”"),
    ("the word 'cause' is one", "the word ‘cause’ is one"),
    ("James' and Chris's \"friends\"", "James’ and Chris’s “friends”"),
    ("\"She's--\"", "“She’s—”"),
    ("O'Brien's \"O'Neill\"", "O’Brien’s “O’Neill”"),
    ("The 1st, 1/2 of it.", "The 1st, 1/2 of it."),
  ]

  @Test("quotation marks and apostrophes", arguments: quotations)
  func quotes(typed: String, set: String) {
    #expect(TypographySample.set(typed, in: "en") == set)
  }

  @Test(
    "dashes, ellipses, spaces",
    arguments: [
      ("No -- not him.", "No—not him."), ("No--not him.", "No—not him."),
      ("No --- not him.", "No—not him."), ("No - not him.", "No—not him."),
      ("No -not him, well-known.", "No -not him, well-known."), ("--Bill", "—Bill"),
      ("- an item", "- an item"), ("10 - 4 = 6", "10 - 4 = 6"), ("1990--1995", "1990–1995"),
      ("PG - 13", "PG - 13"), ("a ---- of a man", "a ---- of a man"),
      ("x --> y <-- z", "x --> y <-- z"), ("She was -- ", "She was—"),
      ("Well... yes.", "Well… yes."), ("Well....", "Well…."), ("Well . . . yes.", "Well … yes."),
      ("Well. . . .", "Well…."), ("Well.....", "Well....."), ("a..b", "a..b"),
      ("It was 10 km off.", "It was 10\u{A0}km off."), ("10 kids", "10 kids"),
      ("kept – as — it was", "kept – as — it was"), ("s-s-so", "s-s-so"),
    ])
  func others(typed: String, set: String) {
    #expect(TypographySample.set(typed, in: "en-GB") == set)
  }

  @Test("single marks outside, where the text has them throughout")
  func british() {
    #expect(
      TypographySample.set(
        [
          "'Hello,' he said.", "'Cause I said so,' she said.", "'I saw 'em,' he said, 'in '97.'",
          "'He told me \"no\",' she said.", "'I go on", "'The boys' house,' he said.",
        ], in: "en") == [
          "‘Hello,’ he said.", "‘Cause I said so,’ she said.", "‘I saw ’em,’ he said, ‘in ’97.’",
          "‘He told me “no”,’ she said.", "‘I go on", "‘The boys’ house,’ he said.",
        ])
  }

  @Test("two single marks are a double one, where the text has them throughout")
  func twins() {
    #expect(
      TypographySample.set(
        ["''One,'' he said.", "''Two.''", "''It's three,'' she said, ''not 'four'.''"], in: "en")
        == ["“One,” he said.", "“Two.”", "“It’s three,” she said, “not ‘four’.”"])
  }
}
