/// What is left of the lines of which a piece was taken. They are few and every rule asks for every line, so that a
/// table of bits answers for most.
struct LineRemainders {
  private var pieces: [Int: Range<Int>] = [:]
  private var known: [UInt64]

  /// All lines whole.
  init(lineCount: Int) { known = Array(repeating: 0, count: lineCount / 64 + 1) }

  /// What is left of the line; `nil` when it is whole.
  subscript(line: Int) -> Range<Int>? {
    get { known[line >> 6] & (1 << UInt64(line & 63)) == 0 ? nil : pieces[line] }
    set {
      pieces[line] = newValue
      known[line >> 6] |= 1 << UInt64(line & 63)
    }
  }
}
