internal import FanfoldMarkup

/// The YAML at the top of a Markdown file, between a line of three hyphens and another one (or three dots).
struct YAMLMatter {
  let pairs: [YAMLNode.Member]
  /// How many lines it takes, those with the hyphens too.
  let lines: Int
  /// Where the text begins.
  let end: Int

  /// `nil` when the file begins otherwise: with a rule, for example.
  init?(_ text: [UInt8]) {
    var start = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let first = Self.line(text, from: start), Self.isFence(text[first], "---") else {
      return nil
    }
    let yaml = first.upperBound
    start = yaml
    var lines = 1
    while let line = Self.line(text, from: start) {
      lines += 1
      if Self.isFence(text[line], "---") || Self.isFence(text[line], "...") {
        let source = Array(text[yaml..<line.lowerBound])
        guard let node = try? YAMLDocument.parse(source), case .mapping(let pairs, _) = node,
          !pairs.isEmpty
        else { return nil }
        self.pairs = pairs
        self.lines = lines
        end = line.upperBound
        return
      }
      start = line.upperBound
    }
    return nil
  }

  /// The line that begins at an offset, with its end.
  private static func line(_ text: [UInt8], from start: Int) -> Range<Int>? {
    guard start < text.count else { return nil }
    let newline = text[start...].firstIndex(of: 0x0A)
    return start..<(newline.map { $0 + 1 } ?? text.count)
  }

  private static func isFence(_ line: ArraySlice<UInt8>, _ fence: String) -> Bool {
    line.starts(with: fence.utf8) && line.dropFirst(3).allSatisfy { $0 <= 0x20 }
  }
}
