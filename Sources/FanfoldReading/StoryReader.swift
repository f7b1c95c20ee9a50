internal import FanfoldMarkup
public import FanfoldStory

/// Reads stories out of the files people have saved. Made once, it reads any number of files, several at a time.
public struct StoryReader: Sendable {
  let lexicon = Lexicon()
  private let explains: Bool

  /// A reader; making one reads the tables. One that explains puts each of its decisions into words.
  public init(explains: Bool = false) { self.explains = explains }

  /// Reads one file as one story, with the corrections of its sidecar when it has one.
  ///
  /// - Throws: ``ReadError`` when the file holds no story: nothing at all, no text, only a site's furniture.
  public func read(_ file: StoryFile, sidecar: Sidecar? = nil) throws(ReadError) -> Reading {
    try OfficeRefusal.check(file)
    let file = MIMEMessage.unwrapped(file)
    let format = Format.sniff(file)
    var decoding: DecodedText?
    var manuscript: Manuscript
    var isTyped: Bool?
    switch format {
    case .epub:
      switch try EPUBReader(lexicon: lexicon).read(file) {
      case .manuscript(let read, let typed): (manuscript, isTyped) = (read, typed)
      case .story(let story, let tally): return reading(story, tally)
      }
    case .docx: manuscript = try DOCXReader().read(file)
    case .odt: manuscript = try ODTReader().read(file)
    case .rtf, .plainText, .markdown, .fanFicFare, .html, .fb2:
      var text = try TextInput.decode(
        format == .plainText ? QuotedPrintable.unwrapped(file) : file,
        isMarkup: format == .html || format == .fb2)
      if format == .plainText || format == .fanFicFare { text = text.asPlainText() }
      try DataRefusal.check(text.bytes, file: file.name)
      manuscript = try self.manuscript(of: file, format, text: text.bytes)
      decoding = text
    }
    if format != .plainText {
      findUnstated(in: &manuscript, isTyped: isTyped ?? manuscript.statesRoles)
    }
    guard manuscript.tally.count > 0 else { throw ReadError.empty(file.name) }
    let recognition = Recogniser(lexicon: lexicon, explains: explains, sidecar: sidecar)
      .recognise(manuscript)
    let story = recognition.story
    guard story.chapters.contains(where: { !$0.blocks.isEmpty }) else {
      throw ReadError.noStory(file.name)
    }
    return Reading(
      story: story, account: StoryAccount(input: manuscript.tally, story: story),
      format: format.rawValue, encoding: decoding?.encoding ?? "UTF-8",
      remarks: (decoding.map(TextInput.remarks) ?? []) + recognition.remarks,
      decisions: recognition.decisions, corrections: recognition.corrections)
  }

  /// Looks at the lines of a format that has others for what plain text is looked at for before its lines are joined.
  private func findUnstated(in manuscript: inout Manuscript, isTyped: Bool) {
    if !manuscript.statesRoles { manuscript.dropQuotationsAroundAll() }
    WrappedLines(marks: lexicon.sceneBreaks).join(&manuscript)
    guard !isTyped else { return }
    manuscript.findMessageHeader()
    FlatHeader(labels: lexicon.labels).cut(&manuscript)
    manuscript.findCopiedPage()
  }

  /// A story that its book held whole.
  private func reading(_ story: Story, _ tally: CharacterTally) -> Reading {
    Reading(
      story: story, account: StoryAccount(input: tally, story: story),
      format: Format.epub.rawValue, encoding: "UTF-8", remarks: [])
  }

  /// What a file of text says, by its format.
  private func manuscript(
    of file: StoryFile, _ format: Format, text: [UInt8]
  ) throws(ReadError) -> Manuscript {
    switch format {
    case .markdown: return MarkdownReader(labels: lexicon.labels).read(text, file: file)
    case .rtf: return try RTFReader().read(file)
    case .fb2: return try FB2Reader().read(text, file: file)
    case .html:
      return try HTMLReader(
        sites: lexicon.sites, headings: lexicon.headings, plainText: plainText
      ).read(text, file: file)
    case .fanFicFare:
      if let manuscript = FanFicFareReader(labels: lexicon.labels).read(text, file: file) {
        return manuscript
      }
    case .plainText where AozoraReader.matches(text):
      return AozoraReader().read(text, file: file)
    case .plainText, .epub, .docx, .odt: break
    }
    return try plainText.read(text, file: file)
  }

  private var plainText: PlainTextReader {
    PlainTextReader(
      marks: lexicon.sceneBreaks, labels: lexicon.labels, headings: lexicon.headings)
  }
}

/// A story as it was read from one file, with the facts about the reading.
public struct Reading: Sendable {
  public var story: Story
  /// Whether every character of the file is in the story or in its ledger.
  public var account: StoryAccount
  /// The name of the file's format, one of ``StoryFormat/all``.
  public var format: String
  /// The name of the file's character encoding, "UTF-8".
  public var encoding: String
  /// What a reader should know: broken characters, a gap in the parts. Lower case, no full stop.
  public var remarks: [String]
  /// What was decided and why; empty unless the reader explains.
  public var decisions: [Decision]
  /// What the sidecar says about chapters, by their indices in the story.
  package var corrections: [Int: Sidecar.ChapterStart]

  package init(
    story: Story, account: StoryAccount, format: String, encoding: String, remarks: [String],
    decisions: [Decision] = [], corrections: [Int: Sidecar.ChapterStart] = [:]
  ) {
    self.story = story
    self.account = account
    self.format = format
    self.encoding = encoding
    self.remarks = remarks
    self.decisions = decisions
    self.corrections = corrections
  }
}
