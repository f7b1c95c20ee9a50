internal import FanfoldStory

/// What a sidecar says → the YAML that people edit, with a word on what can be done.
public struct SidecarWriter: Sendable {
  private let sidecar: Sidecar

  /// A writer of that sidecar.
  public init(_ sidecar: Sidecar) { self.sidecar = sidecar }

  /// The file's text, UTF-8.
  public var bytes: [UInt8] {
    var lines = Self.introduction
    if let file = sidecar.file { lines.append("file: " + Self.scalar(file)) }
    lines.append("")
    for entry in sidecar.metadata { lines += Self.lines(entry) }
    lines += [
      "", "# Every chapter, by the line it begins on. Without this list fanfold finds them.",
    ]
    lines += chapterLines
    lines += ["", "# Lines to leave out of the book, and lines to keep as text: 12 or 12-15."]
    lines.append("drop: " + Self.ranges(sidecar.drop))
    lines.append("keep: " + Self.ranges(sidecar.keep))
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private static let introduction = [
    "# What fanfold recognised in the story beside this file. Correct what is wrong:",
    "# 'fanfold convert' does as it says. A key without a value empties that field; a key",
    "# that is left out leaves the field to fanfold.",
  ]

  private static func lines(_ entry: Sidecar.Entry) -> [String] {
    let key = entry.key.rawValue
    guard entry.key.isList else {
      return ["\(key): " + (entry.values.first.map(scalar) ?? "")]
    }
    return entry.values.isEmpty
      ? ["\(key): []"] : ["\(key):"] + entry.values.map { "  - " + scalar($0) }
  }

  private var chapterLines: [String] {
    guard let chapters = sidecar.chapters else {
      return ["# chapters:", "#   - line: 12", "#     title: …"]
    }
    guard !chapters.isEmpty else { return ["chapters: []"] }
    return ["chapters:"]
      + chapters.flatMap { chapter in
        var lines = ["  - line: \(chapter.line)"]
        if chapter.kind != .chapter { lines.append("    kind: \(chapter.kind.rawValue)") }
        if let label = chapter.label { lines.append("    label: " + Self.scalar(label)) }
        if let title = chapter.title { lines.append("    title: " + Self.scalar(title)) }
        return lines
      }
  }

  private static func ranges(_ ranges: [SourceLines]) -> String {
    let words = ranges.map { $0.first == $0.last ? "\($0.first)" : "\($0.first)-\($0.last)" }
    return "[" + words.joined(separator: ", ") + "]"
  }

  /// Text as YAML reads it back: plain where that is safe, else between quotation marks (YAML 1.1 §5.7).
  private static func scalar(_ text: String) -> String {
    if isSafe(text) { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: quoted += "\\\""
      case 0x5C: quoted += "\\\\"
      case 0x0A: quoted += "\\n"
      case 0x00...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE, 0xFFFF:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// Letters first, then nothing that YAML could take for a mark; and no word that it takes for something else.
  private static func isSafe(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first.properties.isAlphabetic,
      text.unicodeScalars.last != " ",
      !["null", "true", "false", "yes", "no", "on", "off", "y", "n"].contains(text.lowercased())
    else { return false }
    return text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0)
        || " ./&+()'!?-".unicodeScalars.contains($0)
    }
  }
}
