internal import CLibZip

/// A book that lies in the place of a new one.
enum PublishedBook {
  /// Whether the file is a book made by this program with that identifier.
  static func isEdition(at path: String, of identifier: String) -> Bool {
    guard let archive = zip_open(path, ZIP_RDONLY, nil) else { return false }
    defer { zip_discard(archive) }
    guard let file = zip_fopen(archive, "EPUB/package.opf", 0) else { return false }
    defer { zip_fclose(file) }
    let package = [UInt8](unsafeUninitializedCapacity: sizeLimit) { buffer, count in
      count = max(0, Int(zip_fread(file, buffer.baseAddress, zip_uint64_t(sizeLimit))))
    }
    return contains(Array(">\(identifier)<".utf8), in: package)
  }

  /// The identifier stands near the top of the package document.
  private static let sizeLimit = 1 << 16

  private static func contains(_ needle: [UInt8], in bytes: [UInt8]) -> Bool {
    guard bytes.count >= needle.count else { return false }
    return (0...(bytes.count - needle.count)).contains { start in
      bytes[start] == needle[0] && bytes[start..<(start + needle.count)].elementsEqual(needle)
    }
  }
}
