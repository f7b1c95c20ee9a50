/// What the fragment of a URL means to a document of a kind.
struct URLFragment {
  /// As it is written.
  let text: String?
  /// The id it names, or "".
  private(set) var id = ""
  /// The scheme it is in: "epubcfi".
  private(set) var scheme = ""
  /// Whether it is as a fragment of its kind has to be.
  private(set) var isValid = true

  init(_ url: BookURL, mediaType: String = "") {
    text = url.fragment
    guard let text else { return }
    switch mediaType.lowercased() {
    case "image/svg+xml": readSVG(text)
    case "application/xhtml+xml", "text/html": readHTML(text)
    default: readXML(text)
    }
  }

  var exists: Bool { text != nil }
  var isEmpty: Bool { text?.isEmpty ?? true }

  private mutating func readXML(_ text: String) {
    if let scheme = Self.scheme(of: text) {
      self.scheme = scheme
    } else {
      id = PercentCoding.decode(text)
      isValid = XMLNames.isNCName(id)
    }
  }

  private mutating func readHTML(_ text: String) {
    // A text directive follows the id (https://wicg.github.io/scroll-to-text-fragment/).
    let text = String(text.split(separator: ":~:", omittingEmptySubsequences: false).first ?? "")
    if let scheme = Self.scheme(of: text) {
      self.scheme = scheme
    } else if !Self.isMedia(text) {
      id = PercentCoding.decode(text)
    }
  }

  private mutating func readSVG(_ text: String) {
    guard !text.isEmpty else { return }
    let parts = text.split(separator: "&", omittingEmptySubsequences: false)
    let (first, rest) = (parts[0], parts.dropFirst())
    if first.hasPrefix("svgView(") {
      isValid = first.hasSuffix(")") && first.count > 9 && rest.allSatisfy(MediaFragment.isTime)
    } else if first.hasPrefix("t=") {
      isValid = MediaFragment.isTime(first) && rest.allSatisfy(MediaFragment.isSpace)
    } else if first.hasPrefix("xywh=") {
      isValid = MediaFragment.isSpace(first) && rest.allSatisfy(MediaFragment.isTime)
    } else if first.contains("=") {
      isValid = false
    } else {
      id = PercentCoding.decode(first)
      isValid = XMLNames.isNCName(id) && rest.allSatisfy(MediaFragment.isTime)
    }
  }

  /// `name(…)` and nothing else.
  private static func scheme(of text: String) -> String? {
    guard text.hasSuffix(")"), let open = text.firstIndex(of: "("), open > text.startIndex,
      text[..<open].utf8.allSatisfy({ XMLNames.isWordByte($0) })
    else { return nil }
    return String(text[..<open])
  }

  private static func isMedia(_ text: String) -> Bool {
    let parts = text.split(separator: "&", omittingEmptySubsequences: false)
    guard let first = parts.first, let equals = first.firstIndex(of: "="),
      ["t", "xywh", "track", "id", "xyn", "xyr"].contains(first[..<equals])
    else { return false }
    return parts.allSatisfy { part in
      guard let equals = part.firstIndex(of: "=") else { return false }
      return equals > part.startIndex && part.index(after: equals) < part.endIndex
    }
  }
}

/// The parts of media fragments (Media Fragments URI 1.0 §4.2).
enum MediaFragment {
  static func isTime(_ part: some StringProtocol) -> Bool {
    guard part.hasPrefix("t=") else { return false }
    var value = part.dropFirst(2)
    if value.hasPrefix("npt:") { value = value.dropFirst(4) }
    let ends = value.split(separator: ",", omittingEmptySubsequences: false)
    guard (1...2).contains(ends.count), !value.isEmpty, !(ends.last?.isEmpty ?? true) else {
      return false
    }
    return ends.enumerated().allSatisfy { index, end in
      (index == 0 && end.isEmpty && ends.count == 2) || isClock(String(end))
    }
  }

  static func isSpace(_ part: some StringProtocol) -> Bool {
    guard part.hasPrefix("xywh=") else { return false }
    var value = String(part.dropFirst(5))
    for unit in ["pixel:", "percent:"] where value.hasPrefix(unit) {
      value = String(value.dropFirst(unit.count))
    }
    let numbers = value.split(separator: ",", omittingEmptySubsequences: false)
    return numbers.count == 4 && numbers.allSatisfy { isNumber($0) }
  }

  private static func isClock(_ text: String) -> Bool {
    let halves = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    if halves.count == 2, !halves[1].isEmpty, !isNumber(halves[1]) { return false }
    let parts = halves[0].split(separator: ":", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts.allSatisfy({ isNumber($0) }) else { return false }
    let sixties = parts.count == 3 ? parts.dropFirst() : parts.count == 2 ? parts[...] : []
    return sixties.allSatisfy { $0.utf8.count == 2 && ($0.utf8.first ?? 0x39) <= 0x35 }
  }

  private static func isNumber(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
