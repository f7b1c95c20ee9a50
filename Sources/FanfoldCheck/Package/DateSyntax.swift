/// Dates of W3CDTF (https://www.w3.org/TR/NOTE-datetime), with as many parts as there are.
struct DateSyntax {
  private var tokens: ArraySlice<Substring>
  private var numbers: [Int] = []

  static func isDate(_ text: String) -> Bool {
    var syntax = DateSyntax(text)
    return syntax.isDate()
  }

  private init(_ text: String) {
    var tokens: [Substring] = []
    var start = text.startIndex
    for index in text.indices where "-T:.+Z".contains(text[index]) {
      if start < index { tokens.append(text[start..<index]) }
      tokens.append(text[index...index])
      start = text.index(after: index)
    }
    if start < text.endIndex { tokens.append(text[start...]) }
    self.tokens = tokens[...]
  }

  private mutating func isDate() -> Bool {
    // Year, month, day, hour and minute, each but the first behind its sign.
    for sign in ["", "-", "-", "T", ":"] {
      if tokens.isEmpty { return !numbers.isEmpty && isInRange }
      if !sign.isEmpty, tokens.popFirst() != sign[...] { return false }
      guard readNumber() else { return false }
    }
    guard let next = tokens.first else { return isInRange }
    if next == ":" {
      tokens = tokens.dropFirst()
      guard readNumber() else { return false }
      if tokens.first == "." {
        tokens = tokens.dropFirst()
        guard let fraction = tokens.popFirst(), Int(fraction) != nil else { return false }
      }
      if tokens.isEmpty { return isInRange }
    }
    return isZone()
  }

  private mutating func isZone() -> Bool {
    switch tokens.popFirst() {
    case "Z": return tokens.isEmpty && isInRange
    case "+", "-":
      let count = numbers.count
      guard readNumber(), tokens.popFirst() == ":", readNumber() else { return false }
      numbers.removeLast(numbers.count - count)
      return (1...9999).contains(numbers[0])
    default: return false
    }
  }

  private mutating func readNumber() -> Bool {
    // Digits of any script, as Java reads numbers.
    guard let token = tokens.popFirst(), token.utf8.count < 64,
      token.unicodeScalars.allSatisfy({ $0.properties.numericType == .decimal })
    else { return false }
    let digits = token.unicodeScalars.map { Int($0.properties.numericValue ?? 0) }
    guard let number = Int(digits.map(String.init).joined()) else { return false }
    numbers.append(number)
    return true
  }

  private var isInRange: Bool {
    guard (1...9999).contains(numbers[0]) else { return false }
    if numbers.count > 1, !(1...12).contains(numbers[1]) { return false }
    if numbers.count > 2, !(1...days(numbers[1], of: numbers[0])).contains(numbers[2]) {
      return false
    }
    return zip(numbers.dropFirst(3), [23, 59, 59]).allSatisfy { $0 <= $1 }
  }

  private func days(_ month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0 || year < 1582) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// The forms of identifiers.
enum Identifiers {
  /// Five groups of hexadecimal digits, leading zeros left out or not, as readers of UUIDs take it.
  static func isUUID(_ text: String) -> Bool {
    let groups = text.split(separator: "-", omittingEmptySubsequences: false)
    return groups.count == 5 && text.utf8.count <= 36
      && groups.allSatisfy { group in
        (1...15).contains(group.utf8.count)
          && group.utf8.allSatisfy { PercentCoding.hexDigit($0) != nil }
      }
  }
}
