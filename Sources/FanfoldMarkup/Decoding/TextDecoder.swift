/// Reads text files of any age: finds out their encoding and gives them as UTF-8.
///
/// A byte order mark decides; then a declared encoding, if it can be true; then the bytes. Bytes
/// that are valid UTF-8 are UTF-8: in text of any length nothing else looks like it.
public struct TextDecoder {
  private let bytes: [UInt8]
  private let declared: TextEncoding?

  /// Decodes a file. Bytes that are UTF-8 already are handed back without a copy.
  ///
  /// A declared encoding is a label of the Encoding standard, as a page's `meta` element has it. It
  /// is honoured unless the bytes are invalid in it, or are valid UTF-8 beyond ASCII where a
  /// single-byte encoding, in which any bytes are valid, was declared: a page saved anew keeps its
  /// old label.
  public static func decode(
    _ bytes: [UInt8], declared: String? = nil
  ) throws(DecodingError) -> DecodedText {
    var encoding: TextEncoding?
    if let declared {
      encoding = TextEncoding.named(declared)
      guard encoding != nil else { throw .unknownEncoding(declared) }
    }
    return try TextDecoder(bytes: bytes, declared: encoding).decode()
  }

  /// The IANA name of the encoding a label stands for, for those who would rather guess than fail.
  public static func encodingName(for label: String) -> String? {
    TextEncoding.named(label)?.name
  }

  private func decode() throws(DecodingError) -> DecodedText {
    if let binary = BinaryContent.signature(of: bytes) {
      throw .binary(kind: binary.kind, offset: binary.offset)
    }
    if let mark = WideText.byteOrderMark(bytes) {
      return try marked(mark.encoding, length: mark.length)
    }
    if let text = try wide() { return text }
    if let offset = BinaryContent.mostlyControls(bytes) {
      throw .binary(kind: "control characters", offset: offset)
    }
    switch UTF8Text.verdict(on: bytes) {
    case .ascii: return ascii()
    case .valid: return utf8()
    case .invalid: return legacy()
    }
  }

  private func marked(_ name: String, length: Int) throws(DecodingError) -> DecodedText {
    if name == "UTF-8" { return UTF8Text.repaired(bytes, from: length) }
    guard let encoding = TextEncoding.named(name), let converter = IconvConverter(encoding) else {
      throw .unknownEncoding(name)
    }
    return converter.convert(bytes, from: length)
  }

  /// Text with NUL bytes before its end is UTF-16 or UTF-32, or no text.
  private func wide() throws(DecodingError) -> DecodedText? {
    guard let nul = bytes.span.firstIndex(of: 0) else { return nil }
    let end = BinaryContent.endOfText(bytes)
    guard end > 0 else { throw .binary(kind: "nothing but NUL bytes", offset: 0) }
    guard nul < end else { return nil }
    if let declared, declared.form == .utf16 || declared.form == .utf32 {
      let text = converted(declared)
      if let text, text.replaced == 0 { return text }
    }
    guard let name = WideText.guess(bytes), let encoding = TextEncoding.named(name),
      let text = converted(encoding)
    else { throw .binary(kind: "data with NUL bytes", offset: nul) }
    return text
  }

  private func ascii() -> DecodedText {
    if let declared, declared.form == .stateful, let text = converted(declared), text.replaced == 0
    {
      return text
    }
    if bytes.span.firstIndex(of: 0x1B) != nil,
      let encoding = CharsetDetector.suggestion(for: bytes),
      encoding.form == .stateful, let text = converted(encoding), text.replaced == 0
    {
      return text
    }
    return DecodedText(bytes: bytes, encoding: "UTF-8")
  }

  private func utf8() -> DecodedText {
    if let declared, declared.form == .multiByte, let text = converted(declared), text.replaced == 0
    {
      return text
    }
    if let undone = DoubleEncoding.undone(bytes) {
      return DecodedText(bytes: undone, encoding: "UTF-8 (decoded twice)")
    }
    return DecodedText(bytes: bytes, encoding: "UTF-8")
  }

  private func legacy() -> DecodedText {
    var honoured: DecodedText?
    if let declared, declared.form != .utf8 {
      honoured = converted(declared)
      if let honoured, honoured.replaced == 0 { return honoured }
    }
    let sample = LegacySample(bytes)
    let guessed =
      UTF8Text.isDamaged(sample.bytes)
      ? UTF8Text.repaired(bytes) : converted(EncodingGuess(sample).encoding())
    if let honoured, honoured.replaced <= (guessed?.replaced ?? .max) { return honoured }
    return guessed ?? UTF8Text.repaired(bytes)
  }

  private func converted(_ encoding: TextEncoding) -> DecodedText? {
    IconvConverter(encoding)?.convert(bytes)
  }
}
