internal import CDrawing

/// Draws covers: title, authors, fandom and series, set with Pango and Cairo in two colours on 1200 by 1800 pixels.
///
/// The libraries are loaded when the first artist is made. Fonts are those of the machine, so covers look the same
/// wherever the same fonts are installed.
public struct CoverArtist {
  private let drawing: DrawingLibrary
  private let typesetter: Typesetter

  /// An artist; one draws any number of covers, each thread has its own.
  ///
  /// - Throws: ``CoverError`` where Pango, Cairo or fonts are missing.
  public init() throws(CoverError) {
    guard let found = drawing_library() else { throw .noLibrary }
    drawing = found.pointee
    typesetter = try Typesetter(drawing)
  }

  /// The width of a cover in pixels.
  public static let width = Canvas.width
  /// The height of a cover in pixels.
  public static let height = Canvas.height

  /// A cover as PNG. The seed, the bytes of the story's identifier or the like, chooses colours and ornament.
  ///
  /// - Throws: ``CoverError/outOfMemory``.
  public func draw(
    _ text: CoverText, layout: CoverLayout, seed: some Sequence<UInt8>
  ) throws(CoverError) -> [UInt8] {
    let choice = CoverChoice(seed)
    let canvas = try Canvas(drawing)
    let page = CoverPage(canvas: canvas, typesetter: typesetter, choice: choice)
    switch layout {
    case .classic: page.drawClassic(text)
    case .modern: page.drawModern(text)
    case .plain: page.drawPlain(text)
    }
    // Sixteen steps make the smoothest letters; very long titles take more room than they are worth.
    if let bytes = encode(canvas, choice, .four), bytes.count < Self.sizeLimit { return bytes }
    guard let bytes = encode(canvas, choice, .two) else { throw .outOfMemory }
    return bytes
  }

  /// Covers weigh on every book of a library; under 40 KB they do not.
  private static let sizeLimit = 40_000

  private func encode(
    _ canvas: Canvas, _ choice: CoverChoice, _ depth: IndexedPNG.Depth
  ) -> [UInt8]? {
    IndexedPNG.write(
      width: Canvas.width, height: Canvas.height, depth: depth,
      palette: choice.colours.steps(depth), rows: canvas.rows(depth))
  }
}

/// What the story's digest decides.
struct CoverChoice {
  let colours: CoverColours
  let ornament: Ornament
  /// The distance of the ornament's repeats, in pixels.
  let scale: Double

  /// FNV-1a over the seed, its bits mixed once more.
  init(_ seed: some Sequence<UInt8>) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in seed { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    hash = (hash ^ hash >> 32) &* 0x9E37_79B9_7F4A_7C15
    hash ^= hash >> 29
    colours = .chosen(by: UInt8(truncatingIfNeeded: hash))
    ornament = Ornament.allCases[Int(hash >> 8 & 0xFF) % Ornament.allCases.count]
    scale = [110, 140, 180, 220][Int(hash >> 16 & 3)]
  }
}
