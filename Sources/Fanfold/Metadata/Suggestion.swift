/// What somebody may have meant who mistyped a word.
package enum Suggestion {
  /// The candidate with the fewest letters to put in, leave out or change; `nil` when none is near: a third of
  /// the letters may be wrong.
  package static func nearest(to word: String, among candidates: [String]) -> String? {
    let distances = candidates.map { ($0, distance(Array(word.utf8), Array($0.utf8))) }
    guard let best = distances.min(by: { $0.1 < $1.1 }) else { return nil }
    return best.1 <= max(1, word.utf8.count / 3) ? best.0 : nil
  }

  /// Levenshtein's distance.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var row = Array(0...right.count)
    for (index, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (column, other) in right.enumerated() {
        let cost = min(row[column] + 1, row[column + 1] + 1, diagonal + (letter == other ? 0 : 1))
        diagonal = row[column + 1]
        row[column + 1] = cost
      }
    }
    return row[right.count]
  }
}
