internal import FanfoldStory

/// How the paragraphs of a text were told apart, in words.
struct ShapeDecision {
  let shape: LineShape

  /// The decision, with the other reading where the lines leave room for it.
  func decision() -> Decision {
    Decision(
      .paragraphs, value,
      rule: "line-shape", at: nil, because: evidence, insteadOf: alternative)
  }

  private var value: String {
    let broken = shape.isWrapped ? ", lines broken at \(shape.width) columns" : ""
    return switch shape.paragraphs {
    case .blankLine: "parted by blank lines" + broken
    case .onePerLine: "one on each line"
    case .indented: "begun by an indent" + broken
    case .doubleSpaced: "parted by two blank lines" + broken
    }
  }

  private var evidence: String {
    guard let full = shape.fullLines else { return "hardly any two lines touch" }
    return "\(full) of 100 lines that touch the next one left no room for its first word"
  }

  /// Between 35 and 65 lines in a hundred either reading is possible.
  private var alternative: Decision.Alternative? {
    guard let full = shape.fullLines, (20...80).contains(full) else { return nil }
    return .init(
      shape.isWrapped ? "one on each line" : "lines broken at \(shape.width) columns",
      reason: shape.isWrapped ? "more lines are full than not" : "more lines end early than not",
      isClose: (35...65).contains(full))
  }
}
