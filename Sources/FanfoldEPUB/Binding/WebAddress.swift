/// Addresses a book may link to: on the web, or of a mailbox. Whatever else the source calls a link
/// (a script, a file on somebody's disk, a page relative to the one saved) keeps its text alone.
package enum WebAddress {
  /// The address as a valid URL (WHATWG URL Standard §4.3), other characters percent-encoded; `nil`
  /// when it cannot be one.
  package static func link(_ text: String) -> String? {
    let trimmed = text.plainLine ?? ""
    let lower = trimmed.prefix(8).lowercased()
    for scheme in ["http://", "https://"] where lower.hasPrefix(scheme) {
      return web(scheme: scheme, rest: trimmed.dropFirst(scheme.count))
    }
    if lower.hasPrefix("mailto:") { return mailbox(trimmed.dropFirst("mailto:".count)) }
    return nil
  }

  private static func web(scheme: String, rest: Substring) -> String? {
    let authority = rest.prefix { !"/?#".contains($0) }
    let pieces = authority.split(separator: ":", omittingEmptySubsequences: false)
    guard let host = pieces.first, isHost(host), pieces.count <= 2 else { return nil }
    if pieces.count == 2 {
      guard !pieces[1].isEmpty, pieces[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }),
        UInt16(pieces[1]) != nil
      else { return nil }
    }
    guard let tail = encoded(rest[authority.endIndex...]) else { return nil }
    return scheme + authority.lowercased() + (tail.isEmpty ? "/" : tail)
  }

  /// A name of letters, digits and hyphens with a word for its last label: neither a number, which
  /// would be half an IP address, nor Punycode, which would have to be decoded to be believed.
  private static func isHost(_ host: Substring) -> Bool {
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard host.utf8.count <= 253, labels.count >= 2, let last = labels.last else { return false }
    return labels.allSatisfy(isLabel) && last.utf8.allSatisfy { $0 >= 0x41 }
  }

  private static func isLabel(_ label: Substring) -> Bool {
    guard (1...63).contains(label.utf8.count), !label.hasPrefix("-"), !label.hasSuffix("-") else {
      return false
    }
    return !label.dropFirst(2).hasPrefix("--")
      && label.utf8.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
  }

  private static func mailbox(_ address: Substring) -> String? {
    let pieces = address.split(separator: "@", omittingEmptySubsequences: false)
    guard pieces.count == 2, !pieces[0].isEmpty, isHost(pieces[1]) else { return nil }
    let isPlain = pieces[0].utf8.allSatisfy { isAlphanumeric($0) || ".+-_".utf8.contains($0) }
    return isPlain ? "mailto:" + address : nil
  }

  /// Path, query and fragment; `nil` when a percent sign or a second `#` makes them doubtful.
  private static func encoded(_ text: Substring) -> String? {
    var result: [UInt8] = []
    var fragments = 0
    let bytes = Array(text.utf8)
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "%"):
        guard index + 2 < bytes.count, isHexadecimal(bytes[index + 1]),
          isHexadecimal(bytes[index + 2])
        else { return nil }
        result.append(byte)
      case UInt8(ascii: "#"):
        fragments += 1
        result.append(byte)
      case _ where isAlphanumeric(byte) || "-._~!$&'()*+,;=:@/?".utf8.contains(byte):
        result.append(byte)
      default:
        result += Array("%".utf8) + Array(Hexadecimal.text([byte]).uppercased().utf8)
      }
    }
    return fragments <= 1 ? String(decoding: result, as: UTF8.self) : nil
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
  }
}
