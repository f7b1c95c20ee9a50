/// A web address, a mailbox, a path or the name of a file.
enum Address {
  static func isOne(_ token: ArraySlice<UInt8>) -> Bool {
    hasScheme(token) || isMailbox(token) || isPath(token) || isFileName(token)
  }

  /// `https://…`, `www.…`.
  private static func hasScheme(_ token: ArraySlice<UInt8>) -> Bool {
    if token.starts(with: "www.".utf8) { return true }
    guard let colon = token.firstIndex(of: UInt8(ascii: ":")) else { return false }
    return token[colon...].starts(with: "://".utf8)
  }

  /// `ann@example.org`.
  private static func isMailbox(_ token: ArraySlice<UInt8>) -> Bool {
    guard let at = token.firstIndex(of: UInt8(ascii: "@")), at > token.startIndex else {
      return false
    }
    let host = token[(at + 1)...]
    guard let dot = host.firstIndex(of: UInt8(ascii: ".")) else { return false }
    return dot > host.startIndex && dot + 1 < host.endIndex
  }

  /// `C:\--x`, `~/a--b/c`, `../..`; "and/or" is none.
  private static func isPath(_ token: ArraySlice<UInt8>) -> Bool {
    let backslashes = token.count { $0 == UInt8(ascii: "\\") }
    if backslashes > 1 || token.dropFirst().starts(with: ":\\".utf8) { return true }
    let slashes = token.count { $0 == UInt8(ascii: "/") }
    return slashes > 1 || slashes == 1 && isFileName(token)
  }

  /// `final--draft.txt`: letters, digits, hyphens, one point, and a short ending.
  private static func isFileName(_ token: ArraySlice<UInt8>) -> Bool {
    guard let dot = token.lastIndex(of: UInt8(ascii: ".")), dot > token.startIndex else {
      return false
    }
    let ending = token[(dot + 1)...]
    guard (2...5).contains(ending.count), ending.allSatisfy(isWord),
      ending.contains(where: isLower),
      !ending.contains(where: isUpper)
    else { return false }
    return token[..<dot].allSatisfy {
      isWord($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "/")
        || $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "'")
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    isLower(byte) || isUpper(byte) || isDigit(byte)
  }
  private static func isLower(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
  private static func isUpper(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
