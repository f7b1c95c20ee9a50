/// The lines "key: value" of a file of `Resources/sites` or `Resources/screens`; `#` begins a comment.
enum KeyedLines {
  /// The keys and values in order; `nil` when a line has no key.
  static func read(_ description: String) -> [(key: String, value: String)]? {
    var lines: [(key: String, value: String)] = []
    for line in description.utf8.split(separator: UInt8(ascii: "\n"))
    where line.first != UInt8(ascii: "#") {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
      let value = String(Substring(line[line.index(after: colon)...]))
      lines.append((String(Substring(line[..<colon])), PairingParser.trimmed(value)))
    }
    return lines
  }
}
