import CIconv

/// Text in a legacy encoding, made by the C library.
func legacy(_ text: String, as encoding: String) throws -> [UInt8] {
  guard let converter = iconv_open(encoding, "UTF-8"), converter != iconv_t(bitPattern: -1) else {
    throw LegacyError(encoding: encoding)
  }
  defer { iconv_close(converter) }
  var input = Array(text.utf8.map { CChar(bitPattern: $0) })
  var output = [CChar](repeating: 0, count: input.count * 4 + 16)
  let room = output.count
  let left = input.withUnsafeMutableBufferPointer { input in
    output.withUnsafeMutableBufferPointer { output in
      var (next, unread) = (input.baseAddress, input.count)
      var (place, left) = (output.baseAddress, output.count)
      let lost = iconv(converter, &next, &unread, &place, &left)
      iconv(converter, nil, nil, &place, &left)
      return lost == 0 ? left : room
    }
  }
  guard left < room else { throw LegacyError(encoding: encoding) }
  return output[..<(room - left)].map { UInt8(bitPattern: $0) }
}

struct LegacyError: Error {
  let encoding: String
}
