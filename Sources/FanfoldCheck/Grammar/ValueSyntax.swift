/// A syntax given as a regular expression, matched against the whole of a value.
///
/// All ways through the expression are followed at once (Thompson's construction), so that a value
/// made to be hard costs no more than its length.
package struct ValueSyntax: Sendable {
  /// A set of bytes.
  struct ByteSet: Sendable {
    private var bits: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

    func contains(_ byte: UInt8) -> Bool {
      let bit = UInt64(1) << UInt64(byte & 63)
      switch byte >> 6 {
      case 0: return bits.0 & bit != 0
      case 1: return bits.1 & bit != 0
      case 2: return bits.2 & bit != 0
      default: return bits.3 & bit != 0
      }
    }

    mutating func insert(_ byte: UInt8) {
      let bit = UInt64(1) << UInt64(byte & 63)
      switch byte >> 6 {
      case 0: bits.0 |= bit
      case 1: bits.1 |= bit
      case 2: bits.2 |= bit
      default: bits.3 |= bit
      }
    }

    mutating func formUnion(_ other: ByteSet) {
      bits = (
        bits.0 | other.bits.0, bits.1 | other.bits.1, bits.2 | other.bits.2, bits.3 | other.bits.3
      )
    }

    mutating func invert() { bits = (~bits.0, ~bits.1, ~bits.2, ~bits.3) }
  }

  enum Step: Sendable {
    case byte(ByteSet)
    case fork(Int, Int)
    case done
  }

  private let steps: [Step]

  /// The syntax of an expression; `nil` when that is itself not well-formed.
  package init?(_ expression: String) {
    var compiler = ValueSyntaxCompiler(expression)
    guard let steps = compiler.compile() else { return nil }
    self.steps = steps
  }

  package func matches(_ value: ArraySlice<UInt8>) -> Bool {
    var current: [Int] = []
    var seen = [Int](repeating: -1, count: steps.count)
    add(0, &current, &seen, generation: 0)
    var generation = 0
    for byte in value {
      generation += 1
      var next: [Int] = []
      for step in current {
        if case .byte(let set) = steps[step], set.contains(byte) {
          add(step + 1, &next, &seen, generation: generation)
        }
      }
      if next.isEmpty { return false }
      current = next
    }
    return current.contains { if case .done = steps[$0] { true } else { false } }
  }

  private func add(_ step: Int, _ list: inout [Int], _ seen: inout [Int], generation: Int) {
    var waiting = [step]
    while let step = waiting.popLast() {
      if seen[step] == generation { continue }
      seen[step] = generation
      if case .fork(let one, let two) = steps[step] {
        waiting.append(two)
        waiting.append(one)
      } else {
        list.append(step)
      }
    }
  }
}
