internal import FanfoldArchive
package import FanfoldStory

/// The pictures of a story as they are found, each once, and the rules for what a book can hold: the formats that
/// every reading system shows (EPUB 3.3 §3.2), of a size that a reading system can open.
package struct ImageShelf {
  package private(set) var images: [StoryImage] = []
  private var known: Set<String> = []
  /// What is not there, by reason, each name once.
  private var leftOut: [(reason: String, names: [String])] = []

  /// No pictures yet.
  package init() {}

  /// Why a picture is not in the book.
  package struct Refusal: Error, Equatable {
    /// Goes on from "was left out: "; no full stop.
    package var reason: String
  }

  /// The most bytes of one picture. The largest that phones make are smaller.
  static let byteLimit = 8 << 20
  /// The most pixels: as 32-bit colours they take 160 MB.
  static let pixelLimit = 40_000_000

  /// Looks at a picture and keeps it.
  package mutating func take(_ bytes: [UInt8]) -> Result<StoryImage, Refusal> {
    guard bytes.count <= Self.byteLimit else {
      return .failure(Refusal(reason: "it is larger than \(Self.byteLimit >> 20) MB"))
    }
    guard let format = ImageFormat(of: bytes) else {
      return .failure(Refusal(reason: "it is not a picture"))
    }
    guard format.isCore else {
      return .failure(
        Refusal(reason: "books cannot hold pictures of the kind \(format.rawValue.uppercased())"))
    }
    guard let header = ImageHeader(of: bytes) else {
      return .failure(Refusal(reason: "it is damaged"))
    }
    guard header.pixels <= Self.pixelLimit else {
      return .failure(
        Refusal(reason: "it has more than \(Self.pixelLimit / 1_000_000) million pixels"))
    }
    if format == .svg, let fault = SVGSafety.fault(of: bytes) {
      return .failure(Refusal(reason: fault))
    }
    let image = StoryImage(
      bytes: bytes, mediaType: format.mediaType, width: header.width, height: header.height)
    if known.insert(image.id).inserted { images.append(image) }
    return .success(image)
  }

  // MARK: what is not there

  mutating func leaveOut(_ name: String, _ reason: String) {
    guard let index = leftOut.firstIndex(where: { $0.reason == reason }) else {
      return leftOut.append((reason, [name]))
    }
    if !leftOut[index].names.contains(name) { leftOut[index].names.append(name) }
  }

  /// What a reader should know about the pictures that are missing; a reason is told once.
  var remarks: [String] {
    leftOut.map { reason, names in
      let others = names.dropFirst()
      let shown = others.prefix(others.count > 3 ? 2 : 3).joined(separator: ", ")
      let rest = others.count > 3 ? " and \(others.count - 2) more" : ""
      return "the picture \(names.first ?? "") was left out: \(reason)"
        + (others.isEmpty ? "" : "; so were \(shown)\(rest)")
    }
  }
}
