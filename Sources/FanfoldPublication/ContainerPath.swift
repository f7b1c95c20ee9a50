/// Paths within a container (EPUB 3.3 §4.2.5, RFC 3986 §5).
public enum ContainerPath {
  /// Where a reference in the document at `base` leads within the container: percent-decoded, dots
  /// resolved, fragment and query dropped. Nil for a URL with a scheme or a host, and for a path
  /// that leaves the container.
  public static func resolve(_ reference: String, from base: String) -> String? {
    let path = reference.prefix { $0 != "#" && $0 != "?" }
    guard !hasScheme(path), !path.hasPrefix("//") else { return nil }
    if path.isEmpty { return base }
    var parts = path.hasPrefix("/") ? [] : base.split(separator: "/").dropLast().map(String.init)
    for part in decode(path).split(separator: "/", omittingEmptySubsequences: true) {
      switch part {
      case ".": continue
      case "..": if parts.popLast() == nil { return nil }
      default: parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }

  /// The fragment of a reference, percent-decoded, without its sign.
  public static func fragment(of reference: String) -> String? {
    guard let sign = reference.firstIndex(of: "#") else { return nil }
    return decode(reference[reference.index(after: sign)...])
  }

  private static func hasScheme(_ path: Substring) -> Bool {
    guard let colon = path.utf8.firstIndex(of: 0x3A) else { return false }
    let scheme = path.utf8[..<colon]
    guard let first = scheme.first, (first | 0x20) >= 0x61, (first | 0x20) <= 0x7A else {
      return false
    }
    return scheme.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
        || byte == 0x2B || byte == 0x2D || byte == 0x2E
    }
  }

  private static func decode(_ text: Substring) -> String {
    guard text.utf8.contains(0x25) else { return String(text) }
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == 0x25, digits.count == 2,
        let value = UInt8(String(Substring(digits)), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
