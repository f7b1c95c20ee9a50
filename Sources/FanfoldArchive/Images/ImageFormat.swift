/// The formats of pictures, told by their first bytes.
public enum ImageFormat: String, Sendable, Hashable, CaseIterable {
  case png, jpeg, gif, webp, svg
  /// Formats that reading systems need not show (EPUB 3.3 §3.2).
  case bmp, tiff, avif, heic, ico, jxl

  /// The format's media type, as a manifest names it.
  public var mediaType: String {
    switch self {
    case .svg: "image/svg+xml"
    case .ico: "image/vnd.microsoft.icon"
    case .png, .jpeg, .gif, .webp, .bmp, .tiff, .avif, .heic, .jxl: "image/\(rawValue)"
    }
  }

  /// What names of such files end in.
  public var fileExtension: String { self == .jpeg ? "jpg" : rawValue }

  /// Whether every reading system shows the format: the core media types of EPUB 3.3 §3.2.
  public var isCore: Bool {
    switch self {
    case .png, .jpeg, .gif, .webp, .svg: true
    case .bmp, .tiff, .avif, .heic, .ico, .jxl: false
    }
  }

  /// The format of a picture by how it begins; `nil` for what is no picture.
  public init?(of bytes: [UInt8]) {
    let begins = { (signature: [UInt8], offset: Int) in
      bytes.dropFirst(offset).starts(with: signature)
    }
    let found = Self.signatures.first { begins($0.bytes, $0.offset) }?.format
    switch found {
    case .webp? where !begins(Array("WEBP".utf8), 8): return nil
    case .avif?:
      // An ISO base media file says what it is by its brand.
      let brand = String(decoding: bytes.dropFirst(8).prefix(4), as: UTF8.self)
      guard let format = Self.brands[brand] else { return nil }
      self = format
    case let format?: self = format
    case nil:
      guard SVGHeader.isSVG(bytes) else { return nil }
      self = .svg
    }
  }

  private static let signatures: [(format: ImageFormat, bytes: [UInt8], offset: Int)] = [
    (.png, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], 0),
    (.jpeg, [0xFF, 0xD8, 0xFF], 0),
    (.gif, Array("GIF87a".utf8), 0), (.gif, Array("GIF89a".utf8), 0),
    (.webp, Array("RIFF".utf8), 0),
    (.bmp, Array("BM".utf8), 0),
    (.tiff, [0x49, 0x49, 0x2A, 0x00], 0), (.tiff, [0x4D, 0x4D, 0x00, 0x2A], 0),
    (.ico, [0x00, 0x00, 0x01, 0x00], 0),
    (.jxl, [0xFF, 0x0A], 0), (.jxl, [0, 0, 0, 0x0C] + Array("JXL ".utf8), 0),
    (.avif, Array("ftyp".utf8), 4),
  ]

  private static let brands: [String: ImageFormat] = [
    "avif": .avif, "avis": .avif, "heic": .heic, "heix": .heic, "mif1": .heic, "msf1": .heic,
  ]
}
