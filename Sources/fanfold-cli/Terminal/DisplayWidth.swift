/// The room that text takes on a terminal: East Asian characters and pictures take two columns, accents none
/// (Unicode Standard Annex #11).
enum DisplayWidth {
  static func columns(_ text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + columns($1) }
  }

  static func columns(_ character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    return isWide(scalar.value) ? 2 : isInvisible(scalar) ? 0 : 1
  }

  /// As much of the text as there is room for, with `…` where something is missing.
  static func cut(_ text: String, to room: Int) -> String {
    guard columns(text) > room else { return text }
    var cut = ""
    var used = 1
    for character in text {
      used += columns(character)
      guard used <= room else { break }
      cut.append(character)
    }
    while cut.last == " " { cut.removeLast() }
    return cut + "…"
  }

  /// The text in lines that fit, parted at blanks, and inside words that are longer than a line.
  static func wrapped(_ text: String, to room: Int) -> [String] {
    let room = max(room, 2)
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in text.split(separator: " ") {
      let width = columns(word)
      if used > 0, used + 1 + width > room {
        lines.append(line)
        line = ""
        used = 0
      }
      if used > 0 {
        line += " "
        used += 1
      }
      for character in word {
        let width = columns(character)
        if used + width > room {
          lines.append(line)
          line = ""
          used = 0
        }
        line.append(character)
        used += width
      }
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }

  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x300 else { return false }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return true
    default: return false
    }
  }
}
