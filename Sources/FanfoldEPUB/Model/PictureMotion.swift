/// Whether a picture may move, and so may flash.
enum PictureMotion {
  static func mayMove(_ bytes: [UInt8], mediaType: String) -> Bool {
    switch mediaType {
    case "image/gif": pictures(inGIF: bytes) > 1
    // The extended header's flags (WebP container, "Extended File Format"); others have one picture.
    case "image/webp":
      bytes.count > 20 && bytes[12..<16].elementsEqual("VP8X".utf8) && bytes[20] & 0x02 != 0
    case "image/png": contains("acTL", in: bytes)
    case "image/svg+xml": contains("<animate", in: bytes) || contains("<set", in: bytes)
    default: false
    }
  }

  /// How many pictures follow each other (GIF89a §20); one that breaks off may have any number.
  private static func pictures(inGIF bytes: [UInt8]) -> Int {
    func tableSize(_ flags: UInt8) -> Int { flags & 0x80 == 0 ? 0 : 3 << (Int(flags & 7) + 1) }
    guard bytes.count > 13 else { return 1 }
    var pictures = 0
    var index = 13 + tableSize(bytes[10])
    while index < bytes.count, pictures < 2 {
      switch bytes[index] {
      case 0x21: index += 2
      case 0x2C where index + 9 < bytes.count:
        pictures += 1
        index += 11 + tableSize(bytes[index + 9])
      default: return pictures
      }
      while index < bytes.count, bytes[index] != 0 { index += Int(bytes[index]) + 1 }
      index += 1
    }
    return pictures
  }

  private static func contains(_ word: StaticString, in bytes: [UInt8]) -> Bool {
    let word = Array(word.description.utf8)
    guard bytes.count >= word.count else { return false }
    return (0...(bytes.count - word.count)).contains { start in
      bytes[start] == word[0] && bytes[start..<(start + word.count)].elementsEqual(word)
    }
  }
}
