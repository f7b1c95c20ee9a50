internal import FanfoldMarkup
internal import FanfoldStory

/// A text file that FanFicFare wrote → manuscript. It says all there is to know about a story, so nothing is guessed:
/// the names of chapters are those of its table of contents, and their text is the Markdown it makes of pages.
///
/// The account counts the words outside of the chapters as they stand, and the chapters as ``MarkdownReader`` does.
struct FanFicFareReader {
  let labels: HeaderLabels

  /// Whether a file is one of FanFicFare's: title and author, an entry for the story's address, the last line.
  static func matches(_ bytes: [UInt8]) -> Bool {
    guard bytes.suffix(64).contains(UInt8(ascii: "E")),
      bytes.span.firstIndex(of: Array("\nStory URL: ".utf8)) != nil
    else {
      return false
    }
    return FanFicFareDocument(bytes) != nil
  }

  /// `nil` when the file is of another kind.
  func read(_ text: [UInt8], file: StoryFile) -> Manuscript? {
    var builder = ManuscriptBuilder(file: file, textCapacity: text.count)
    guard let document = FanFicFareDocument(ControlCharacters.taken(from: text, into: &builder))
    else { return nil }
    readTitle(document, &builder)
    for entry in document.entries { read(entry.key, entry.value, &builder) }
    for line in document.contents {
      take(line, .markup, rule: "contents", "the book makes its own table of contents", &builder)
    }
    for chapter in document.chapters { read(chapter, document, file, &builder) }
    if let ending = document.ending {
      take(ending, .removed, rule: "fanficfare-end", "FanFicFare's last line", &builder)
    }
    return builder.finish(hasTypedMarks: false)
  }

  // MARK: metadata

  private func readTitle(_ document: FanFicFareDocument, _ builder: inout ManuscriptBuilder) {
    take(document.title, .metadata, rule: "fanficfare-title", "title of the story", &builder)
    builder.state(.field(.title), document.title.words)
    take(document.byline, .metadata, rule: "fanficfare-title", "author of the story", &builder)
    builder.state(.field(.author), String(document.byline.words.dropFirst("by ".count)))
  }

  private func read(
    _ key: String, _ value: FanFicFareDocument.Passage, _ builder: inout ManuscriptBuilder
  ) {
    let entry = FanFicFareDocument.Passage(words: "\(key): \(value.words)", lines: value.lines)
    guard let field = field(for: key) else {
      return take(
        entry, .removed, rule: "fanficfare-entry", "about the file, not the story", &builder)
    }
    take(entry, .metadata, rule: "fanficfare-entry", "what FanFicFare knows of the story", &builder)
    builder.state(.field(field), value.words)
  }

  /// FanFicFare calls the fandoms "categories"; addresses other than the story's are those of pages about it.
  private func field(for key: String) -> HeaderLabels.Field? {
    switch key {
    case "Category": .fandom
    case "Story URL": .source
    default: key.hasSuffix(" URL") ? nil : labels.field(for: Folding.fold(key))
    }
  }

  private func take(
    _ passage: FanFicFareDocument.Passage, _ fate: Ledger.Entry.Fate, rule: String,
    _ reason: String,
    _ builder: inout ManuscriptBuilder
  ) {
    builder.sourceLine = passage.lines.lowerBound + 1
    builder.count(passage.words.utf8Span.span)
    builder.take(passage.words, fate, rule: rule, reason: reason)
  }

  // MARK: chapters

  private func read(
    _ chapter: FanFicFareDocument.Chapter, _ document: FanFicFareDocument, _ file: StoryFile,
    _ builder: inout ManuscriptBuilder
  ) {
    builder.sourceLine = chapter.name.lines.lowerBound + 1
    builder.role = .heading(.chapter)
    builder.beginBlock(.heading(level: 1))
    builder.count(chapter.name.words.utf8Span.span)
    builder.add(chapter.name.words.utf8)
    builder.endBlock()
    builder.role = .body
    builder.lineOffset = chapter.body.lowerBound
    var flattener = MarkdownFlattener(neighbours: Neighbours(of: file))
    for event in MarkdownDocument(Array(document.bytes(chapter.body))).events {
      flattener.add(event, to: &builder)
    }
    builder.lineOffset = 0
  }
}
