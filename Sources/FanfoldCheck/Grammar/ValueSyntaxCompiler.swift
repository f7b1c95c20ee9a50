/// Turns a regular expression into the steps of a ``ValueSyntax``: bytes, classes, groups, `|`,
/// `* + ? {n,m}`, and `\d \s \S \i \c` as XML Schema has them.
struct ValueSyntaxCompiler {
  private typealias Step = ValueSyntax.Step
  private typealias ByteSet = ValueSyntax.ByteSet

  private let source: [UInt8]
  private var position = 0

  init(_ expression: ArraySlice<UInt8>) {
    source = Array(expression)
  }

  mutating func compile() -> [ValueSyntax.Step]? {
    guard let steps = choice(), position == source.count else { return nil }
    return steps + [.done]
  }

  private var next: UInt8? { position < source.count ? source[position] : nil }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func choice() -> [Step]? {
    guard var steps = sequence() else { return nil }
    while take("|") {
      guard let other = sequence() else { return nil }
      let jump = steps.count + 2 + other.count
      let first = Self.shifted(steps, by: 1)
      let second = Self.shifted(other, by: steps.count + 2)
      steps = [.fork(1, steps.count + 2)] + first + [.fork(jump, jump)] + second
    }
    return steps
  }

  private mutating func sequence() -> [Step]? {
    var steps: [Step] = []
    while let byte = next, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
      guard let atom = atom(), let repeated = repetition(of: atom) else { return nil }
      steps += Self.shifted(repeated, by: steps.count)
    }
    return steps
  }

  private static func shifted(_ steps: [Step], by distance: Int) -> [Step] {
    steps.map {
      if case .fork(let one, let two) = $0 { return .fork(one + distance, two + distance) }
      return $0
    }
  }

  // MARK: Repetition

  private mutating func repetition(of atom: [Step]) -> [Step]? {
    if take("*") { return Self.any(atom) }
    if take("+") { return Self.repeated(atom, 1, nil) }
    if take("?") { return Self.repeated(atom, 0, 1) }
    guard take("{") else { return atom }
    let low = number() ?? 0
    var high: Int? = low
    if take(",") { high = number() }
    guard take("}"), low <= 100, high.map({ $0 >= low && $0 <= 100 }) ?? true else { return nil }
    return Self.repeated(atom, low, high)
  }

  private mutating func number() -> Int? {
    var value: Int?
    while let byte = next, Datatype.isDigit(byte) {
      value = min((value ?? 0) * 10 + Int(byte & 0x0F), 1000)
      position += 1
    }
    return value
  }

  private static func any(_ atom: [Step]) -> [Step] {
    [.fork(1, atom.count + 2)] + shifted(atom, by: 1) + [.fork(0, 0)]
  }

  private static func repeated(_ atom: [Step], _ low: Int, _ high: Int?) -> [Step] {
    var steps: [Step] = []
    for _ in 0..<low { steps += shifted(atom, by: steps.count) }
    guard let high else { return steps + shifted(any(atom), by: steps.count) }
    for _ in low..<max(high, low) {
      let start = steps.count
      steps.append(.fork(start + 1, start + 1 + atom.count))
      steps += shifted(atom, by: start + 1)
    }
    return steps
  }

  // MARK: Atoms

  private mutating func atom() -> [Step]? {
    guard let byte = next else { return nil }
    position += 1
    switch Unicode.Scalar(byte) {
    case "(":
      guard let inner = choice(), take(")") else { return nil }
      return inner
    case "[": return characterClass().map { [.byte($0)] }
    case ".": return [.byte(Self.set { $0 != 0x0A && $0 != 0x0D })]
    case "\\": return escape().map { [.byte($0)] }
    case "*", "+", "?", "{", ")": return nil
    default: return [.byte(Self.single(byte))]
    }
  }

  private static func single(_ byte: UInt8) -> ByteSet {
    var set = ByteSet()
    set.insert(byte)
    return set
  }

  private static func set(_ holds: (UInt8) -> Bool) -> ByteSet {
    var set = ByteSet()
    for byte in UInt8.min...UInt8.max where holds(byte) { set.insert(byte) }
    return set
  }

  private mutating func escape() -> ByteSet? {
    guard let byte = next else { return nil }
    position += 1
    switch Unicode.Scalar(byte) {
    case "d": return Self.set(Datatype.isDigit)
    case "s": return Self.set(Datatype.isSpace)
    case "S": return Self.set { !Datatype.isSpace($0) }
    case "i":
      return Self.set { Datatype.isLetter($0) || $0 >= 0x80 || $0 == 0x5F }
    case "c": return Self.set { Datatype.isNameByte($0) && $0 != 0x3A }
    case "n": return Self.single(0x0A)
    case "r": return Self.single(0x0D)
    case "t": return Self.single(0x09)
    default: return Self.single(byte)
    }
  }

  private mutating func characterClass() -> ByteSet? {
    var set = ByteSet()
    let isInverted = take("^")
    while let byte = next, byte != UInt8(ascii: "]") {
      position += 1
      if byte == UInt8(ascii: "\\") {
        guard let inner = escape() else { return nil }
        set.formUnion(inner)
      } else if next == UInt8(ascii: "-"), position + 1 < source.count,
        source[position + 1] != UInt8(ascii: "]"), source[position + 1] >= byte
      {
        let last = source[position + 1]
        position += 2
        for member in byte...last { set.insert(member) }
      } else {
        set.insert(byte)
      }
    }
    guard take("]") else { return nil }
    if isInverted { set.invert() }
    return set
  }
}
