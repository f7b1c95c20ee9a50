/// Whether an image is what its media type and its name say (EPUB 3.3 §3.2).
enum ImageCheck {
  static let rules: [Rule] = [
    .imageTooShort, .imageOtherType, .imageBroken, .imageOtherEnding,
  ]

  /// The kinds of images whose sizes can be read.
  enum Format: String {
    case jpeg, png, gif, bmp, wbmp, tiff = "tif"

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
      } else if WirelessBitmap.isOne(bytes) {
        self = .wbmp
      } else {
        return nil
      }
    }

    init?(ending: String) {
      switch ending.lowercased() {
      case "jpg", "jpeg": self = .jpeg
      case "png": self = .png
      case "gif": self = .gif
      case "bmp": self = .bmp
      case "wbmp": self = .wbmp
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
