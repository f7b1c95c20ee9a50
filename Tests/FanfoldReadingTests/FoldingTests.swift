import FanfoldReading
import FanfoldStory
import Testing

@Suite("Folding makes equal what readers see as equal")
struct FoldingTests {
  @Test(
    "case, accents, signs and blanks",
    arguments: [
      ("The  END", "the end"), ("“Don’t—”", "\"don't-\""), ("„So‟", "\"so‟"), ("wait…", "wait..."),
      ("Café\tÜber", "cafe uber"), ("a\u{A0}b\u{3000}c\u{2028}d", "a b c d"),
      (" \u{200B} zero\u{200B}width ", "zerowidth"), ("\u{212A}elvin", "kelvin"),
      ("Straße Œuvre", "strasse oeuvre"), ("ПРИВЕТ Ёж", "привет еж"), ("１：（x）", "１:(x)"),
      ("\u{1C}a", "\u{1C}a"), ("", ""),
    ])
  func folds(text: String, folded: String) {
    #expect(Folding.fold(text) == folded)
    #expect(Folding.fold(Array(text.utf8)[...]) == folded)
  }

  @Test("bytes that begin amid a letter")
  func cut() {
    #expect(Folding.fold([0x99, 0x41][...]) == "\u{FFFD}a")
  }

  @Test(
    "an ending is one however it is set",
    arguments: [
      "The End", "THE   END", "The\u{A0}End.", "“The End”", "*** The End ***", "The\tEnd!",
      "\"The End.\"", "~ The\u{200B} End ~",
    ])
  func endings(line: String) throws {
    let story = try read("Chapter 1\n\n\(prose(3))\n\n\(line)\n").story
    #expect(story.metadata.status == .complete)
  }

  @Test(
    "who sees is known by the words, in capitals or not",
    arguments: [
      ("(Hermione’s Point of View)", true), ("Remus Sicht:", true), ("PDV Drago", true),
      ("Harry’s POV", true), ("Ron’s PO–V", false), ("The view from here", false),
    ])
  func views(line: String, isView: Bool) throws {
    let story = try read("Chapter 1\n\n\(prose(2))\n\n\(line)\n\n\(prose(2))\n").story
    let views = story.chapters.flatMap(\.blocks).count {
      if case .subheading = $0.content { true } else { false }
    }
    #expect(views == (isView ? 1 : 0))
  }
}
