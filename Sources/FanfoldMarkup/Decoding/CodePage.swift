/// What each byte of a single-byte encoding means for the text around it.
struct CodePage {
  /// What a character is in running text.
  enum Kind {
    case lower, upper, letter, digit, blank, punctuation
    case opening, closing, apostrophe, dash, ellipsis, noBreakSpace, inverted
    case money, mark, sign, box, other, undefined
  }

  let encoding: TextEncoding
  private var kinds: [Kind]
  private var scalars: [UInt32]

  init?(_ encoding: TextEncoding) {
    guard let converter = IconvConverter(encoding) else { return nil }
    self.encoding = encoding
    scalars = (0...255).map { byte in
      let text = String(decoding: converter.convert([UInt8(byte)]).bytes, as: UTF8.self)
      return text.unicodeScalars.first?.value ?? 0xFFFD
    }
    kinds = scalars.map { Self.kind(of: $0) }
  }

  func kind(_ byte: UInt8) -> Kind { kinds[Int(byte)] }
  func scalar(_ byte: UInt8) -> UInt32 { scalars[Int(byte)] }

  private static func kind(of scalar: UInt32) -> Kind {
    switch scalar {
    case 0x09, 0x0A, 0x0D, 0x20: .blank
    case 0x30...0x39: .digit
    case 0x80...0x9F, 0xFFFD, 0xE000...0xF8FF: .undefined
    case 0xA0: .noBreakSpace
    case 0xA1, 0xBF: .inverted
    case 0xA3, 0xA2, 0xA5, 0x20AC: .money
    case 0xA7, 0xB6, 0xB7, 0x2020, 0x2021, 0x2022, 0xA9, 0xAE, 0x2122: .mark
    case 0xAB, 0x2018, 0x201A, 0x201C, 0x201E, 0x2039: .opening
    case 0xBB, 0x201D, 0x203A: .closing
    case 0x2019: .apostrophe
    case 0x2010...0x2015: .dash
    case 0x2026: .ellipsis
    case 0xB0, 0xBC...0xBE, 0xB2, 0xB3, 0xB9, 0xAA, 0xBA: .sign
    case 0x2500...0x25FF: .box
    case 0..<0x80 where !isASCIILetter(scalar): .punctuation
    default: letterKind(scalar)
    }
  }

  private static func letterKind(_ scalar: UInt32) -> Kind {
    guard let properties = Unicode.Scalar(scalar)?.properties else { return .undefined }
    guard properties.isAlphabetic || properties.generalCategory == .nonspacingMark,
      scalar != 0x2C6, scalar != 0x2C7, scalar != 0x192
    else { return .other }
    return properties.isUppercase ? .upper : properties.isLowercase ? .lower : .letter
  }

  private static func isASCIILetter(_ scalar: UInt32) -> Bool {
    (0x41...0x5A).contains(scalar & ~0x20)
  }
}

extension CodePage.Kind {
  var isLetter: Bool { self == .lower || self == .upper || self == .letter }
  /// What may stand outside of a quotation.
  var isOuter: Bool {
    switch self {
    case .blank, .punctuation, .dash, .opening, .closing, .apostrophe, .ellipsis, .noBreakSpace,
      .inverted:
      true
    default: false
    }
  }
}
