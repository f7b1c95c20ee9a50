extension MarkdownReader {
  /// Whether a file is Markdown: by its extension, or because front matter and headings with `#` stand in it. Rows of
  /// hyphens and words between asterisks are in texts of every kind and say nothing.
  static func matches(_ file: StoryFile) -> Bool {
    let name = file.name.lowercased()
    if extensions.contains(where: name.hasSuffix) { return !isPage(file.bytes) }
    guard let front = YAMLMatter(file.bytes) else { return false }
    return file.bytes[front.end...].split(separator: 0x0A).contains(where: isHeading)
  }

  private static let extensions = [".md", ".markdown", ".mdown", ".mkd"]

  /// A saved page may have any name.
  private static func isPage(_ bytes: [UInt8]) -> Bool {
    let head = Folding.lowercased(bytes.prefix(512).drop { $0 <= 0x20 || $0 >= 0x80 })
    return head.hasPrefix("<!doctype html") || head.hasPrefix("<html")
  }

  private static func isHeading(_ line: ArraySlice<UInt8>) -> Bool {
    let rest = line.drop { $0 == UInt8(ascii: "#") }
    return (1...6).contains(rest.startIndex - line.startIndex) && rest.first == 0x20
  }
}
