import FanfoldEPUB
import FanfoldStory

/// Stories written for the tests.
enum Samples {
  static let options = {
    var options = BookOptions(
      modified: 1_767_225_600, generator: "fanfold 0.1.0",
      sources: [
        SourceFile(name: "saved/lighthouse.txt", bytes: Array("The lamp was lit.\n".utf8))
      ], fallbackTitle: "lighthouse")
    options.certifier = "fanfold 0.1.0"
    return options
  }()

  /// A story that has something of everything.
  static var lighthouse: Story {
    var story = Story(
      metadata: lighthouseMetadata,
      notesBefore: [
        Note(kind: .disclaimer, label: "Disclaimer", blocks: [paragraph("Not mine, alas.")]),
        Note(blocks: [paragraph("Written for the winter exchange."), paragraph("Be kind.")]),
      ],
      chapters: [
        Chapter(kind: .part, label: "Part One", title: "The Rock", blocks: []),
        Chapter(kind: .prologue, title: "Prologue", blocks: [paragraph("The lamp was lit.")]),
        arrival,
        Chapter(label: "Chapter Two", blocks: everyBlock),
        Chapter(kind: .part, label: "Part Two", blocks: [paragraph("To those at sea.")]),
        Chapter(
          kind: .interlude, title: "Interlude: Letters",
          blocks: [
            Block(.paragraph([.text("12 March")]), alignment: .end),
            paragraph("My dear Wren,"), paragraph("It rains."),
            Block(.paragraph([.text("Yours, T.")]), alignment: .end),
          ]),
        Chapter(kind: .epilogue, label: "Epilogue", blocks: [paragraph("And then it was out.")]),
      ],
      notesAfter: [Note(kind: .ending, blocks: [paragraph("Thank you for reading!")])],
      images: [map, sketch])
    story.ledger.entries = [
      .init(.removed, rule: "counters", reason: "a site's counters", text: "12 reads", lines: nil),
      .init(.removed, rule: "counters", reason: "a site's counters", text: "3 votes", lines: nil),
      .init(.removed, rule: "navigation", reason: "page navigation", text: "Next", lines: nil),
      .init(.markup, rule: "emphasis", reason: "emphasis marks", text: "**", lines: nil),
    ]
    return story
  }

  private static var lighthouseMetadata: StoryMetadata {
    var metadata = StoryMetadata()
    metadata.title = "The Lighthouse at Hollow Rock"
    metadata.authors = [Author("The Inkwell"), Author("tidewrack")]
    metadata.contributors = [
      Contributor("saltmarsh", role: .beta), Contributor("wick", role: .artist),
      Contributor("pebble", role: .recipient),
    ]
    metadata.fandoms = ["Hollow Coast", "The Keeper’s Log (TV)"]
    metadata.relationships = [
      Relationship(["Wren Alder", "Tam Oake"], kind: .romantic, raw: "Wren Alder/Tam Oake"),
      Relationship(["Tam Oake", "Old Ned"], kind: .platonic, raw: "Tam Oake & Old Ned"),
    ]
    metadata.characters = ["Wren Alder", "Tam Oake", "Old Ned"]
    metadata.rating = Rating("PG-13", level: .teen)
    metadata.warnings = ["Major Character Death"]
    metadata.categories = ["F/M"]
    metadata.tags = ["Slow Burn", "Storms, Literal and Otherwise", "Slow Burn"]
    metadata.summary = [
      [.text("Wren keeps the light. "), .emphasis([.text("Nobody")]), .text(" keeps Wren.")],
      [.text("Until the winter of the long fog.")],
    ]
    metadata.series = [
      SeriesPlace("Hollow Coast Tales", position: "2"), SeriesPlace("Fog", position: "prequel"),
    ]
    metadata.status = .inProgress
    metadata.published = PartialDate(year: 2008, month: 10, day: 24)
    metadata.updated = PartialDate(year: 2009, month: 2)
    metadata.source = "https://stories.example.org/works/1138?view=full&page=1"
    metadata.publisher = "The Hollow Coast Archive"
    metadata.language = "en-gb"
    return metadata
  }

