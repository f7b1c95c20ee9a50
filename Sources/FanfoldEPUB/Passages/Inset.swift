internal import FanfoldStory

/// Blocks that together are one thing within the story: a letter, what was said in a chat. A book shows them as such;
/// it changes nothing in what they say.
struct Inset: Sendable, Hashable {
  var kind: Kind
  /// The places of the blocks.
  var range: Range<Int>

  /// What a passage is, by the name that style sheets have for it.
  enum Kind: String, Sendable, Hashable {
    /// Who says it stands before each line: a chat, messages, a script.
    case dialogue
    case letter
    case telegram
    /// A piece of a newspaper, a notice.
    case clipping
  }
}
