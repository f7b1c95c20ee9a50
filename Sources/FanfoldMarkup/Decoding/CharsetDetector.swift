import CUchardet

/// What uchardet makes of a sample: right for most scripts, poor for Latin text that is nearly
/// ASCII.
enum CharsetDetector {
  static func suggestion(for sample: [UInt8]) -> TextEncoding? {
    guard let detector = uchardet_new() else { return nil }
    defer { uchardet_delete(detector) }
    let status = sample.withUnsafeBytes { bytes in
      uchardet_handle_data(
        detector, bytes.bindMemory(to: CChar.self).baseAddress, bytes.count)
    }
    guard status == 0 else { return nil }
    uchardet_data_end(detector)
    return TextEncoding.named(String(cString: uchardet_get_charset(detector)))
  }
}
