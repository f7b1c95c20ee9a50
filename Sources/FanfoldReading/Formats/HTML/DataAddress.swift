/// Addresses that hold what they mean, `data:image/png;base64,…` (RFC 2397).
enum DataAddress {
  static func bytes(of address: String) -> [UInt8]? {
    guard let comma = address.firstIndex(of: ",") else { return nil }
    let head = address[..<comma].lowercased()
    let body = address[address.index(after: comma)...]
    guard body.utf8.count <= ImageShelf.byteLimit * 2 else { return nil }
    let bytes = decoded(body)
    return head.hasSuffix(";base64") ? base64(bytes) : bytes
  }

  /// The bytes that `%20` and the like stand for (RFC 3986 §2.1).
  private static func decoded(_ text: Substring) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var rest = text.utf8[...]
    while let first = rest.popFirst() {
      if first == UInt8(ascii: "%"), let value = UInt8(String(Substring(rest.prefix(2))), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(first)
      }
    }
    return bytes
  }

  /// Base 64 (RFC 4648 §4); blanks between the letters are passed over.
  static func base64(_ text: [UInt8]) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 4 * 3)
    var (bits, count): (UInt32, Int) = (0, 0)
    for letter in text where letter > 0x20 && letter != UInt8(ascii: "=") {
      guard let value = value(of: letter) else { return nil }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return bytes.isEmpty ? nil : bytes
  }

  private static func value(of letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): letter - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): letter - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): letter - UInt8(ascii: "0") + 52
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }
}
