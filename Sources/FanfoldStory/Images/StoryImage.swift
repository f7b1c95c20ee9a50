/// A picture of a story: its bytes as the source has them, and what their own header says.
public struct StoryImage: Sendable, Hashable {
  /// A name made of the bytes alone, `[0-9a-f-]`: the same picture has the same name in every story and every run.
  public let id: String
  public let bytes: [UInt8]
  /// "image/png", by the bytes and not by the name of the file they came from.
  public let mediaType: String
  /// In pixels; `nil` when the picture does not say.
  public let width: Int?
  public let height: Int?

  /// A picture of those bytes.
  public init(bytes: [UInt8], mediaType: String, width: Int? = nil, height: Int? = nil) {
    id = Self.name(of: bytes)
    self.bytes = bytes
    self.mediaType = mediaType
    self.width = width
    self.height = height
  }

  /// FNV-1a (Fowler, Noll and Vo), 64 bits, and the length: two pictures of one story are told apart by it, nobody
  /// is kept from making two that are not.
  private static func name(of bytes: [UInt8]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    let digits = String(hash, radix: 16)
    let padded = String(repeating: "0", count: 16 - digits.utf8.count) + digits
    return padded + "-" + String(bytes.count, radix: 16)
  }
}

extension StoryImage: Codable {
  private enum CodingKeys: CodingKey { case bytes, mediaType, width, height }

  /// Reads a picture; its name is made anew.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      bytes: try values.decode([UInt8].self, forKey: .bytes),
      mediaType: try values.decode(String.self, forKey: .mediaType),
      width: try values.decodeIfPresent(Int.self, forKey: .width),
      height: try values.decodeIfPresent(Int.self, forKey: .height))
  }

  /// Writes everything but the name.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(bytes, forKey: .bytes)
    try values.encode(mediaType, forKey: .mediaType)
    try values.encodeIfPresent(width, forKey: .width)
    try values.encodeIfPresent(height, forKey: .height)
  }
}

/// A place in a text where a picture stands.
public struct ImageReference: Sendable, Hashable, Codable {
  /// The ``StoryImage/id`` of the picture.
  public var id: String
  /// What stands for the picture where it cannot be seen; empty when the source does not say.
  public var alternative: String

  /// The picture of that name.
  public init(_ id: String, alternative: String = "") {
    self.id = id
    self.alternative = alternative
  }
}

extension [StoryImage] {
  /// Adds pictures that are not there yet.
  public mutating func add(_ images: [StoryImage]) {
    let known = Set(map(\.id))
    append(contentsOf: images.filter { !known.contains($0.id) })
  }
}
