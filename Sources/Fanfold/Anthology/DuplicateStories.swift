/// Finds stories that are there twice: copies from two sites, earlier editions.
struct DuplicateStories {
  /// Two stories with the same text.
  struct Pair: Sendable, Hashable {
    /// The places in the list, the one to be kept first.
    var kept: Int
    var other: Int
    /// How much of the shorter text is in the longer one, in percent.
    var share: Int
  }

  let pairs: [Pair]

  init(among pieces: [StoryPiece]) {
    var shelf = SketchShelf()
    var pairs: [Pair] = []
    // Of several copies each is compared with the best one so far.
    var leader = Array(pieces.indices)
    for (index, piece) in pieces.enumerated() {
      let found = shelf.twin(of: piece.sketch)
      shelf.add(piece.sketch)
      guard let found else { continue }
      let first = leader[found.place]
      let isBetter = Self.isBetter(piece, pieces[first])
      let kept = isBetter ? index : first
      pairs.append(Pair(kept: kept, other: isBetter ? first : index, share: found.share))
      for place in leader.indices where leader[place] == first { leader[place] = kept }
      leader[index] = kept
    }
    self.pairs = pairs
  }

  /// The longer one is the later edition; of two of one length the one of which more is known.
  private static func isBetter(_ one: StoryPiece, _ other: StoryPiece) -> Bool {
    let lengths = (one.sketch.words, other.sketch.words)
    // What sites add and leave out around a text makes some words of difference.
    if abs(lengths.0 - lengths.1) * 50 > max(lengths.0, lengths.1) { return lengths.0 > lengths.1 }
    return one.knowledge > other.knowledge
  }
}
