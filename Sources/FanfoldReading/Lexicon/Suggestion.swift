/// What somebody may have meant who mistyped a word.
package enum Suggestion {
  /// The candidate with the fewest letters to put in, leave out, change or swap; `nil` when none is near: a third
  /// of the letters may be wrong.
  package static func nearest(to word: String, among candidates: [String]) -> String? {
    let letters = Array(word.utf8)
    for limit in 0...max(1, letters.count / 3) {
      let near = candidates.first { EditDistance.within(limit, letters, Array($0.utf8)) }
      if let near { return near }
    }
    return nil
  }
}
