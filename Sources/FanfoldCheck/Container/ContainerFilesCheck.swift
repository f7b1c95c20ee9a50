/// The names of all that lies in a book.
enum ContainerFilesCheck {
  static let rules: [Rule] = [
    .nameTwice, .folderEmpty, .fileUnlisted, .obfuscatedNoFont, .endingCase, .endingUncommon,
    .endingUncommon2,
  ]

  static func check(_ paths: [String], at place: Place, _ findings: inout Findings) {
    var seen: Set<String> = []
    var filled: Set<String> = []
    let slash = UInt8(ascii: "/")
    for path in paths where path.utf8.last != slash {
      if !seen.insert(folded(path)).inserted {
        findings.add(.nameTwice, at: place, "there is another file of the name '\(path)'")
      }
      FileNameCheck.check(path, at: place, .epub3, &findings)
      var folder = path[...]
      while let end = folder.utf8.lastIndex(of: slash) {
        folder = folder[..<end]
        if !filled.insert(String(folder)).inserted { break }
      }
    }
    for path in paths where path.utf8.last == slash && !filled.contains(String(path.dropLast())) {
      findings.add(.folderEmpty, at: place, "the folder '\(path)' is empty")
    }
  }

  /// Names that differ in case only are one; Swift compares text canonically (Unicode §3.13).
  private static func folded(_ path: String) -> String {
    if path.hasOnly({ $0 < 0x80 }) { return path.lowercased() }
    // The dotless i is no I.
    return path.split(separator: "ı", omittingEmptySubsequences: false)
      .map { $0.lowercased().uppercased().lowercased() }.joined(separator: "ı")
  }
}

extension Rule {
  static let nameTwice = Rule(
    "OPF-060", "name-twice", .error, "two files in the book have one name",
    help: "Rename one: names that differ in case only count as one.", see: "EPUB 3.3 §4.2.3")
  static let folderEmpty = Rule(
    "PKG-014", "folder-empty", .warning, "a folder in the book is empty",
    help: "Remove it.")
  static let fileUnlisted = Rule(
    "OPF-003", "file-unlisted", .usage, "a file in the book is not in the manifest",
    help: "Add it to the manifest, or leave it out of the book.", see: "EPUB 3.3 §5.6.1")
  static let obfuscatedNoFont = Rule(
    "PKG-026", "obfuscated-no-font", .error, "something is obfuscated that is no font",
    help: "Obfuscate fonts only.", see: "EPUB 3.3 §4.4.2")
  static let endingCase = Rule(
    "PKG-016", "ending-case", .warning, "the ending of the book's name is not in lower case",
    help: "Name it '.epub'.", see: "EPUB 3.3 §4.3.1")
  static let endingUncommon = Rule(
    "PKG-024", "ending-uncommon", .usage, "the book's name has an uncommon ending",
    help: "Name it '.epub'.", see: "EPUB 3.3 §4.3.1")
  static let endingUncommon2 = Rule(
    "PKG-017", "ending-uncommon-epub-2", .warning, "the book's name has an uncommon ending",
    help: "Name it '.epub'.", see: "OCF 2.0.1 §4")
}
