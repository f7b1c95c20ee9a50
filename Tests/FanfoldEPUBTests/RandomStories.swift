import FanfoldStory
import Foundation

/// Makes stories of strings that have broken programs before. The same seed makes the same story.
struct RandomStories: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// The seeds of a run of tests: `FANFOLD_SEEDS=1...500` has other ones.
  static let seeds: ClosedRange<UInt64> = {
    let ends = ProcessInfo.processInfo.environment["FANFOLD_SEEDS"]?.split(separator: ".")
      .compactMap { UInt64($0) }
    guard let first = ends?.first, let last = ends?.last, first <= last else { return 1...50 }
    return first...last
  }()

  /// SplitMix64 (Steele, Lea and Flood, 2014).
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func story() -> Story {
    var story = Story(
      metadata: metadata(), notesBefore: notes(), chapters: some { $0.chapter() },
      notesAfter: notes(), images: Nasty.images)
    story.ledger.entries = some {
      .init(.removed, rule: "rule", reason: $0.text(), text: "x", lines: nil)
    }
    return story
  }

  private mutating func metadata() -> StoryMetadata {
    var metadata = StoryMetadata()
    metadata.title = maybe { $0.text() }
    metadata.authors = some { Author($0.text()) }
    metadata.contributors = some {
      Contributor($0.text(), role: Contributor.Role.allCases.randomElement(using: &$0) ?? .beta)
    }
    metadata.fandoms = some { $0.text() }
    metadata.relationships = some { Relationship([], kind: .romantic, raw: $0.text()) }
    metadata.characters = some { $0.text() }
    metadata.rating = maybe { Rating($0.text(), level: .teen) }
    metadata.warnings = some { $0.text() }
    metadata.categories = some { $0.text() }
    metadata.tags = some { $0.text() }
    metadata.summary = some { $0.inlines(depth: 2) }
    metadata.series = some { SeriesPlace($0.text(), position: $0.maybe { $0.text() }) }
    metadata.published = PartialDate(
      year: Int.random(in: 1...9999, using: &self), month: maybe { _ in 2 })
    metadata.source = maybe { Bool.random(using: &$0) ? $0.address() : $0.text() }
    metadata.publisher = maybe { $0.text() }
    metadata.language = maybe { $0.language() }
    return metadata
  }

  private mutating func chapter() -> Chapter {
    Chapter(
      kind: Chapter.Kind.allCases.randomElement(using: &self) ?? .chapter,
      label: maybe { $0.text() }, title: maybe { $0.text() }, notesBefore: notes(),
      blocks: some { $0.block(depth: 3) }, notesAfter: notes())
  }

  private mutating func notes() -> [Note] {
    some {
      Note(
        kind: Note.Kind.allCases.randomElement(using: &$0) ?? .other, label: $0.maybe { $0.text() },
        blocks: $0.some { $0.block(depth: 2) })
    }
  }

  private mutating func block(depth: Int) -> Block {
    let content: Block.Content =
      switch Int.random(in: 0..<(depth > 0 ? 11 : 6), using: &self) {
      case 0, 1: .paragraph(inlines(depth: 3))
      case 2: .lines(some { $0.inlines(depth: 1) })
      case 3: .preformatted(text())
      case 4: .sceneBreak(label: inlines(depth: 1))
      case 5: .subheading(inlines(depth: 2))
      case 6: .quotation(some { $0.block(depth: depth - 1) })
      case 7: .table(table(depth: depth))
      case 8: .figure(some { .image($0.image()) }, caption: inlines(depth: 1))
      case 9: .spoiler(summary: inlines(depth: 1), some { $0.block(depth: depth - 1) })
      default:
        .list(
          ordered: Bool.random(using: &self),
          items: some { $0.some { $0.block(depth: depth - 1) } },
          start: Int.random(in: -1...3, using: &self))
      }
    let alignments: [Block.Alignment] = [.natural, .centre, .end]
    return Block(content, alignment: alignments.randomElement(using: &self) ?? .natural)
  }

  private mutating func table(depth: Int) -> Table {
    Table(
      caption: maybe { $0.inlines(depth: 1) } ?? [],
      rows: some { generator in
        generator.some {
          Table.Cell(
            $0.some { $0.block(depth: depth - 1) }, isHeader: Bool.random(using: &$0),
            columns: Int.random(in: -1...3, using: &$0), rows: Int.random(in: 0...2, using: &$0))
        }
      })
  }

  private mutating func image() -> ImageReference {
    let ids = Nasty.images.map(\.id) + ["", "../x", "none"]
    return ImageReference(ids.randomElement(using: &self) ?? "", alternative: text())
  }

  private mutating func inlines(depth: Int) -> [Inline] {
    some { $0.inline(depth: depth) }
  }

  private mutating func inline(depth: Int) -> Inline {
    switch Int.random(in: 0..<(depth > 0 ? 17 : 5), using: &self) {
    case 0...1: .text(text())
    case 2: .code(text())
    case 3: .lineBreak
    case 4: .image(image())
    case 10: .small(inlines(depth: depth - 1))
    case 11: .abbreviation(inlines(depth: depth - 1), meaning: text())
    case 12: .language(language(), inlines(depth: depth - 1))
    case 13: .direction(.rightToLeft, inlines(depth: depth - 1))
    case 14: .ruby(inlines(depth: depth - 1), reading: inlines(depth: depth - 1))
    case 15: .emphasis(inlines(depth: depth - 1))
    case 5: .strong(inlines(depth: depth - 1))
    case 6: .underline(inlines(depth: depth - 1))
    case 7: .strikethrough(inlines(depth: depth - 1))
    case 8: .superscript(inlines(depth: depth - 1))
    case 9: .subscript(inlines(depth: depth - 1))
    default: .link(target: address(), inlines(depth: depth - 1))
    }
  }

  private mutating func text() -> String {
    (0..<Int.random(in: 0...3, using: &self)).map { _ in
      Nasty.strings.randomElement(using: &self) ?? ""
    }.joined(separator: Bool.random(using: &self) ? " " : "")
  }

  private mutating func address() -> String {
    Nasty.addresses.randomElement(using: &self) ?? ""
  }

  private mutating func language() -> String {
    Nasty.languages.randomElement(using: &self) ?? ""
  }

  private mutating func some<Value>(_ make: (inout Self) -> Value) -> [Value] {
    (0..<Int.random(in: 0...4, using: &self)).map { _ in make(&self) }
  }

  private mutating func maybe<Value>(_ make: (inout Self) -> Value) -> Value? {
    Int.random(in: 0..<4, using: &self) == 0 ? nil : make(&self)
  }
}

