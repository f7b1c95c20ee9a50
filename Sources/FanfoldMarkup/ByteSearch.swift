#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Span<UInt8> {
  /// The first place of a byte at or after an offset, at the speed of memory.
  package func firstIndex(of byte: UInt8, from start: Int = 0) -> Int? {
    guard start < count else { return nil }
    return withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress,
        let found = memchr(base + start, Int32(byte), buffer.count - start)
      else { return nil }
      return base.distance(to: UnsafeRawPointer(found))
    }
  }

  /// The first place of a phrase at or after an offset, at the speed of memory where its first byte is rare.
  package func firstIndex(of phrase: [UInt8], from start: Int = 0) -> Int? {
    guard let first = phrase.first else { return start }
    var start = start
    while let found = firstIndex(of: first, from: start), found + phrase.count <= count {
      if phrase.indices.allSatisfy({ self[found + $0] == phrase[$0] }) { return found }
      start = found + 1
    }
    return nil
  }
}

extension [UInt8] {
  /// Whether it has the same bytes as another. The standard library compares elements of any kind, one by one.
  package func isEqual(to other: [UInt8]) -> Bool {
    count == other.count && (isEmpty || memcmp(self, other, count) == 0)
  }
}

extension ArraySlice<UInt8> {
  /// The first place of a phrase. The standard library looks for elements of any kind, and takes long.
  package func firstRange(of phrase: [UInt8]) -> Range<Int>? {
    guard let found = span.firstIndex(of: phrase) else { return nil }
    return startIndex + found..<startIndex + found + phrase.count
  }
}

extension [UInt8] {
  /// The first place of a phrase.
  package func firstRange(of phrase: [UInt8]) -> Range<Int>? { self[...].firstRange(of: phrase) }
}
