internal import FanfoldMarkup

/// The fonts of an RTF file, asked for the code pages their characters are in.
struct RTFFonts {
  /// The page of text that names no font, `\ansicpg`.
  var defaultPage = 1252
  private var pages: [Int: Int] = [:]
  private var symbols: Set<Int> = []

  mutating func setPage(_ page: Int, of font: Int) { pages[font] = page }

  /// Notes the character set that the font table gives a font.
  mutating func setCharacterSet(_ set: Int, of font: Int) {
    if set == 2 { symbols.insert(font) }
    if let page = Self.pages[set] { pages[font] = page }
  }

  func page(of font: Int?) -> Int { font.flatMap { pages[$0] } ?? defaultPage }

  /// Whether the font shows pictures instead of letters.
  func isSymbolic(_ font: Int?) -> Bool { font.map(symbols.contains) ?? false }

  /// Character sets and their code pages (RTF 1.9.1, "Font Table").
  private static let pages = [
    0: 1252, 77: 10000, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258,
    177: 1255,
    178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250, 254: 437, 255: 850,
  ]
}
