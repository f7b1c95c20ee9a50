/// Pieces of text in a code page that is known: formats that change it from word to word say so themselves, and
/// nothing is guessed.
package struct CodePageText: Sendable, Hashable {
  private let encoding: TextEncoding
  /// Whether some characters take two bytes.
  package let isMultiByte: Bool

  /// A code page by its number on Windows and DOS, 1252; `nil` when it is not known.
  package init?(codePage: Int) {
    let label =
      Self.labels[codePage] ?? (codePage < 1000 ? "IBM\(codePage)" : "windows-\(codePage)")
    guard let encoding = TextEncoding.named(label) else { return nil }
    self.encoding = encoding
    isMultiByte = encoding.form == .multiByte
  }

  /// The numbers whose names do not follow from them.
  private static let labels = [
    874: "windows-874", 932: "Shift_JIS", 936: "GB18030", 949: "EUC-KR", 950: "Big5",
    10000: "macintosh",
    10007: "x-mac-cyrillic", 10029: "x-mac-ce", 28591: "windows-1252", 28592: "ISO-8859-2",
    28605: "ISO-8859-15", 65001: "UTF-8",
  ]

  /// The bytes as UTF-8, with U+FFFD for those that mean nothing.
  package func utf8(_ bytes: [UInt8]) -> [UInt8] {
    IconvConverter(encoding)?.convert(bytes).bytes
      ?? Array(String(decoding: bytes, as: UTF8.self).utf8)
  }
}
