/// A text file as UTF-8, and what its bytes were before.
public struct DecodedText: Sendable, Hashable {
  /// Valid UTF-8 without a byte order mark; line ends are as the file has them.
  public var bytes: [UInt8]
  /// The encoding under its IANA name ("windows-1252"), or "UTF-8 (decoded twice)".
  public var encoding: String
  /// How many sequences meant nothing in that encoding; each is a U+FFFD now.
  public var replaced: Int
  /// The line of the first of them, counted from 1, so that a message can point at it.
  public var firstReplacedLine: Int?

  init(bytes: [UInt8], encoding: String, replaced: Int = 0, firstReplacement: Int? = nil) {
    self.bytes = bytes
    self.encoding = encoding
    self.replaced = replaced
    firstReplacedLine = firstReplacement.map { Self.line(at: $0, in: bytes) }
  }

  /// The text read as what it is where nothing but its letters counts: with the characters that are written as a page
  /// writes them, "&#8217;", and with the lines that only U+2028 and U+2029 end.
  public func asPlainText() -> DecodedText {
    var text = self
    if let undone = WrittenCharacters.undone(bytes) {
      text.bytes = undone
      text.encoding += " (with characters written as in HTML)"
    }
    text.bytes = LineSeparators.asLineFeeds(text.bytes)
    return text
  }

  /// U+FFFD, the replacement character.
  static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  /// A line ends in LF, CR LF or a lone CR, as on an old Mac.
  private static func line(at offset: Int, in bytes: [UInt8]) -> Int {
    var line = 1
    for index in 0..<offset {
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      if bytes[index] == 0x0A || (bytes[index] == 0x0D && next != 0x0A) { line += 1 }
    }
    return line
  }
}
