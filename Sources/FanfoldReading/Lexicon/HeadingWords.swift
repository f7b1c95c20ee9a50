internal import FanfoldStory

/// The words that head chapters.
package struct HeadingWords {
  /// What a word can head.
  package enum Class: String {
    /// With a number: "Chapter 3".
    case chapter, part, entry
    /// By itself: "Epilogue".
    case prologue, epilogue, interlude, preface, afterword

    /// Whether the word needs a number.
    var isNumbered: Bool { self == .chapter || self == .part || self == .entry }

    /// The kind of chapter it heads.
    var kind: Chapter.Kind {
      switch self {
      case .chapter, .part, .entry: .chapter
      case .prologue: .prologue
      case .epilogue: .epilogue
      case .interlude: .interlude
      case .preface: .preface
      case .afterword: .afterword
      }
    }
  }

  private var words: [String: Class] = [:]
  let numerals = Numerals()
  /// How headings begin, their decoration skipped.
  let filter: PrefixFilter

  package init() {
    let rows = Table("heading-words").rows
    words.reserveCapacity(rows.count)
    for row in rows where row.count >= 3 {
      words[row[2]] = Class(rawValue: row[0])
    }
    let roman = (1...60).map { Numerals.roman(of: $0) + "." }
    filter = PrefixFilter([Array(words.keys), Array(numerals.words.keys), roman, ["1"]].joined())
  }

  /// Whether a line, its decoration skipped, may begin with a heading's word or number.
  func mayBegin(_ bytes: ArraySlice<UInt8>) -> Bool { filter.mayMatch(bytes) }

  /// What a folded word heads; `nil` for other words.
  subscript(_ word: some StringProtocol) -> Class? { words[String(word)] }
}
