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
  /// For each step, which steps wait for a byte when it has been come to: bits, so many words each.
  private let reached: [UInt64]
  private let width: Int

  /// The syntax of an expression; `nil` when that is itself not well-formed.
  package init?(_ expression: ArraySlice<UInt8>) {
    var compiler = ValueSyntaxCompiler(expression)
    guard let steps = compiler.compile() else { return nil }
    self.steps = steps
    width = (steps.count + 63) / 64
    var reached = [UInt64](repeating: 0, count: steps.count * width)
    var seen = [Int](repeating: -1, count: steps.count)
    var open: [Int] = []
    for start in steps.indices {
      open.append(start)
      while let step = open.popLast() {
        guard seen[step] < start else { continue }
        seen[step] = start
        if case .fork(let one, let two) = steps[step] {
          open.append(two)
          open.append(one)
        } else {
          reached[start * width + step / 64] |= 1 << UInt64(step % 64)
        }
      }
    }
    self.reached = reached
  }

  package func matches(_ value: ArraySlice<UInt8>) -> Bool {
    if width == 1 { return matchesInWord(value) }
    var current = [UInt64](reached[..<width])
    var next = [UInt64](repeating: 0, count: width)
    for byte in value {
      var isEmpty = true
      for word in 0..<width {
        var bits = current[word]
        while bits != 0 {
          let step = word * 64 + bits.trailingZeroBitCount
          bits &= bits - 1
          guard case .byte(let set) = steps[step], set.contains(byte) else { continue }
          isEmpty = false
          for other in 0..<width { next[other] |= reached[(step + 1) * width + other] }
        }
      }
      if isEmpty { return false }
      swap(&current, &next)
      for word in 0..<width { next[word] = 0 }
    }
    let last = steps.count - 1
    return current[last / 64] & 1 << UInt64(last % 64) != 0
  }

  /// The same where all steps are bits of one word, as in most syntaxes.
  private func matchesInWord(_ value: ArraySlice<UInt8>) -> Bool {
    var current = reached[0]
    for byte in value {
      var next: UInt64 = 0
      while current != 0 {
        let step = current.trailingZeroBitCount
        current &= current - 1
        if case .byte(let set) = steps[step], set.contains(byte) { next |= reached[step + 1] }
      }
      if next == 0 { return false }
      current = next
    }
    return current & 1 << UInt64(steps.count - 1) != 0
  }
}
