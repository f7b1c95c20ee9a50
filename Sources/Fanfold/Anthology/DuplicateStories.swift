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

  /// So much of the text of one story is in the other: stories that only quote each other have less.
  private static let leastShare = 50
  /// Fewer hashes in common say nothing.
  private static let leastHashes = 8
  /// A phrase of more stories than this is a form letter.
  private static let mostPlaces = 64

  init(among pieces: [StoryPiece]) {
    var places: [UInt64: [Int]] = [:]
    var wholes: [UInt64: Int] = [:]
    var pairs: [Pair] = []
    var leader = Array(pieces.indices)
    for (index, piece) in pieces.enumerated() {
      var common: [Int: Int] = [:]
      for hash in piece.sketch.hashes {
        for place in places[hash] ?? [] { common[place, default: 0] += 1 }
        if places[hash, default: []].count < Self.mostPlaces {
          places[hash, default: []].append(index)
        }
      }
      var found: (place: Int, share: Int)?
      if let place = wholes[piece.sketch.whole], piece.sketch.words > 0 { found = (place, 100) }
      for (place, count) in common.sorted(by: { $0.key < $1.key })
      where found == nil && count >= Self.leastHashes {
        let least = min(piece.sketch.hashes.count, pieces[place].sketch.hashes.count)
        let share = count * 100 / max(1, least)
        if share >= Self.leastShare { found = (place, share) }
      }
      if wholes[piece.sketch.whole] == nil { wholes[piece.sketch.whole] = index }
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
