internal import FanfoldMarkup

/// What is known about a page: which of its elements hold the story, and what it says about it.
struct SitePage {
  /// A piece of the page that goes into the story.
  struct Part {
    var node: MarkupTree.Node
    /// What the piece is; `nil` leaves it to the recogniser.
    var role: Manuscript.Block.Role?
    /// Words that stand for the piece instead of its own text, such as a chapter's name without its number.
    var words: String?

    init(node: MarkupTree.Node, role: Manuscript.Block.Role?, words: String? = nil) {
      self.node = node
      self.role = role
      self.words = words
    }
  }

  /// The site's name, for the ledger.
  var site: String
  var facts: [(subject: Manuscript.Fact.Subject, value: String)] = []
  /// In reading order.
  var parts: [Part] = []
  /// Pieces whose text became facts.
  var metadata: [MarkupTree.Node] = []
  /// Pieces within the parts that are furniture.
  var skipped: Set<MarkupTree.Node> = []
  var remarks: [String] = []

  init(site: String) { self.site = site }
}
