/// The start tag of an SVG picture (SVG 2 §5.1.1). Whether the rest is well-formed is for a parser to say.
enum SVGHeader {
  /// Whether a file is an XML document that begins with `svg`.
  static func isSVG(_ bytes: [UInt8]) -> Bool { startTag(bytes) != nil }

  /// Width and height where they are given in pixels, or the size of the view box.
  static func size(_ bytes: [UInt8]) -> (width: Int?, height: Int?) {
    guard let tag = startTag(bytes) else { return (nil, nil) }
    if let width = value("width", in: tag).flatMap(pixels),
      let height = value("height", in: tag).flatMap(pixels)
    {
      return (width, height)
    }
    let box = value("viewBox", in: tag)?.split { $0 == " " || $0 == "," || $0 == "\n" } ?? []
    guard box.count == 4, let width = pixels(box[2]), let height = pixels(box[3]) else {
      return (nil, nil)
    }
    return (width, height)
  }

  /// What stands between `<svg` and its `>`, when nothing but a declaration, comments and a document type is before.
  private static func startTag(_ bytes: [UInt8]) -> Substring? {
    var text = String(decoding: bytes.prefix(4096), as: UTF8.self)[...]
    if text.first == "\u{FEFF}" { text.removeFirst() }
    while true {
      text = text.drop { $0.isWhitespace }
      let end: String
      if text.hasPrefix("<?") {
        end = "?>"
      } else if text.hasPrefix("<!--") {
        end = "-->"
      } else if text.hasPrefix("<!DOCTYPE") {
        end = ">"
      } else {
        break
      }
      guard let found = text.firstRange(of: end) else { return nil }
      text = text[found.upperBound...]
    }
    guard text.hasPrefix("<svg"), let next = text.dropFirst(4).first,
      next.isWhitespace || next == ">" || next == "/"
    else { return nil }
    return text.dropFirst(4).prefix { $0 != ">" }
  }

  private static func value(_ name: String, in tag: Substring) -> Substring? {
    var rest = tag
    while let found = rest.firstRange(of: name + "=") {
      let isWhole =
        found.lowerBound > tag.startIndex && tag[..<found.lowerBound].last?.isWhitespace ?? false
      rest = rest[found.upperBound...]
      guard isWhole, let quote = rest.first, quote == "\"" || quote == "'" else { continue }
      return rest.dropFirst().prefix { $0 != quote }
    }
    return nil
  }

  /// "120", "120px" or "119.5"; no other unit says how many pixels there are.
  private static func pixels(_ text: Substring) -> Int? {
    let number = text.hasSuffix("px") ? text.dropLast(2) : text
    guard let value = Double(number), value >= 0.5, value < 100_000 else { return nil }
    return Int(value.rounded())
  }
}
