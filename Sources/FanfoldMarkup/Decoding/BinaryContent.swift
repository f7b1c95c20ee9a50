/// Tells files that are no text at all, so that nobody gets a book of gibberish.
enum BinaryContent {
  private struct Signature {
    let magic: [UInt8]
    let offset: Int
    let kind: String

    init(_ magic: String, at offset: Int = 0, _ kind: String) {
      self.init(Array(magic.utf8), at: offset, kind)
    }

    init(_ magic: [UInt8], at offset: Int = 0, _ kind: String) {
      self.magic = magic
      self.offset = offset
      self.kind = kind
    }

    func matches(_ bytes: [UInt8]) -> Bool {
      bytes.count >= offset + magic.count
        && bytes[offset..<offset + magic.count].elementsEqual(magic)
    }
  }

  private static let signatures = [
    Signature("PK\u{3}\u{4}", "a ZIP archive"),
    Signature("PK\u{5}\u{6}", "an empty ZIP archive"),
    Signature("%PDF-", "a PDF document"),
    Signature([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "a PNG image"),
    Signature([0xFF, 0xD8, 0xFF], "a JPEG image"),
    Signature("GIF87a", "a GIF image"),
    Signature("GIF89a", "a GIF image"),
    Signature("WEBP", at: 8, "a WebP image"),
    Signature("ftyp", at: 4, "an MPEG-4 or AVIF file"),
    Signature([0x1F, 0x8B, 0x08], "a gzip archive"),
    Signature("BZh", "a bzip2 archive"),
    Signature([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "an xz archive"),
    Signature([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7z archive"),
    Signature("Rar!\u{1A}\u{7}", "a RAR archive"),
    Signature("-lh5-", at: 2, "an LHA archive"),
    Signature("SIT!", "a StuffIt archive"),
    Signature([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "a Microsoft Office 97 document"),
    Signature([0xFF, 0x57, 0x50, 0x43], "a WordPerfect document"),
    Signature("BOOKMOBI", at: 60, "a Mobipocket book"),
    Signature("TEXtREAd", at: 60, "a Palm DOC book"),
    Signature("ITOLITLS", "a Microsoft Reader book"),
    Signature("ITSF", "a compiled HTML help file"),
    Signature("AT&TFORM", "a DjVu document"),
    Signature([0x7F, 0x45, 0x4C, 0x46], "a program (ELF)"),
    Signature([0xCF, 0xFA, 0xED, 0xFE], "a program (Mach-O)"),
    Signature("SQLite format 3\u{0}", "an SQLite database"),
    Signature("bplist00", "a binary property list"),
    Signature("OggS", "an Ogg file"),
    Signature("ID3", "an MP3 file"),
  ]

  /// These begin with letters a text may begin with too.
  private static let wordLike: Set<String> = [
    "an MP3 file", "a bzip2 archive", "an MPEG-4 or AVIF file", "a WebP image", "a StuffIt archive",
    "a compiled HTML help file", "an LHA archive",
  ]

  /// What the file is by its first bytes, and where they stand.
  static func signature(of bytes: [UInt8]) -> (kind: String, offset: Int)? {
    if bytes.starts(with: [0x4D, 0x5A]), hasControls(bytes) { return ("a program (MZ)", 0) }
    guard let found = signatures.first(where: { $0.matches(bytes) }) else { return nil }
    if wordLike.contains(found.kind), !hasControls(bytes) { return nil }
    return (found.kind, found.offset)
  }

  /// Whether more than one byte in ten of the beginning is a control character that no text has.
  /// Escapes, end-of-file marks, page and line ends are text; NUL is judged elsewhere.
  static func mostlyControls(_ bytes: [UInt8]) -> Int? {
    let head = bytes.prefix(4096)
    var count = 0
    for byte in head where isOddControl(byte) { count += 1 }
    guard count * 10 > head.count else { return nil }
    return head.firstIndex(where: isOddControl)
  }

  /// Where the text ends when what follows is only NULs and end-of-file marks: CP/M and DOS
  /// filled the last block of a file with them.
  static func endOfText(_ bytes: [UInt8]) -> Int {
    var end = bytes.count
    while end > 0, bytes[end - 1] == 0 || bytes[end - 1] == 0x1A { end -= 1 }
    return end
  }

  private static func hasControls(_ bytes: [UInt8]) -> Bool {
    bytes.prefix(512).contains { $0 == 0 || isOddControl($0) }
  }

  private static func isOddControl(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x01...0x07, 0x0E...0x19, 0x1C...0x1F: true
    default: false
    }
  }
}
