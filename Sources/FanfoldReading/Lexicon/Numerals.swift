/// Reads numbers as headings have them: digits, Roman, spelled out, Chinese.
package struct Numerals {
  /// How a number is written; the headings of one story are written alike.
  package enum Style: Hashable { case digits, roman, word, ideographic }

  /// Numbers spelled out.
  private(set) var words: [String: Int] = [:]

  package init() {
    let rows = Table("numerals").rows
    words.reserveCapacity(rows.count)
    for row in rows where row.count >= 3 { words[row[2]] = Int(row[0]) }
  }

  /// The number a folded word means, "3", "iv", "thirteen", "twenty-one", "十三"; `nil` for anything else.
  package func read(_ word: some StringProtocol) -> (value: Int, style: Style)? {
    let word = String(word)
    if let value = digits(word) { return (value, .digits) }
    if let value = spelled(word) { return (value, .word) }
    if let value = Self.roman(word) { return (value, .roman) }
    if let value = Self.ideographic(word) { return (value, .ideographic) }
    return nil
  }

  private func digits(_ word: String) -> Int? {
    var digits = word.utf8[...]
    if digits.count > 2, digits.last.map({ $0 >= 0x61 }) ?? false,
      let suffix = Self.ordinalSuffixes.first(where: { word.hasSuffix($0) })
    {
      digits = digits.dropLast(suffix.utf8.count)
    }
    guard !digits.isEmpty, digits.count <= 4, digits.allSatisfy({ (0x30...0x39).contains($0) })
    else {
      return Self.otherDigits(word)
    }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private static let ordinalSuffixes = ["st", "nd", "rd", "th"]

  /// A number in the digits of another script.
  private static func otherDigits(_ word: String) -> Int? {
    var value = 0
    guard let first = word.utf8.first, first >= 0x80, word.unicodeScalars.count <= 4 else {
      return nil
    }
    for scalar in word.unicodeScalars {
      guard let zero = zeros.first(where: { ($0...$0 + 9).contains(scalar.value) }) else {
        return nil
      }
      value = value * 10 + Int(scalar.value - zero)
    }
    return value
  }

  /// The zeros of Arabic, Persian, Devanagari, Bengali, Thai and full-width digits.
  private static let zeros: [UInt32] = [0x660, 0x6F0, 0x966, 0x9E6, 0xE50, 0xFF10]

  private func spelled(_ word: String) -> Int? {
    if let value = words[word] { return value }
    let parts = word.split(whereSeparator: { $0 == "-" || $0 == " " })
    guard parts.count == 2, let tens = words[String(parts[0])], let ones = words[String(parts[1])],
      tens >= 20, tens % 10 == 0, tens < 100, (1...9).contains(ones)
    else { return nil }
    return tens + ones
  }

  /// A Roman number up to 399 in its usual form.
  static func roman(_ word: String) -> Int? {
    guard !word.isEmpty, word.utf8.count <= 9 else { return nil }
    var value = 0
    var previous = 0
    for letter in word.utf8.reversed() {
      guard let one = romanValue(letter) else { return nil }
      value += one < previous ? -one : one
      previous = max(previous, one)
    }
    return value > 0 && value < 400 && roman(of: value) == word ? value : nil
  }

  private static func romanValue(_ letter: UInt8) -> Int? {
    switch letter {
    case UInt8(ascii: "i"): 1
    case UInt8(ascii: "v"): 5
    case UInt8(ascii: "x"): 10
    case UInt8(ascii: "l"): 50
    case UInt8(ascii: "c"): 100
    default: nil
    }
  }

  /// A number in Roman numerals, small letters.
  static func roman(of value: Int) -> String {
    let signs = [
      (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"),
      (1, "i"),
    ]
    var rest = value
    var roman = ""
    for (amount, sign) in signs {
      while rest >= amount {
        roman += sign
        rest -= amount
      }
    }
    return roman
  }

  /// A number up to 9999 in Chinese and Japanese numerals, "二十三" or "一〇三".
  static func ideographic(_ word: String) -> Int? {
    var total = 0
    var digit: Int?
    var sawUnit = false
    guard let first = word.utf8.first, first >= 0x80, word.unicodeScalars.count <= 7 else {
      return nil
    }
    for scalar in word.unicodeScalars {
      if let value = ideographicDigits[scalar] {
        digit = sawUnit || digit == nil ? value : (digit ?? 0) * 10 + value
      } else if let unit = ideographicUnits[scalar] {
        total += (digit ?? 1) * unit
        digit = nil
        sawUnit = true
      } else {
        return nil
      }
    }
    return total + (digit ?? 0)
  }

  private static let ideographicDigits: [Unicode.Scalar: Int] = [
    "〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    "壹": 1, "贰": 2, "叁": 3,
  ]
  private static let ideographicUnits: [Unicode.Scalar: Int] = ["十": 10, "百": 100, "千": 1000]
}
