/// Takes what a style sheet has in it, in its order.
protocol StyleSink {
  /// Whether nothing more is wanted.
  var isGivenUp: Bool { get }
  /// EPUBCheck fails here: what comes is not asked for.
  mutating func giveUp()
  mutating func fault(_ words: String, at place: StylePlace)
  /// An at-rule begins, or is all there is of it.
  mutating func startRule(_ name: String, _ prelude: StyleValue, at place: StylePlace)
  mutating func endRule(_ name: StyleRuleName)
  /// A selector, with the classes it names.
  mutating func selector(classes: [String], at place: StylePlace)
  mutating func declaration(_ property: String, _ value: StyleValue, at place: StylePlace)
}

/// The at-rules that are told apart where they end.
enum StyleRuleName: Sendable { case fontFace, other }

/// What is kept of a declaration's value, or of what stands between an at-rule's name and block.
struct StyleValue: Sendable {
  struct Reference: Sendable {
    let url: String
    let place: StylePlace
  }

  /// How many components there are; a function is one.
  var count = 0
  /// The first component, when it is a word.
  var word: String?
  /// The first component, when it is a string or a URL.
  var first: Reference?
  /// The URLs that are components themselves.
  var urls: [Reference] = []
}
