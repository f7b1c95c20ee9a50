/// Text made equal where readers see no difference: lower case, accents dropped, typographic quotes and dashes
/// made plain, runs of blanks made one. The tables are written in this form.
package enum Folding {
  package static func fold(_ bytes: some Sequence<UInt8>) -> String { fold(Array(bytes)[...]) }

  /// Folds in one pass where all bytes are ASCII, as nearly always.
  package static func fold(_ bytes: ArraySlice<UInt8>) -> String {
    if let short = foldShort(bytes.span) { return short }
    var folded: [UInt8] = []
    folded.reserveCapacity(bytes.count)
    var pendingBlank = false
    for byte in bytes {
      guard byte < 0x80 else { return fold(String(decoding: bytes, as: UTF8.self)) }
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        pendingBlank = !folded.isEmpty
        continue
      }
      if pendingBlank {
        folded.append(0x20)
        pendingBlank = false
      }
      folded.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
    }
    return String(decoding: folded, as: UTF8.self)
  }

  package static func fold(_ text: String) -> String {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.utf8.count)
    var pendingBlank = false
    for scalar in text.unicodeScalars {
      if isBlank(scalar) {
        pendingBlank = !folded.isEmpty
        continue
      }
      if pendingBlank {
        folded.append(0x20)
        pendingBlank = false
      }
      if scalar.isASCII {
        let byte = UInt8(truncatingIfNeeded: scalar.value)
        folded.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      } else if !appendPlain(scalar, to: &folded) {
        for lowered in scalar.properties.lowercaseMapping.unicodeScalars
        where !appendPlain(lowered, to: &folded) {
          folded += UTF8.encode(lowered) ?? .init()
        }
      }
    }
    return String(decoding: folded, as: UTF8.self)
  }

  /// What Unicode calls `White_Space`, told without its tables.
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }

  /// Adds what stands for a letter with an accent or a typographic sign; tells whether there is such a thing.
  private static func appendPlain(_ scalar: Unicode.Scalar, to folded: inout [UInt8]) -> Bool {
    let signs = signs
    let place = Int(scalar.value) - 0x2010
    if signs.indices.contains(place), signs[place] != 0 {
      folded.append(signs[place])
      return true
    }
    // The accents of letters in two parts.
    if (0x300...0x36F).contains(scalar.value) { return true }
    guard let plain = plain[scalar] else { return false }
    folded += plain.utf8
    return true
  }

  /// The ASCII signs that stand for the quotation marks and dashes from U+2010 on, of which text is full; 0 for others.
  private static let signs: [UInt8] = (0x2010...0x201E).map { value in
    guard let scalar = Unicode.Scalar(UInt32(value)), let plain = plain[scalar] else { return 0 }
    return plain.utf8.count == 1 ? plain.utf8.first ?? 0 : 0
  }

  /// Folds a word without touching the heap: strings of up to 15 bytes need no memory of their own. `nil` for longer
  /// text, and where not all of it is ASCII.
  private static func foldShort(_ bytes: Span<UInt8>) -> String? {
    guard bytes.count <= 15 else { return nil }
    var folded = InlineArray<15, UInt8>(repeating: 0)
    var count = 0
    var pendingBlank = false
    for index in bytes.indices {
      let byte = bytes[index]
      guard byte < 0x80 else { return nil }
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        pendingBlank = count > 0
        continue
      }
      if pendingBlank {
        folded[count] = 0x20
        count += 1
        pendingBlank = false
      }
      folded[count] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      count += 1
    }
    guard let text = try? UTF8Span(validating: folded.span.extracting(..<count)) else { return nil }
    return String(copying: text)
  }

  /// What stands for each letter with an accent and each typographic sign.
  private static let plain: [Unicode.Scalar: String] = {
    let groups: [(String, String)] = [
      ("a", "àáâãäåāăąạảấầẩẫậắằẳẵặ"), ("c", "çćĉċč"), ("d", "ďđ"), ("e", "èéêëēĕėęěẹẻẽếềểễệ"),
      ("g", "ĝğġģ"),
      ("i", "ìíîïĩīĭįıỉị"), ("l", "ĺļľł"), ("n", "ñńņň"), ("o", "òóôõöøōŏőọỏốồổỗộơớờởỡợ"),
      ("r", "ŕŗř"),
      ("s", "śŝşšș"), ("t", "ţťț"), ("u", "ùúûüũūŭůűųụủưứừửữự"), ("y", "ýÿŷỳỵỷỹ"), ("z", "źżž"),
      ("ss", "ß"),
      ("ae", "æ"), ("oe", "œ"), ("е", "ё"), ("α", "ά"), ("ε", "έ"), ("η", "ή"), ("ι", "ί"),
      ("ο", "ό"),
      ("υ", "ύ"), ("ω", "ώ"), ("'", "\u{2018}\u{2019}\u{02BC}\u{00B4}\u{FF07}"),
      ("\"", "\u{201C}\u{201D}\u{201E}\u{FF02}"),
      ("-", "\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2015}"),
      ("...", "\u{2026}"), (":", "\u{FF1A}"), ("(", "\u{FF08}"), (")", "\u{FF09}"),
      ("", "\u{200B}\u{200C}\u{200D}\u{FEFF}\u{00AD}"),
    ]
    var plain: [Unicode.Scalar: String] = [:]
    for (base, letters) in groups {
      for letter in letters.unicodeScalars { plain[letter] = base }
    }
    return plain
  }()
}
