/// Lines that mean one thing to those who write stories and another to Markdown: "~~~" and "#" between two scenes open a
/// block of code and an empty heading, "2. The River" above a chapter begins a list. Backslashes make them text again
/// (https://spec.commonmark.org/0.31.2/#backslash-escapes); no line is added or taken away.
enum MarkdownOrnaments {
  static func escaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
    let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
    let apart = lines.indices.filter { index in
      !isBlank(lines[index])
        && (index == lines.startIndex || isBlank(lines[index - 1]))
        && (index + 1 == lines.endIndex || isBlank(lines[index + 1]))
    }
    let wanted = Set(apart.filter { isOrnament(lines[$0]) } + numberedHeadings(apart, lines))
    guard !wanted.isEmpty else { return Array(text) }
    var escaped: [UInt8] = []
    escaped.reserveCapacity(text.count + 64)
    for (index, line) in lines.enumerated() {
      if index > 0 { escaped.append(0x0A) }
      guard wanted.contains(index) else {
        escaped += line
        continue
      }
      for byte in line {
        if signs.contains(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ")") {
          escaped.append(UInt8(ascii: "\\"))
        }
        escaped.append(byte)
      }
    }
    return escaped
  }

  private static let signs = Set("#*+->~".utf8)

  private static func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
    line.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
  }

  /// Whether a line is signs of Markdown and nothing else; asterisks, hyphens and underscores by threes are a rule to
  /// both.
  private static func isOrnament(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= 40, let first = line.first(where: { $0 != 0x20 && $0 != 0x09 }) else {
      return false
    }
    let solid = line.filter { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }
    guard solid.allSatisfy(signs.contains) else { return false }
    let isRule = solid.count >= 3 && (first == UInt8(ascii: "*") || first == UInt8(ascii: "-"))
    return !(isRule && solid.allSatisfy { $0 == first })
  }

  /// "1. The Parcel", "2. The Plate", … each with a page of text below it, which no item of a list has.
  private static func numberedHeadings(_ apart: [Int], _ lines: [ArraySlice<UInt8>]) -> [Int] {
    let numbered = apart.compactMap { index in number(lines[index]).map { (index, $0) } }
    guard numbered.count >= 2 else { return [] }
    for (heading, next) in zip(numbered, numbered.dropFirst()) {
      let between = lines[next.0].startIndex - lines[heading.0].startIndex
      guard next.1 == heading.1 + 1, between >= leastChapter else { return [] }
    }
    return numbered.map(\.0)
  }

  /// In bytes, as for the numbers that head chapters of plain text.
  private static let leastChapter = 250

  private static func number(_ line: ArraySlice<UInt8>) -> Int? {
    let digits = line.prefix { (0x30...0x39).contains($0) }
    let rest = line[digits.endIndex...]
    guard (1...3).contains(digits.count), line.count <= 80,
      rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ")"),
      rest.dropFirst().first == 0x20
    else { return nil }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}
