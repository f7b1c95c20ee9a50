/// How far two words are apart: letters put in, left out, changed, or two neighbours swapped
/// (Damerau–Levenshtein in its restricted form).
package enum EditDistance {
  /// Whether the words are at most `limit` apart.
  package static func within(
    _ limit: Int, _ left: some Collection<UInt8>, _ right: some Collection<UInt8>
  ) -> Bool {
    guard abs(left.count - right.count) <= limit else { return false }
    let (left, right) = (Array(left), Array(right))
    var twoBack: [Int] = []
    var previous = Array(0...right.count)
    for row in 1...max(1, left.count) where row <= left.count {
      var current = [row]
      for column in 1...max(1, right.count) where column <= right.count {
        let cost = left[row - 1] == right[column - 1] ? 0 : 1
        var best = min(previous[column] + 1, current[column - 1] + 1, previous[column - 1] + cost)
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          best = min(best, twoBack[column - 2] + 1)
        }
        current.append(best)
      }
      if (current.min() ?? 0) > limit { return false }
      twoBack = previous
      previous = current
    }
    return (previous.last ?? 0) <= limit
  }
}
