/// What a picture says about itself at its beginning. Nothing of the picture is decoded.
public struct ImageHeader: Sendable, Hashable {
  /// By the bytes, whatever the file is called.
  public let format: ImageFormat
  /// In pixels; `nil` when the picture does not say, or in a format that is not read further.
  public let width: Int?
  /// In pixels, as ``width``.
  public let height: Int?

  /// Reads the header; `nil` when there is none, or one that breaks off or makes no sense.
  public init?(of bytes: [UInt8]) {
    guard let format = ImageFormat(of: bytes) else { return nil }
    self.format = format
    let size: (width: Int, height: Int)?
    switch format {
    case .png: size = PNGHeader.size(bytes)
    case .jpeg: size = JPEGHeader.size(bytes)
    case .gif: size = GIFHeader.size(bytes)
    case .webp: size = WebPHeader.size(bytes)
    case .svg:
      (width, height) = SVGHeader.size(bytes)
      return
    case .bmp, .tiff, .avif, .heic, .ico, .jxl:
      (width, height) = (nil, nil)
      return
    }
    guard let size, size.width > 0, size.height > 0 else { return nil }
    (width, height) = size
  }

  /// How many pixels the picture has; 0 when it does not say.
  public var pixels: Int { (width ?? 0) * (height ?? 0) }
}

extension [UInt8] {
  /// The number in the two bytes or more from `offset`, the highest first; `nil` beyond the end.
  func bigEndian(at offset: Int, _ length: Int = 2) -> Int? {
    guard offset + length <= count else { return nil }
    return self[offset..<offset + length].reduce(0) { $0 << 8 | Int($1) }
  }

  /// The same with the lowest byte first.
  func littleEndian(at offset: Int, _ length: Int = 2) -> Int? {
    guard offset + length <= count else { return nil }
    return self[offset..<offset + length].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
