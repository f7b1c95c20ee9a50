/// The three layouts of a cover.
struct CoverPage {
  let canvas: Canvas
  let typesetter: Typesetter
  let choice: CoverChoice

  private static let width = Double(Canvas.width)
  private static let height = Double(Canvas.height)
  private static let serif = "EB Garamond, Libertinus Serif, Noto Serif, Noto Serif CJK SC, serif"
  private static let sans = "Inter, Source Sans 3, Noto Sans, Noto Sans CJK SC, sans-serif"

  private func centred(
    _ text: String, _ style: Typesetter.Style, width: Double = 960, height: Double, middle: Double
  ) -> SetText {
    let set = typesetter.set(text, style, width: width, height: height)
    set.draw(on: canvas, x: Self.width / 2, y: middle - set.height / 2)
    return set
  }

  /// A light panel with the title between two deep bands, the lower one with an ornament.
  func drawClassic(_ text: CoverText) {
    let panel = (top: 470.0, bottom: 1330.0)
    drawHead(text, middle: 250)
    choice.ornament.draw(
      on: canvas, x: 0, y: panel.bottom + 28, width: Self.width, height: 442, scale: choice.scale,
      strength: 192)
    canvas.fill(x: 0, y: panel.bottom + 16, width: Self.width, height: 6)
    canvas.fill(x: 0, y: panel.top - 22, width: Self.width, height: 6)
    defer { canvas.invert(y: Int(panel.top), height: Int(panel.bottom - panel.top)) }
    let hasAuthor = text.byline != nil
    _ = centred(
      text.title, .init(font: Self.serif + " Medium", sizes: 34...190, lineSpacing: 0.92),
      height: hasAuthor ? 540 : 740, middle: hasAuthor ? 805 : 900)
    guard let byline = text.byline else { return }
    canvas.fill(x: Self.width / 2 - 60, y: 1130, width: 120, height: 4)
    _ = centred(
      byline, .init(font: Self.serif + " Italic", sizes: 26...68), height: 130, middle: 1225)
  }

  /// A large ornament over a title that begins at the left.
  func drawModern(_ text: CoverText) {
    choice.ornament.draw(
      on: canvas, x: 0, y: 0, width: Self.width, height: 820, scale: choice.scale * 1.4,
      strength: 154)
    canvas.fill(x: 100, y: 900, width: 150, height: 14)
    let title = typesetter.set(
      text.title,
      .init(font: Self.sans + " Bold", sizes: 34...170, isCentred: false, lineSpacing: 0.94),
      width: 1000, height: 560)
    title.draw(on: canvas, x: 100, y: 950)
    var foot = 1700.0
    for line in [text.byline, headWords(text)].compactMap({ $0 }) {
      let isByline = line == text.byline
      let set = typesetter.set(
        line,
        .init(
          font: Self.sans + (isByline ? " Medium" : ""), sizes: 22...(isByline ? 54 : 34),
          isCentred: false),
        width: 1000, height: isByline ? 110 : 84)
      foot -= set.height
      set.draw(on: canvas, x: 100, y: foot)
      foot -= 14
    }
  }

  /// Type within a double frame on a light page.
  func drawPlain(_ text: CoverText) {
    defer { canvas.invert(y: 0, height: Canvas.height) }
    canvas.frame(x: 60, y: 60, width: Self.width - 120, height: Self.height - 120, line: 10)
    canvas.frame(x: 84, y: 84, width: Self.width - 168, height: Self.height - 168, line: 3)
    drawHead(text, middle: 260)
    _ = centred(
      text.title, .init(font: Self.serif, sizes: 34...190, lineSpacing: 0.94), width: 900,
      height: 680, middle: 760)
    canvas.fill(x: Self.width / 2 - 90, y: 1190, width: 180, height: 3)
    guard let byline = text.byline else { return }
    _ = centred(
      byline, .init(font: Self.serif, sizes: 26...64), width: 900, height: 200, middle: 1400)
  }

  // MARK: pieces

  private func headWords(_ text: CoverText) -> String? {
    let words = [text.fandom, text.series].compactMap { $0 }
    return words.isEmpty ? nil : words.joined(separator: "  ·  ")
  }

  /// The fandom, with the series below it.
  private func drawHead(_ text: CoverText, middle: Double) {
    let family = Self.serif
    switch (text.fandom, text.series) {
    case (let fandom?, let series?):
      _ = centred(
        fandom, .init(font: family, sizes: 24...56, tracking: 5), height: 130, middle: middle - 50)
      _ = centred(
        series, .init(font: family + " Italic", sizes: 22...48), height: 90, middle: middle + 80)
    case (let line?, nil), (nil, let line?):
      _ = centred(
        line, .init(font: family, sizes: 24...58, tracking: 5), height: 180, middle: middle)
    case (nil, nil):
      canvas.fill(x: Self.width / 2 - 6, y: middle - 6, width: 12, height: 12)
    }
  }
}
