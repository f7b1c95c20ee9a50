/// How well a code page explains a sample: each odd byte is judged where it stands. An accented
/// letter belongs inside a word and follows its case; 0x92 between two letters is an apostrophe; a
/// sign between two letters, or a control character, is a wrong reading.
struct Plausibility {
  let page: CodePage
  /// Whether the charset detector named this code page: then its rarer letters count in full.
  let isSuggested: Bool

  private typealias Kind = CodePage.Kind

  func score(_ sample: [UInt8]) -> Int {
    let bytes = sample.span
    var total = 0
    for index in bytes.indices where bytes[index] >= 0x80 {
      let byte = bytes[index]
      let before = index > 0 ? bytes[index - 1] : 0x0A
      let after = index + 1 < bytes.count ? bytes[index + 1] : 0x0A
      total += points(byte, before, after)
    }
    return total
  }

  private func points(_ byte: UInt8, _ previous: UInt8, _ next: UInt8) -> Int {
    let before = page.kind(previous)
    let after = page.kind(next)
    switch page.kind(byte) {
    case .lower, .upper, .letter:
      return byte == previous && byte == next
        ? -10 : letterPoints(byte, previous, next)
    case .opening, .closing, .apostrophe, .dash, .ellipsis, .noBreakSpace, .inverted:
      return punctuationPoints(page.kind(byte), before, after)
    case .money: return before == .digit || after == .digit ? 10 : wordPenalty(before, after)
    case .mark: return wordPenalty(before, after) == 0 ? 3 : wordPenalty(before, after)
    case .sign: return before == .digit ? 10 : wordPenalty(before, after)
    case .box:
      if before.isLetter || after.isLetter { return -15 }
      return before == .box || after == .box ? 12 : 0
    case .other: return -8 + wordPenalty(before, after)
    case .undefined: return -12
    case .digit, .blank, .punctuation: return 0
    }
  }

  private func wordPenalty(_ before: Kind, _ after: Kind) -> Int {
    before.isLetter && after.isLetter ? -15 : before.isLetter || after.isLetter ? -5 : 0
  }

  private func letterPoints(_ byte: UInt8, _ previous: UInt8, _ next: UInt8) -> Int {
    let (before, after) = (page.kind(previous), page.kind(next))
    let scalar = page.scalar(byte)
    let worth = Self.worth(of: scalar, isSuggested: isSuggested)
    guard before.isLetter || after.isLetter else { return worth == 10 ? 2 : -10 }
    // A letter of another script in the middle of a Latin word.
    if scalar > 0x24F, Self.isASCII(previous, before) || Self.isASCII(next, after) { return -20 }
    switch page.kind(byte) {
    case .upper:
      if before == .lower { return -20 }
      return before == .upper && after == .lower ? -3 : worth - 2
    case .lower:
      return after == .upper && before != .lower ? -15 : worth
    default: return worth
    }
  }

  private func punctuationPoints(_ kind: Kind, _ before: Kind, _ after: Kind) -> Int {
    let isInside = before.isLetter && after.isLetter
    let opens = before.isOuter && !after.isOuter
    let closes = !(before == .blank) && after.isOuter
    switch kind {
    case .apostrophe: return isInside ? 15 : opens || closes ? 5 : -5
    case .opening: return isInside ? -15 : opens ? 12 : before.isOuter ? 2 : closes ? 2 : -3
    case .closing: return isInside ? -15 : closes ? 12 : 0
    case .inverted: return isInside ? -15 : before.isOuter && !after.isOuter ? 12 : -10
    default: return 10
    }
  }

  private static func isASCII(_ byte: UInt8, _ kind: Kind) -> Bool { byte < 0x80 && kind.isLetter }

  private static func worth(of scalar: UInt32, isSuggested: Bool) -> Int {
    if common.contains(scalar) { return 10 }
    return isSuggested && scalar > 0xFF ? 12 : 4
  }

  private static let common = Set(
    "éèàçêâîôûëïüöäßñáíóúåøæãõòìùœÉÈÀÇÊÂÎÔÜÖÄÑÁÍÓÚÅØÆÃ".unicodeScalars.map(\.value))
}
