/// The check of a language tag (BCP 47, RFC 5646 §2.1), for the tags that stories have: a language
/// with perhaps a script, a region and variants. Extensions and private tags say nothing a reading
/// system could use.
package enum LanguageTag {
  /// The tag in its usual spelling, "en-GB", or `nil` when it says no language.
  package static func normalised(_ tag: String?) -> String? {
    guard let tag else { return nil }
    var parts = tag.split(separator: "-", omittingEmptySubsequences: false)
      .map { $0.lowercased() }[...]
    guard parts.allSatisfy({ part in part.utf8.allSatisfy { isLetter($0) || isDigit($0) } }),
      let language = parts.popFirst(), isLetters(language), (2...3).contains(language.utf8.count),
      language != "und", language != "zxx", language != "mul"
    else { return nil }
    var found = [language]
    if let script = parts.first, isLetters(script), script.utf8.count == 4 {
      found.append(script.prefix(1).uppercased() + script.dropFirst())
      parts.removeFirst()
    }
    if let region = parts.first, isRegion(region) {
      found.append(region.uppercased())
      parts.removeFirst()
    }
    guard parts.allSatisfy(isVariant), Set(parts).count == parts.count else { return nil }
    return (found + parts).joined(separator: "-")
  }

  private static func isRegion(_ part: String) -> Bool {
    part.utf8.count == 2 && isLetters(part)
      || part.utf8.count == 3 && part.utf8.allSatisfy(isDigit)
  }

  private static func isVariant(_ part: String) -> Bool {
    switch part.utf8.count {
    case 5...8: true
    case 4: part.utf8.first.map(isDigit) ?? false
    default: false
    }
  }

  private static func isLetters(_ part: String) -> Bool { part.utf8.allSatisfy(isLetter) }

  private static func isLetter(_ byte: UInt8) -> Bool {
    switch byte | 0x20 {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): byte >= 0x41
    default: false
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
