internal import FanfoldArchive
internal import FanfoldMarkup

/// The formats stories are saved in, told apart by their bytes. A file's extension is asked only where the bytes
/// allow several readings.
enum Format: String, CaseIterable, Sendable {
  case plainText, markdown, fanFicFare, rtf, html, epub, docx, odt, fb2

  /// The format of a file.
  static func sniff(_ file: StoryFile) -> Format {
    if ContainerReader.matches(file.bytes.span) { return sniffContainer(file) }
    if file.bytes.starts(with: RTFReader.signature) { return .rtf }
    if ODTReader.isFlat(file.bytes) { return .odt }
    if FB2Reader.matches(file.bytes) { return .fb2 }
    if FanFicFareReader.matches(file.bytes) { return .fanFicFare }
    if MarkdownReader.matches(file) { return .markdown }
    // UTF-16 pages have a NUL beside each letter.
    let head = file.bytes.prefix(4096).filter { $0 != 0 }[...]
    let isPage =
      HTMLSigns.isHTML(head) || HTMLSigns.isPiece(head, of: file.name)
      || TypedEntry.matches(file.bytes)
    return isPage ? .html : .plainText
  }

  /// The format of a ZIP container, by what is in it; a container of nothing known is text, and refused as such.
  private static func sniffContainer(_ file: StoryFile) -> Format {
    guard let container = try? ContainerReader(file.bytes) else {
      // One cut short still says at its beginning what it was (EPUB 3.3 §4.2.2).
      let isBook = file.bytes.prefix(100).firstRange(of: Array("application/epub+zip".utf8)) != nil
      return isBook || file.name.lowercased().hasSuffix(".epub") ? .epub : .plainText
    }
    let isBook = container.entries.contains {
      $0.path == "META-INF/container.xml" || $0.path.hasSuffix(".opf")
    }
    if isBook { return .epub }
    let isWord = container.entries.contains {
      $0.path == "word/document.xml" || $0.path == "[Content_Types].xml"
    }
    if isWord { return .docx }
    return container.entry(at: "content.xml") != nil ? .odt : .plainText
  }
}

/// The signs that a file is a web page.
enum HTMLSigns {
  /// Whether a page's first elements stand near the beginning of the bytes, a byte order mark, comments and an XML
  /// declaration before them or not.
  static func isHTML(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.contains(UInt8(ascii: "<")) else { return false }
    let text = Folding.lowercased(bytes)
    let first = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    guard first.first == "<" || first.hasPrefix("ï»¿<") else {
      return text.holds("<html") && text.holds("<head") || text.holds("<!doctype html")
    }
    return marks.contains { text.holds($0) }
  }

  /// Whether the bytes are a piece of a page that begins with text: some of the elements that pages part lines with,
  /// one where the name says that it is a page.
  static func isPiece(_ bytes: ArraySlice<UInt8>, of name: String) -> Bool {
    guard bytes.contains(UInt8(ascii: "<")) else { return false }
    let ending = name.lowercased()
    let isNamed = [".html", ".htm", ".xhtml"].contains { ending.hasSuffix($0) }
    var count = 0
    for bracket in bytes.indices where bytes[bracket] == UInt8(ascii: "<") {
      let tag = Folding.lowercased(bytes[bracket...].prefix(6))
      if parts.contains(where: tag.hasPrefix) { count += 1 }
      if count >= (isNamed ? 1 : 6) { return true }
    }
    return false
  }

  private static let parts = ["<br>", "<br/>", "<br />", "<p>", "</p>"]

  private static let marks = [
    "<!doctype html", "<html", "<head", "<body", "<title", "<meta ", "<div", "<p>", "<p ",
    "<center", "<font", "<table",
    "<h1", "<h2", "<h3", "<script", "<span", "<br",
  ]
}

extension Folding {
  /// The bytes as text, ASCII capitals made small.
  static func lowercased(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}

extension String {
  /// Whether a word of ASCII stands in the text, told by its bytes: no form of Unicode has others for them.
  func holds(_ word: String) -> Bool { utf8Span.span.firstIndex(of: Array(word.utf8)) != nil }
}
