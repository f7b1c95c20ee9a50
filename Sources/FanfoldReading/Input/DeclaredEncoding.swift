internal import FanfoldMarkup

/// The encoding that a page or an XML document declares in its first bytes: `<?xml … encoding="windows-1251"?>`
/// (XML 1.0 §4.3.3), `<meta charset=…>` and `<meta … content="text/html; charset=…">` (HTML §4.2.5).
enum DeclaredEncoding {
  /// A label that is known; `nil` when nothing is declared, or an encoding that nobody knows.
  static func label(in bytes: [UInt8]) -> String? {
    let head = Folding.lowercased(bytes.prefix(reach))
    let places = head.hasPrefix("<?xml") ? ["encoding=", "charset="] : ["charset="]
    for place in places {
      guard let found = head.firstRange(of: place) else { continue }
      let value = head[found.upperBound...].drop { $0 == "\"" || $0 == "'" || $0 == " " }
        .prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" || $0 == ":" }
      if TextDecoder.encodingName(for: String(value)) != nil { return String(value) }
    }
    return nil
  }

  /// In bytes; browsers look at 1,024, and saved pages have more before it.
  private static let reach = 4096
}
