/// From a pattern to a pattern: what a derivative without a name led to.
struct PatternMemo: Sendable {
  private var results: ContiguousArray<Int32> = []

  subscript(_ pattern: Pattern) -> Pattern? {
    get {
      let index = Int(pattern.index)
      guard index < results.count, results[index] >= 0 else { return nil }
      return Pattern(Int(results[index]))
    }
    set {
      guard let newValue else { return }
      let index = Int(pattern.index)
      while results.count <= index { results.append(-1) }
      results[index] = newValue.index
    }
  }
}
