/// The sketches of stories by their hashes, so that each new one is compared only with those it has something in
/// common with.
struct SketchShelf {
  private var sketches: [TextSketch] = []
  private var places: [UInt64: [Int]] = [:]
  private var wholes: [UInt64: Int] = [:]

  /// So much of the text of one story is in the other, in percent: stories that only quote each other have less.
  private static let leastShare = 60
  /// Fewer hashes in common say nothing.
  private static let leastHashes = 8
  /// A phrase of more stories than this is a form letter.
  private static let mostPlaces = 16

  /// The first story with the same text, and how much of the shorter text is in the longer one, in percent.
  func twin(of sketch: TextSketch) -> (place: Int, share: Int)? {
    if sketch.words > 0, let place = wholes[sketch.whole] { return (place, 100) }
    var common: [Int: Int] = [:]
    for hash in sketch.hashes {
      for place in places[hash] ?? [] { common[place, default: 0] += 1 }
    }
    for (place, count) in common.sorted(by: { $0.key < $1.key }) where count >= Self.leastHashes {
      let least = min(sketch.hashes.count, sketches[place].hashes.count)
      let share = count * 100 / max(1, least)
      if share >= Self.leastShare { return (place, share) }
    }
    return nil
  }

  mutating func add(_ sketch: TextSketch) {
    let place = sketches.count
    sketches.append(sketch)
    for hash in sketch.hashes where places[hash, default: []].count < Self.mostPlaces {
      places[hash, default: []].append(place)
    }
    if wholes[sketch.whole] == nil { wholes[sketch.whole] = place }
  }
}
