public import FanfoldStory

/// Reads stories out of the files people have saved.
public struct StoryReader: Sendable {
  /// A reader.
  public init() {}

  /// Reads one file as one story.
  public func read(_ file: StoryFile) throws(ReadError) -> Reading {
    throw ReadError("no-reader", file: file.name, problem: "not readable yet", help: "wait")
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
