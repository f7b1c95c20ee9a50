/// What somebody may have meant who mistyped a word.
package enum Suggestion {
  /// The candidate with the fewest letters to put in, leave out or change; `nil` when none is near: a third of
  /// the letters may be wrong.
  package static func nearest(to word: String, among candidates: [String]) -> String? {
    let distances = candidates.map { ($0, distance(Array(word.utf8), Array($0.utf8))) }
    guard let best = distances.min(by: { $0.1 < $1.1 }) else { return nil }
    return best.1 <= max(1, word.utf8.count / 3) ? best.0 : nil
  }

  /// Damerau and Levenshtein's distance, in which two letters that changed places count as one mistake.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var rows = [Array(0...right.count)]
    for (index, letter) in left.enumerated() {
      var row = [index + 1]
      for (column, other) in right.enumerated() {
        let above = rows[index]
        var cost = min(row[column], above[column + 1]) + 1
        cost = min(cost, above[column] + (letter == other ? 0 : 1))
        if index > 0, column > 0, letter == right[column - 1], left[index - 1] == other {
          cost = min(cost, rows[index - 1][column - 1] + 1)
        }
        row.append(cost)
      }
      rows.append(row)
    }
    return rows[left.count][right.count]
  }
}