  private static var arrival: Chapter {
    Chapter(
      label: "Chapter One", title: "Arrival",
      notesBefore: [Note(label: "A/N", blocks: [paragraph("Sorry for the wait!")])],
      blocks: [
        Block(
          .paragraph([
            .text("The boat came in "), .emphasis([.text("late"), .strong([.text(", so late")])]),
            .text(" that the lamp had been burning for hours & the oil was <low>."),
          ])),
        paragraph("“You came,” said Tam. “I had not thought you would, not in this.”"),
        paragraph("“I said I would.”"),
        Block(.sceneBreak(label: [])),
        paragraph("Morning was grey, and then it was white."),
        Block(.sceneBreak(label: [.text("Three days later")])),
        paragraph("Nothing had changed but the wind."),
      ],
      notesAfter: [Note(kind: .thanks, blocks: [paragraph("Thanks to saltmarsh for the beta.")])])
  }

  private static var everyBlock: [Block] {
    [
      Block(.subheading([.text("What the log said")])),
      Block(
        .lines([
          [.text("Oil: two casks.")], [.emphasis([.text("Wind")]), .text(": north.")], [],
          [.text("Visitors: none.")],
        ])),
      Block(.preformatted("  /\\\n /  \\   <- the light\n/____\\\n")),
      Block(
        .quotation([
          paragraph("We regret to inform you."),
          Block(.paragraph([.text("The Board")]), alignment: .end),
        ])),
      Block(
        .list(
          ordered: true,
          items: [
            [paragraph("Trim the wick.")], [paragraph("Wind the clock."), paragraph("Twice.")],
          ])),
      Block(.list(ordered: false, items: [[paragraph("Rope")], [paragraph("Salt")]])),
      Block(
        .list(
          ordered: true,
          items: [
            [paragraph("Bread"), Block(.list(ordered: false, items: [[paragraph("rye")]]))],
            [paragraph("Tea")],
          ], start: 3)),
      Block(.table(tides)),
      Block(
        .figure(
          [.image(ImageReference(map.id, alternative: "A map of the rock"))],
          caption: [.text("The "), .emphasis([.text("whole")]), .text(" of it.")])),
      Block(
        .spoiler(
          summary: [.text("Who put out the lamp")],
          [
            paragraph("Nobody did."),
            Block(.figure([.image(ImageReference(sketch.id))], caption: [])),
          ])),
      Block(.quotation([paragraph("He said:"), Block(.quotation([paragraph("Come home.")]))])),
      Block(.paragraph([.text("~ fin ~")]), alignment: .centre),
      Block(
        .paragraph([
          .underline([.text("Underlined")]), .text(", "), .strikethrough([.text("struck")]),
          .text(", E=mc"), .superscript([.text("2")]), .text(", H"), .subscript([.text("2")]),
          .text("O, "), .code("let x = 1"), .lineBreak,
          .link(target: "https://example.org/a b?q=é", [.text("a link")]), .text(" and "),
          .link(target: "javascript:alert(1)", [.text("no link")]), .text(", "),
          .small([.text("small")]), .text(", "),
          .abbreviation([.text("HQ")], meaning: "headquarters"), .text(", "),
          .language("fr", [.text("déjà vu")]), .text(", "),
          .direction(.rightToLeft, [.text("שלום")]), .text(", "),
          .ruby([.text("灯台")], reading: [.text("とうだい")]), .text(" and "),
          .image(ImageReference(sketch.id, alternative: "a sketch")),
        ])),
    ]
  }

  static let map = StoryImage(bytes: TestImages.png, mediaType: "image/png", width: 4, height: 3)
  static let sketch = StoryImage(
    bytes: TestImages.svg, mediaType: "image/svg+xml", width: 4, height: 3)

  private static var tides: Table {
    Table(
      caption: [.text("Tides")],
      rows: [
        ["Day", "High", "Low"].map { Table.Cell([paragraph($0)], isHeader: true) },
        [
          Table.Cell([paragraph("Monday")], isHeader: true, rows: 2),
          Table.Cell([paragraph("4:12")]),
          Table.Cell([Block(.paragraph([.text("10:30")]), alignment: .end)]),
        ],
        [Table.Cell([paragraph("none"), paragraph("at all")], columns: 2)],
        [Table.Cell([paragraph("Tuesday")]), Table.Cell([]), Table.Cell([paragraph("11:02")])],
      ])
  }

  static func paragraph(_ text: String) -> Block {
    Block(.paragraph([.text(text)]))
  }
}
