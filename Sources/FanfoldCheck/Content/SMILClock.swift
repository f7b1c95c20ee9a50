/// A clock value of SMIL (SMIL 3.0 §5.4.1): "1:02:03.5", "02:03", "5.5min".
struct SMILClock: Hashable, Sendable {
  let milliseconds: Double

  init?(_ text: String) {
    var text = text.trimmingBlanks()
    if text.hasPrefix("npt=") { text = String(text.dropFirst(4)) }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    if parts.count == 1 {
      guard let count = Self.count(text) else { return nil }
      milliseconds = count
      return
    }
    guard parts.count <= 3, let last = parts.last,
      let seconds = Self.decimal(last), last.prefix(while: { $0 != "." }).utf8.count == 2,
      last.utf8.first.map({ $0 < 0x36 }) == true
    else { return nil }
    var minutes = 0.0
    for (index, part) in parts.dropLast().enumerated() {
      let isFirstOfThree = parts.count == 3 && index == 0
      guard let number = Self.whole(part),
        isFirstOfThree || part.utf8.count == 2 && number < 60
      else { return nil }
      minutes = minutes * 60 + number
    }
    milliseconds = (minutes * 60_000) + seconds * 1000
  }

  private static let units: [(name: String, milliseconds: Double)] = [
    ("ms", 1), ("min", 60_000), ("h", 3_600_000), ("s", 1000),
  ]

  private static func count(_ text: String) -> Double? {
    for unit in units where text.hasSuffix(unit.name) {
      return decimal(text.dropLast(unit.name.count)).map { $0 * unit.milliseconds }
    }
    return decimal(text[...]).map { ($0 * 1000).rounded(.down) }
  }

  private static func whole(_ text: Substring) -> Double? {
    !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Double(text) : nil
  }

  private static func decimal(_ text: Substring) -> Double? {
    let halves = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    return halves.allSatisfy { whole($0) != nil } ? Double(text) : nil
  }
}
