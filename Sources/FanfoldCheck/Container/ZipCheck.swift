/// What a container's bytes say at their start (EPUB 3.3 §4.3.3; ZIP APPNOTE 4.3.7).
enum ZipCheck {
  static let rules: [Rule] = [
    .zipTooShort, .zipNoHeader, .mediaTypeNotFirst, .mediaTypeExtra, .mediaTypeWrong,
    .zipUnreadable, .zipUnreadableEntry, .checksumDiffers,
  ]

  static func checkStart(_ bytes: [UInt8], at place: Place, _ findings: inout Findings) {
    guard bytes.count >= 58 else { return findings.add(.zipTooShort, at: place) }
    let nameLength = Int(bytes[26]) | Int(bytes[27]) << 8
    let extraLength = Int(bytes[28]) | Int(bytes[29]) << 8
    if bytes[0] != 0x50, bytes[1] != 0x4B {
      findings.add(.zipNoHeader, at: place)
    } else if nameLength != 8 {
      findings.add(.mediaTypeNotFirst, at: place)
    } else if extraLength != 0 {
      findings.add(
        .mediaTypeExtra, at: place,
        "the entry of 'mimetype' has \(extraLength) bytes of extra fields")
    } else if Array(bytes[30..<38]) != Array("mimetype".utf8) {
      findings.add(.mediaTypeNotFirst, at: place)
    }
  }
}

extension Rule {
  static let zipTooShort = Rule(
    "PKG-003", "zip-too-short", .error, "the file is too short to be a book",
    help: "Get the file anew: it was cut off.", see: "EPUB 3.3 §4.3")
  static let zipNoHeader = Rule(
    "PKG-004", "zip-no-header", .fatal, "the file does not begin as a ZIP container does",
    help: "Pack the book anew.", see: "EPUB 3.3 §4.3")
  static let mediaTypeNotFirst = Rule(
    "PKG-006", "mimetype-not-first", .error, "the file 'mimetype' is missing or not the first",
    help: "Pack 'mimetype' first, without compression.", see: "EPUB 3.3 §4.3.3")
  static let mediaTypeExtra = Rule(
    "PKG-005", "mimetype-extra-field", .error, "the ZIP entry of 'mimetype' has extra fields",
    help: "Pack it without: 'zip -X0'.", see: "EPUB 3.3 §4.3.3")
  static let mediaTypeWrong = Rule(
    "PKG-007", "mimetype-wrong", .error,
    "the file 'mimetype' says something else than application/epub+zip",
    help: "Write 'application/epub+zip' into it, and nothing else.", see: "EPUB 3.3 §4.3.3")
  static let zipUnreadable = Rule(
    "PKG-008", "zip-unreadable", .fatal, "the container cannot be read",
    help: "Pack the book anew.", see: "EPUB 3.3 §4.3")
  static let zipUnreadableEntry = Rule(
    "PKG-027", "zip-unreadable-entry", .fatal, "a file in the container cannot be read",
    help: "Pack the book without encryption, deflated, with names in UTF-8.", see: "EPUB 3.3 §4.3.2"
  )
  static let checksumDiffers = Rule(
    "PKG-008", "checksum-differs", .usage, "a file is not what its checksum says",
    help: "Get the book anew: it was damaged.", see: "EPUB 3.3 §4.3")
}
