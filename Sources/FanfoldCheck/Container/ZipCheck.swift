/// What a container's bytes say at their start (EPUB 3.3 §4.3.3; ZIP APPNOTE 4.3.7).
enum ZipCheck {
  static let rules: [Rule] = [
    .zipTooShort, .zipNoHeader, .mediaTypeNotFirst, .mediaTypeExtra, .mediaTypeWrong,
    .zipUnreadable, .zipUnreadableEntry,
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

/// The directory of a ZIP container as its bytes have it: what libzip puts right stays visible.
struct ZipDirectory {
  /// Why readers of ZIP refuse the container, `nil` when they do not.
  private(set) var problem: String?
  /// How many bytes that do not belong to it stand before the container.
  private(set) var prefix = 0

  /// `nil` when no directory is found.
  init?(_ bytes: [UInt8]) {
    guard let end = Self.end(bytes) else { return nil }
    func number(_ start: Int, _ count: Int) -> Int {
      (0..<count).reduce(0) { $0 | Int(bytes[start + $1]) << (8 * $1) }
    }
    let size = number(end + 12, 4)
    var index = end - size
    guard index >= 0 else { return nil }
    prefix = max(0, index - number(end + 16, 4))
    while index + 46 <= end, number(index, 4) == 0x0201_4B50 {
      let nameLength = number(index + 28, 2)
      let next = index + 46 + nameLength + number(index + 30, 2) + number(index + 32, 2)
      guard index + 46 + nameLength <= end else { return nil }
      let name = bytes[(index + 46)..<(index + 46 + nameLength)]
      let words = "'\(String(decoding: name, as: UTF8.self))'"
      if number(index + 8, 2) & 1 != 0 {
        problem = "\(words) is encrypted as ZIP does it"
      } else if ![0, 8].contains(number(index + 10, 2)) {
        problem = "\(words) is packed by a method that EPUB does not have"
      } else if (try? UTF8Span(validating: name.span)) == nil {
        problem = "the name \(words) is not in UTF-8"
      }
      if problem != nil { return }
      index = next
    }
  }

  /// Where the end of the directory's record begins.
  private static func end(_ bytes: [UInt8]) -> Int? {
    guard bytes.count >= 22 else { return nil }
    let first = max(0, bytes.count - 22 - 0xFFFF)
    for start in stride(from: bytes.count - 22, through: first, by: -1)
    where bytes[start] == 0x50 && bytes[start + 1] == 0x4B && bytes[start + 2] == 5
      && bytes[start + 3] == 6
    {
      return start
    }
    return nil
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
}
