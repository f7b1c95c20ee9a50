internal import FanfoldMarkup
public import FanfoldStory

/// Reads stories out of the files people have saved. Made once, it reads any number of files, several at a time.
public struct StoryReader: Sendable {
  private let lexicon = Lexicon()

  /// A reader; making one reads the tables.
  public init() {}

  /// Reads one file as one story.
  ///
  /// - Throws: ``ReadError`` when the file holds no story: nothing at all, no text, only a site's furniture.
  public func read(_ file: StoryFile) throws(ReadError) -> Reading {
    let text = try TextInput.decode(file)
    let manuscript =
      switch Format.sniff(file) {
      case .plainText: PlainTextReader(marks: lexicon.sceneBreaks).read(text.bytes, file: file)
      case .markdown: MarkdownReader(labels: lexicon.labels).read(text.bytes, file: file)
      case .fanFicFare:
        FanFicFareReader(labels: lexicon.labels).read(text.bytes, file: file)
          ?? PlainTextReader(marks: lexicon.sceneBreaks).read(text.bytes, file: file)
      case .rtf: try RTFReader().read(file)
      case .html: try HTMLReader(sites: lexicon.sites).read(text.bytes, file: file)
      }
    guard manuscript.tally.count > 0 else { throw ReadError.empty(file.name) }
    let story = Recogniser(lexicon: lexicon).story(from: manuscript)
    guard story.chapters.contains(where: { !$0.blocks.isEmpty }) else {
      throw ReadError.noStory(file.name)
    }
    return Reading(
      story: story, account: StoryAccount(input: manuscript.tally, story: story),
      encoding: text.encoding,
      remarks: TextInput.remarks(text))
  }
}

/// A story as it was read from one file, with the facts about the reading.
public struct Reading: Sendable {
  public var story: Story
  /// Whether every character of the file is in the story or in its ledger.
  public var account: StoryAccount
  /// The name of the file's character encoding, "UTF-8".
  public var encoding: String
  /// What a reader should know: broken characters, a gap in the parts. Lower case, no full stop.
  public var remarks: [String]

  package init(story: Story, account: StoryAccount, encoding: String, remarks: [String]) {
    self.story = story
    self.account = account
    self.encoding = encoding
    self.remarks = remarks
  }
}
