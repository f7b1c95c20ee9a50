/// The styles of an RTF file's paragraphs, asked which of them are headings.
struct RTFStyles {
  private var levels: [Int: Int] = [:]
  private var current: Int?
  private var name: [UInt8] = []

  mutating func begin(_ number: Int) {
    current = number
    name = []
  }

  mutating func setLevel(_ level: Int) {
    if let current, (0...8).contains(level) { levels[current] = level }
  }

  /// Takes a piece of the style's name, which ends with a semicolon.
  mutating func addName(_ text: [UInt8]) {
    name += text
    guard name.last == UInt8(ascii: ";"), let style = current else { return }
    let words = Folding.fold(name.dropLast())
    if let level = Self.level(words), levels[style] == nil { levels[style] = level }
    current = nil
    name = []
  }

  /// The level of the headings with that style, from 0; `nil` for other text.
  func level(of style: Int) -> Int? { levels[style] }

  /// Programs name their styles in the language of their users.
  private static func level(_ name: String) -> Int? {
    if name == "title" || name == "titel" { return 0 }
    let words = name.split(separator: " ")
    guard words.count == 2, let level = Int(words[1]), (1...9).contains(level),
      ["heading", "uberschrift", "titre", "titolo", "titulo", "rubrik", "kop", "заголовок"]
        .contains(words[0])
    else { return nil }
    return level - 1
  }
}

/// What stands in the instruction of a field.
enum RTFField {
  /// The address of a link: HYPERLINK "https://example.org/".
  static func link(in instruction: String) -> String? {
    let words = instruction.split(whereSeparator: { $0 == " " || $0 == "\t" })
    guard words.first?.uppercased() == "HYPERLINK" else { return nil }
    let target = instruction.split(separator: "\"", omittingEmptySubsequences: false)
    let address = target.count >= 3 ? String(target[1]) : words.count > 1 ? String(words[1]) : ""
    return InlineStyle.isAddress(address) ? address : nil
  }
}
