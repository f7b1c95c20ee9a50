/// The names of the files in a book (EPUB 3.3 §4.2.3, OCF 2.0.1 §3.3).
enum FileNameCheck {
  static let rules: [Rule] = [
    .nameForbidden, .nameWithBlank, .nameEndsInDot, .nameBeyondASCII,
  ]

  static func check(
    _ path: String, at place: Place, _ version: EPUBVersion, _ findings: inout Findings
  ) {
    var (forbidden, hasBlank, isASCII): ([String], Bool, Bool) = ([], false, true)
    if path.hasOnly(URLCharacters.isOrdinaryInPath), path.utf8.last != UInt8(ascii: ".") {
      return
    }
    for scalar in path.unicodeScalars {
      isASCII = isASCII && scalar.isASCII
      hasBlank = hasBlank || scalar.properties.isWhitespace
      guard isForbidden(scalar, version) else { continue }
      let digits = String(scalar.value, radix: 16, uppercase: true)
      let name = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      if !forbidden.contains(name) { forbidden.append(name) }
    }
    if path.unicodeScalars.last == "." {
      findings.add(.nameEndsInDot, at: place, "'\(path)' ends in a full stop")
    }
    if !forbidden.isEmpty {
      let names = forbidden.joined(separator: ", ")
      findings.add(
        .nameForbidden, at: place, "'\(path)' has characters no file name may have: \(names)")
    }
    if hasBlank { findings.add(.nameWithBlank, at: place, "'\(path)' has blanks in it") }
    if !isASCII {
      findings.add(.nameBeyondASCII, at: place, "'\(path)' has characters beyond ASCII")
    }
  }

  private static func isForbidden(_ scalar: Unicode.Scalar, _ version: EPUBVersion) -> Bool {
    switch scalar {
    case "\"", "*", ":", "<", ">", "?", "\\": return true
    case "|": return version == .epub3
    default: break
    }
    guard version == .epub3 else { return false }
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F, 0xE000...0xF8FF, 0xFDD0...0xFDEF, 0xFFF0...0xFFFF, 0xE0001,
      0xF0000...0x10FFFF:
      return true
    default: return scalar.value & 0xFFFE == 0xFFFE
    }
  }
}

extension Rule {
  static let nameForbidden = Rule(
    "PKG-009", "name-forbidden", .error, "a file's name has characters it must not have",
    help: "Rename the file, and mend the references to it.", see: "EPUB 3.3 §4.2.3")
  static let nameWithBlank = Rule(
    "PKG-010", "name-with-blank", .warning, "a file's name has blanks in it",
    help: "Write '-' or '_' instead: some readers cannot open such files.", see: "EPUB 3.3 §4.2.3")
  static let nameEndsInDot = Rule(
    "PKG-011", "name-ends-in-dot", .error, "a file's name ends in a full stop",
    help: "Rename the file.", see: "EPUB 3.3 §4.2.3")
  static let nameBeyondASCII = Rule(
    "PKG-012", "name-beyond-ascii", .usage, "a file's name has characters beyond ASCII",
    help: "Old readers may not find such files.", see: "EPUB 3.3 §4.2.3")
}
