public import FanfoldReading
public import FanfoldStory

/// What was recognised in the files of a story, and why.
public struct Inspection: Sendable {
  /// The story as it would become a book.
  public var story: Story
  /// The title a book of it would have: the story's, or else its file's name made readable.
  public var title: String
  /// The files, in the order of the story.
  public var parts: [Part]
  /// What would not be in the book, in the order of the files and their lines.
  public var removed: [Conversion.Removal]
  /// What a reader should know: broken characters, a part that is missing.
  public var remarks: [Conversion.Remark]

  /// One file of the story.
  public struct Part: Sendable {
    public var file: String
    /// The name of its format, one of ``StoryFormat/all``.
    public var format: String
    /// The name of its character encoding, "UTF-8".
    public var encoding: String
    /// The sidecar that was obeyed.
    public var sidecar: String?
    /// What was decided, in the order of the decisions.
    public var decisions: [Decision]
    /// Which of the story's chapters are in the file.
    public var chapters: Range<Int>
    /// What a sidecar would say that changes nothing.
    public var recognised: Sidecar
  }
}

/// Looks into the files of one story as a conversion would, and makes no book of it.
public struct Inspector: Sendable {
  private let gatherer = StoryGatherer(explains: true)

  /// An inspector; making one reads the tables.
  public init() {}

  /// What the files hold; several files are the story's parts, as in a conversion.
  public func inspect(_ inputs: [InputFile]) throws(ConversionError) -> Inspection {
    let gathered = try gatherer.gather(inputs)
    return Inspection(
      story: gathered.story,
      title: gathered.story.metadata.title ?? gathered.parts.first?.input.storyTitle ?? "",
      parts: Self.parts(gathered.parts), removed: gathered.parts.flatMap(\.removals),
      remarks: gathered.remarks)
  }

  private static func parts(_ parts: [StoryPart]) -> [Inspection.Part] {
    var first = 0
    return parts.map { part in
      let chapters = first..<first + part.story.chapters.count
      first = chapters.upperBound
      return Self.part(part, chapters)
    }
  }

  private static func part(_ part: StoryPart, _ chapters: Range<Int>) -> Inspection.Part {
    Inspection.Part(
      file: part.input.name, format: part.reading.format, encoding: part.reading.encoding,
      sidecar: part.sidecar == nil ? nil : part.input.sidecar?.name,
      decisions: part.reading.decisions + part.sidecarDecisions, chapters: chapters,
      recognised: Sidecar(of: part.reading.story, file: part.input.baseName))
  }
}

extension StoryPart {
  /// What the sidecar overruled.
  fileprivate var sidecarDecisions: [Decision] {
    guard let sidecar, let name = input.sidecar?.name else { return [] }
    return changes(sidecar).map { entry in
      let recognised = entry.key.values(in: reading.story.metadata).joined(separator: ", ")
      return Decision(
        entry.key.subject, entry.values.joined(separator: ", "), rule: "sidecar", at: nil,
        because: "line \(entry.line) of \(name) says so",
        insteadOf: .init(recognised.isEmpty ? "nothing" : recognised, reason: "was recognised"))
    }
  }
}