/// Strings that have broken programs before.
enum Nasty {
  /// Good pictures, and bytes that are none.
  static let images = [
    StoryImage(bytes: TestImages.png, mediaType: "image/png", width: 4, height: 3),
    StoryImage(bytes: TestImages.jpeg, mediaType: "image/png"),
    StoryImage(bytes: TestImages.gif, mediaType: "", width: -1, height: 0),
    StoryImage(bytes: TestImages.webp, mediaType: "image/webp", width: 4, height: 3),
    StoryImage(bytes: TestImages.svg, mediaType: "image/svg+xml", width: 4, height: 3),
    StoryImage(bytes: Array(TestImages.png.prefix(20)), mediaType: "image/png"),
    StoryImage(bytes: Array("GIF89a is a format".utf8), mediaType: "image/gif"),
    StoryImage(bytes: [], mediaType: "image/png"),
  ]

  static let strings =
    [
      "", " ", "\t", "\u{A0}", "\u{3000}", "\u{200B}", "\u{FEFF}", "a", "The", "<b>", "]]>",
      "&amp;",
      "&#0;", "\"", "'", "--", "<!--", "<?xml", "<![CDATA[", "a,b; c", "one\ntwo", "\r\n", "\u{85}",
      "\u{2028}", "\u{FFFE}", "\u{FFFF}", "\u{1FFFE}", "\u{E000}", "\u{F8FF}", "\u{10FFFF}",
      "🙂👩‍👩‍👧",
      "e\u{301}\u{301}\u{301}", "\u{301}", "שלום", "\u{202E}abc\u{202C}", "مرحبا", "一二三", "ﬁ",
      "\u{FFFD}", "#", "../..", "%00", "urn:uuid:", "chapter-001", "nav", "uid", "2.5", "-1", "1e5",
      String(repeating: "long ", count: 2000),
    ] + (0..<0x20).compactMap(Unicode.Scalar.init).map { "a\($0)b" }
    + (0x7F..<0xA0).compactMap(Unicode.Scalar.init).map { "\($0)" }

  static let addresses = [
    "", " ", "http://", "https://example.org", "https://example.org/a?b=c&d=e#f", "http://a.b/%zz",
    "http://a.b/%41", "http://exa mple.org", "http://user:pass@example.org/", "http://[::1]/",
    "http://1.2.3.4/", "http://1.2.3/", "http://example.org:99999/", "http://example.org:80/x",
    "http://example..org/", "http://-a.org/", "http://a_b.livejournal.com/", "http://xn--a.org/",
    "http://例え.jp/", "https://example.org/é/\u{FFFE}?\u{1}", "https://example.org/##", "/works/1",
    "mailto:a@b.org", "mailto:", "mailto:a b@c", "MAILTO:a@b.org?subject=x", "javascript:alert(1)",
    "file:///etc/passwd", "data:text/html,x", "HTTPS://EXAMPLE.ORG/A",
    "http://example.org/\\a|b^{}",
    "http://example.org/[x]", "http://example.org?q", "http://example.org#f", "ftp://example.org/",
    "http:example.org", "http:///x", "http://.", "http://a.b./x", "http://a.b/\"<>`",
  ]

  static let languages = [
    "", "en", "EN-gb", "und", "english", "x-klingon", "i-klingon", "en_US", "de-1996", "zh-Hant-TW",
    "en-GB-oed", "a", "abcd", "en-", "-en", "en-u-ca-buddhist", "sr-Latn-RS", "es-419", "fr ", "ar",
    "sl-rozaj-rozaj", "q\u{0}", "ёя", "tlh",
  ]
}
