/// Whether an image is what its media type and its name say (EPUB 3.3 §3.2).
enum ImageCheck {
  static let rules: [Rule] = [
    .imageTooShort, .imageOtherType, .imageBroken, .imageOtherEnding,
  ]

  /// The kinds of images whose sizes can be read.
  enum Format: String {
    case jpeg, png, gif, bmp, tiff

    init?(_ bytes: [UInt8]) {
      if bytes.starts(with: [0xFF, 0xD8]) {
        self = .jpeg
      } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
        self = .png
      } else if bytes.starts(with: Array("GIF87a".utf8)) || bytes.starts(with: Array("GIF89a".utf8))
      {
        self = .gif
      } else if bytes.starts(with: Array("BM".utf8)) {
        self = .bmp
      } else if bytes.starts(with: [0x49, 0x49, 42, 0]) || bytes.starts(with: [0x4D, 0x4D, 0, 42]) {
        self = .tiff
      } else {
        return nil
      }
    }

    init?(ending: String) {
      switch ending.lowercased() {
      case "jpg", "jpeg", "jpe", "jfif": self = .jpeg
      case "png": self = .png
      case "gif": self = .gif
      case "bmp": self = .bmp
      case "tif", "tiff": self = .tiff
      default: return nil
      }
    }
  }

  static func check(
    _ bytes: [UInt8], path: String, mediaType: String, _ findings: inout Findings
  ) {
    let place = Place(path)
    if bytes.count < 4 {
      findings.add(.imageTooShort, at: place)
    } else if !hasSignature(bytes, of: mediaType) {
      findings.add(
        .imageOtherType, at: place, "'\(path)' does not begin like a file of type '\(mediaType)'")
    }
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: ".") else { return findings.add(.imageBroken, at: place) }
    let ending = String(name[name.index(after: dot)...])
    if ending.lowercased() == "svg" { return }
    guard let format = Format(bytes) else { return findings.add(.imageBroken, at: place) }
    guard let named = Format(ending: ending) else { return findings.add(.imageBroken, at: place) }
    if named != format {
      findings.add(.imageOtherEnding, at: place, "a \(format.rawValue) image is named '.\(ending)'")
    } else if !ImageSize.isReadable(bytes, format) {
      findings.add(.imageBroken, at: place)
    }
  }

  private static func hasSignature(_ bytes: [UInt8], of type: String) -> Bool {
    switch type {
    case "image/jpeg": bytes.starts(with: [0xFF, 0xD8])
    case "image/gif": bytes.starts(with: Array("GIF8".utf8))
    case "image/png": bytes.starts(with: [0x89, 0x50, 0x4E, 0x47])
    default: true
    }
  }
}

/// Whether the size of an image can be read from its headers.
enum ImageSize {
  static func isReadable(_ bytes: [UInt8], _ format: ImageCheck.Format) -> Bool {
    switch format {
    case .png: isPNG(bytes)
    case .gif: isGIF(bytes)
    case .jpeg: isJPEG(bytes)
    case .bmp: bytes.count >= 26
    case .tiff: bytes.count >= 8
    }
  }

  /// The header chunk, and the chunks before the data (PNG §11.2.2).
  private static func isPNG(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 33, Array(bytes[12..<16]) == Array("IHDR".utf8) else { return false }
    let sizes = [big(bytes, 8), big(bytes, 16), big(bytes, 20)]
    return sizes[0] == 13 && sizes[1] > 0 && sizes[2] > 0
  }

  /// The blocks up to the first image (GIF89a §20).
  private static func isGIF(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 13 else { return false }
    var index = 13 + (bytes[10] & 0x80 != 0 ? 3 << (Int(bytes[10] & 7) + 1) : 0)
    while index < bytes.count {
      if bytes[index] == 0x2C { return index + 10 <= bytes.count }
      guard bytes[index] == 0x21 else { return false }
      index += 2
      while index < bytes.count, bytes[index] != 0 { index += Int(bytes[index]) + 1 }
      index += 1
    }
    return false
  }

  /// The segments up to the scan, with a frame among them (JPEG §B.1).
  private static func isJPEG(_ bytes: [UInt8]) -> Bool {
    var index = 2
    var hasFrame = false
    while index + 3 < bytes.count {
      guard bytes[index] == 0xFF else { return false }
      let marker = bytes[index + 1]
      if marker == 0xFF {
        index += 1
        continue
      }
      if marker == 0xDA { return hasFrame }
      if (0xC0...0xCF).contains(marker), marker != 0xC4, marker != 0xC8, marker != 0xCC {
        guard index + 8 < bytes.count else { return false }
        hasFrame = true
      }
      index += 2 + Int(bytes[index + 2]) << 8 + Int(bytes[index + 3])
    }
    return false
  }

  private static func big(_ bytes: [UInt8], _ start: Int) -> Int {
    bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
  }
}

extension Rule {
  static let imageTooShort = Rule(
    "MED-004", "image-too-short", .error, "an image is too short to be one",
    help: "Replace the file.", see: "EPUB 3.3 §3.2")
  static let imageOtherType = Rule(
    "OPF-029", "image-other-type", .error, "an image is not of the type the manifest gives",
    help: "Correct the media type of its item.", see: "EPUB 3.3 §5.6.2")
  static let imageBroken = Rule(
    "PKG-021", "image-broken", .error, "an image cannot be read",
    help: "Save it again from where it came.", see: "EPUB 3.3 §3.2")
  static let imageOtherEnding = Rule(
    "PKG-022", "image-other-ending", .warning, "an image's name has the ending of another kind",
    help: "Rename the file.")
}
