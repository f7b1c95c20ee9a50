/// Media types, and what EPUB allows each for (EPUB 3.3 §3.2, OPF 2.0.1 §1.3.7).
enum MediaType {
  static let xhtml = "application/xhtml+xml"
  static let svg = "image/svg+xml"
  static let css = "text/css"
  static let ncx = "application/x-dtbncx+xml"
  static let smil = "application/smil+xml"
  static let dtbook = "application/x-dtbook+xml"
  static let package = "application/oebps-package+xml"
  static let searchKeyMap = "application/vnd.epub.search-key-map+xml"
  static let oebDocument = "text/x-oeb1-document"
  static let oebStyle = "text/x-oeb1-css"
  static let html = "text/html"

  static func isContentDocument(_ type: String, _ version: EPUBVersion) -> Bool {
    type == xhtml || type == (version == .epub2 ? dtbook : svg)
  }

  static func isOldContentDocument(_ type: String) -> Bool { type == oebDocument || type == html }

  static func isImage(_ type: String, _ version: EPUBVersion) -> Bool {
    switch type {
    case "image/gif", "image/png", "image/jpeg", svg: true
    case "image/webp": version == .epub3
    default: false
    }
  }

  static func isAudio(_ type: String) -> Bool { type.hasPrefix("audio/") }
  static func isVideo(_ type: String) -> Bool { type.hasPrefix("video/") }

  static func isCoreAudio(_ type: String) -> Bool {
    type == "audio/mpeg" || type == "audio/mp4" || isOpus(type)
  }

  /// `audio/ogg; codecs=opus`, with blanks or without.
  static func isOpus(_ type: String) -> Bool {
    guard type.hasPrefix("audio/ogg") else { return false }
    let parts = type.split(separator: ";", omittingEmptySubsequences: false)
    return parts.count == 2 && parts[0].trimmingBlanks() == "audio/ogg"
      && parts[0].first == "a" && parts[1].drop(while: \.isXMLBlank) == "codecs=opus"
  }

  static func isFont(_ type: String) -> Bool {
    type.hasPrefix("font/") || type.hasPrefix("application/font-")
      || type == "application/vnd.ms-opentype"
  }

  static func isCoreFont(_ type: String) -> Bool { coreFonts.contains(type) }

  static func isCore(_ type: String) -> Bool {
    type == xhtml || isCoreAudio(type) || isVideo(type) || isCoreFont(type) || isImage(type, .epub3)
      || coreOthers.contains(type)
  }

  /// The type to use instead of one that is merely allowed.
  static func preferred(to type: String, path: String) -> String? {
    switch type {
    case "application/font-sfnt":
      path.hasSuffix(".ttf") ? "font/ttf" : path.hasSuffix(".otf") ? "font/otf" : "font/(ttf|otf)"
    case "application/vnd.ms-opentype": "font/otf"
    case "application/font-woff": "font/woff"
    case "application/x-font-ttf": "font/ttf"
    case "text/javascript", "application/ecmascript": "application/javascript"
    default: nil
    }
  }

  /// Whether a text has the form of a media type at all (RFC 6838 §4.2, with parameters).
  static func isWellFormed(_ type: String) -> Bool {
    let parts = type.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return parts.count >= 2
      && parts.allSatisfy { part in
        !part.isEmpty
          && part.allSatisfy { byte in
            // The range from "+" to "^" has the capitals, digits, ";" and "=" in it.
            (0x61...0x7A).contains(byte) || (0x2B...0x5E).contains(byte) || byte == 0x5F
              || byte == 0x21 || byte == 0x23 || byte == 0x24 || byte == 0x26
          }
      }
  }

  static func withoutParameters(_ type: String) -> String {
    let type = type.trimmingBlanks()
    guard let semicolon = type.firstIndex(of: ";"), semicolon > type.startIndex else {
      return String(type)
    }
    return String(type[..<semicolon])
  }

  private static let coreFonts: Set<String> = [
    "font/otf", "font/ttf", "font/woff", "font/woff2", "application/font-sfnt",
    "application/font-woff", "application/vnd.ms-opentype", "application/x-font-ttf",
  ]

  private static let coreOthers: Set<String> = [
    xhtml, css, smil, "text/javascript", "application/javascript", "application/ecmascript",
    "application/pls+xml",
  ]
}
