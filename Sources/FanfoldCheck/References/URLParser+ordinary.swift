extension URLParser {
  /// A file in the folder of the base, or on the way over those around it, whose name needs no
  /// looking into: what nearly all references in books are.
  static func ordinary(_ text: String, _ base: BookURL) -> BookURL? {
    guard base.isHierarchical else { return nil }
    let (bytes, path) = (text.utf8Span.span, base.path.utf8Span.span)
    var folder = path.count
    var start = -3
    repeat {
      start += 3
      repeat { folder -= 1 } while folder >= 0 && path[folder] != UInt8(ascii: "/")
      guard folder >= 0 else { return nil }
    } while isStepOut(bytes, start)
    var isAfterSlash = true
    var hash: Int?
    for index in start..<bytes.count {
      let byte = bytes[index]
      if URLCharacters.isOrdinary(byte) {
        isAfterSlash = false
      } else if byte == UInt8(ascii: "#"), hash == nil, index > start {
        hash = index
      } else if byte == UInt8(ascii: "."), !isAfterSlash, hash == nil {
        continue
      } else if byte == UInt8(ascii: "/"), !isAfterSlash, hash == nil {
        isAfterSlash = true
      } else {
        return nil
      }
    }
    guard start < bytes.count else { return nil }
    let name = text.utf8.dropFirst(start)
    let file = hash.map { name.prefix($0 - start) } ?? name
    return BookURL(
      scheme: base.scheme, host: base.host,
      path: String(Substring(base.path.utf8.prefix(folder + 1))) + Substring(file),
      fragment: hash.map { String(Substring(name.dropFirst($0 - start + 1))) })
  }

  /// Whether "../" stands at a place.
  private static func isStepOut(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
    start + 2 < bytes.count && bytes[start] == UInt8(ascii: ".")
      && bytes[start + 1] == UInt8(ascii: ".") && bytes[start + 2] == UInt8(ascii: "/")
  }
}
