import CIconv

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Turns one encoding into UTF-8 with the C library's tables.
struct IconvConverter: ~Copyable {
  private let encoding: TextEncoding
  private let handle: iconv_t

  /// `nil` when the C library has none of the encoding's tables.
  init?(_ encoding: TextEncoding) {
    self.encoding = encoding
    let failure = iconv_t(bitPattern: -1)
    for name in encoding.converters {
      if let handle = iconv_open("UTF-8", name), handle != failure {
        self.handle = handle
        return
      }
    }
    return nil
  }

  deinit {
    iconv_close(handle)
  }

  /// The bytes from an offset on as UTF-8, with U+FFFD for what the encoding does not know.
  func convert(_ bytes: [UInt8], from first: Int = 0) -> DecodedText {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count - first + (bytes.count - first) / 16 + 64)
    var replaced = 0
    var firstReplacement: Int?
    iconv(handle, nil, nil, nil, nil)
    withUnsafeTemporaryAllocation(byteCount: 32 * 1024, alignment: 16) { chunk in
      var start = first
      while start < bytes.count {
        let (stop, isBroken) = step(bytes, from: start, chunk, into: &output)
        start = stop
        guard isBroken || start == bytes.count else { continue }
        flush(chunk, into: &output)
        guard isBroken else { continue }
        firstReplacement = firstReplacement ?? output.count
        replaced += 1
        output.append(contentsOf: DecodedText.replacement)
        start += brokenLength(bytes, at: start)
      }
    }
    return DecodedText(
      bytes: output, encoding: encoding.name, replaced: replaced,
      firstReplacement: firstReplacement)
  }

  /// Converts what one chunk holds, and tells where it stopped and whether the bytes there are
  /// broken.
  private func step(
    _ bytes: [UInt8], from start: Int, _ chunk: UnsafeMutableRawBufferPointer,
    into output: inout [UInt8]
  ) -> (stop: Int, isBroken: Bool) {
    bytes.withUnsafeBytes { source in
      let unread = UnsafeMutableRawBufferPointer(
        mutating: UnsafeRawBufferPointer(rebasing: source[start...]))
      var input = unread.bindMemory(to: CChar.self).baseAddress
      var inputLeft = unread.count
      var next = chunk.bindMemory(to: CChar.self).baseAddress
      var room = chunk.count
      let result = iconv(handle, &input, &inputLeft, &next, &room)
      let isBroken = result == Int(bitPattern: UInt.max) && errno != E2BIG
      output.append(contentsOf: UnsafeRawBufferPointer(rebasing: chunk[..<(chunk.count - room)]))
      return (source.count - inputLeft, isBroken)
    }
  }

  /// Some converters hold a letter back until they know that no accent follows (windows-1255,
  /// -1258, Big5-HKSCS).
  private func flush(_ chunk: UnsafeMutableRawBufferPointer, into output: inout [UInt8]) {
    var next = chunk.bindMemory(to: CChar.self).baseAddress
    var room = chunk.count
    iconv(handle, nil, nil, &next, &room)
    output.append(contentsOf: UnsafeRawBufferPointer(rebasing: chunk[..<(chunk.count - room)]))
  }

  /// How much to leave out where nothing can be read: a byte that is no second half stays, so that
  /// one broken byte does not swallow the line end after it.
  private func brokenLength(_ bytes: [UInt8], at offset: Int) -> Int {
    let left = bytes.count - offset
    switch encoding.form {
    case .utf16: return min(2, left)
    case .utf32: return min(4, left)
    case .multiByte where left > 1 && bytes[offset + 1] >= 0x80:
      return [0x80, 0xA0, 0xFF].contains(bytes[offset]) ? 1 : 2
    case .utf8, .singleByte, .multiByte, .stateful: return 1
    }
  }
}
