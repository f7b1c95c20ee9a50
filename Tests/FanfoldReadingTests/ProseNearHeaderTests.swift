import FanfoldReading
import FanfoldStory
import Testing

/// Forms, diaries and sentences near the top that look like a header and are the story's.
@Suite("Prose that looks like a header stays") struct ProseNearHeaderTests {
  private static let top = "The Lamp\nby Ann Hale\n\n"

  @Test(
    "a form in the story",
    arguments: [
      "name> mara\naddress> the harbour\nnote> none",
      "(name) the girl on the pier\n(date) the third of May\n(status) gone\n(note) she left",
      "~name~ the girl on the pier\n~date~ the third of May\n~status~ gone",
      "Name / Mara\nFor / Tomas\nDate / the third of May\nNote / bring the lamp",
      "(Note; it rained.)\n(Date; lost.)\n(For; nobody.)",
      "Title> Captain\nRating> gunner\nSummary> a long watch",
    ],
    [
      Self.top, Self.top + prose(4) + "\n\n", Self.top + "The file opened.\n\n",
      "The Lamp by Ann Hale\n\n",
    ])
  func form(lines: String, top: String) throws {
    let reading = try read(top + lines + "\n\n" + prose(6))
    let words = lines.split(separator: "\n").joined(separator: " ")
    let body = reading.story.body.joined(separator: " ").replacing("\n", with: " ")
    #expect(body.contains(words))
    #expect(reading.story.metadata.title == "The Lamp")
    #expect(reading.story.metadata.authors.map(\.name) == ["Ann Hale"])
    #expect(reading.story.notesBefore.isEmpty)
    #expect(reading.account.isClosed)
  }

  @Test("a form right below the title", arguments: ["X> ", "X / ", "(X) ", "~X~ "])
  func formBelowTitle(label: String) throws {
    let lines = ["Name", "For", "Date", "Note"].map { label.replacing("X", with: $0) + "the lamp" }
    let story = try read("The Lamp\n\n" + lines.joined(separator: "\n") + "\n\n" + prose(6)).story
    #expect(story.metadata.title == "The Lamp")
    #expect(story.body.joined(separator: " ").contains(label.replacing("X", with: "Name") + "the"))
  }

  @Test(
    "entries of diaries, logs and files",
    arguments: [
      ["Date: 3 May. Status: nobody has slept.", "Date: 4 May. Status: the lamp is out."],
      [
        "\"Read me the tags,\" she said.", "Name: Mara. Status: missing.",
        "Name: Tomas. Status: dead.",
      ],
      [
        "Date: 3 May. Status: nobody has slept.", "Date: 4 May. Status: the lamp is out.",
        "She read the last page twice. Date: 5 May. Status: Tomas is gone, and nobody speaks of it.",
      ],
    ], ["txt", "md"])
  func entries(lines: [String], type: String) throws {
    let reading = try read(
      Self.top + lines.joined(separator: "\n\n") + "\n\n" + prose(6), name: "lamp.\(type)")
    #expect(Array(reading.story.body.prefix(lines.count)) == lines)
    #expect(reading.story.metadata.title == "The Lamp")
    #expect(reading.account.isClosed)
  }

  @Test(
    "sentences with a \"by\" on top",
    arguments: [
      "Gone by mid-October, they said", "Gone by mid-1945 (a memory)", "Taken by U.S. Marines",
      "Ruined by e-mail2, the harbour slept.", "Hunted by U.S. Marines, he ran.",
      "Stand by R2d2, she said.", "Killed by J.R. Hale",
    ])
  func firstLine(line: String) throws {
    let story = try read("\(line)\n\n" + prose(6)).story
    #expect(story.metadata.authors.isEmpty)
    #expect(([story.metadata.title ?? ""] + story.body).contains(line))
  }

  @Test(
    "titles that only end like a sentence have an author",
    arguments: ["The Garden", "The Way Out", "One Hundred", "Lost and Found"],
    ["E.T. Hale", "rowan_hale77"])
  func endings(title: String, author: String) throws {
    let metadata = try read("\(title) by \(author)\n\n" + prose(6)).story.metadata
    #expect(metadata.title == title)
    #expect(metadata.authors.map(\.name) == [author])
  }

  @Test(
    "sentences with a \"by\" below the title",
    arguments: [
      "Out by mid-July, back by fall.", "Designed by U.S. Steel",
      "Killed by J.R. The knife lay there.", "By Y2k, everyone had forgotten the lamp.",
    ])
  func secondLine(line: String) throws {
    let story = try read("The Lamp\n\n\(line)\n\n" + prose(6)).story
    #expect(story.metadata.authors.isEmpty)
    #expect(story.metadata.title == "The Lamp")
    #expect(story.body.first == line)
  }

  @Test("a title in signs may stand above the story once more", arguments: ["~AI~", "<AI>"])
  func twice(title: String) throws {
    let above = try read("\(title)\n\nby Ann Hale\n\nRating: PG\n\n\(title)\n\n" + prose(6)).story
    let bare = title.filter(\.isLetter)
    #expect(above.metadata.title.map { $0.filter(\.isLetter) } == bare)
    let below = try read("\(title)\nby Ann Hale\n\n" + prose(6) + "\n\n\(title)\n\n" + prose(2))
      .story
    #expect(below.metadata.title.map { $0.filter(\.isLetter) } == bare)
  }

  @Test(
    "a title keeps a bracket without a rating, a pairing or a fandom",
    arguments: ["Love (Harbour, 5 words)", "Mara (or, PG Tips)"])
  func bracket(title: String) throws {
    let metadata = try read("Title: \(title)\nAuthor: Ann Hale\n\n" + prose(6)).story.metadata
    #expect(metadata.title == title)
    #expect(metadata.fandoms.isEmpty)
  }
}
