internal import FanfoldMarkup
internal import FanfoldStory

/// Plain text in the notation of Aozora Bunko (its list of notes for volunteers, https://www.aozora.gr.jp/annotation/),
/// which the text downloads of Japanese story sites use too: readings in 《》, notes in ［＃］, a legend above the text and
/// what it was typed from below; and what writers put into novels on pixiv, see ``PixivTag``.
struct AozoraReader {
  /// Whether a text has the notation: a note, or some readings.
  static func matches(_ text: [UInt8]) -> Bool {
    guard text.span.firstIndex(of: 0xE3, from: 0) != nil else { return false }
    let sample = text.prefix(1 << 17)
    let starts = [noteStart] + PixivTag.starts
    if starts.contains(where: { sample.firstRange(of: $0) != nil }) { return true }
    var found = 0
    var rest = sample
    while found < 3, let open = rest.firstRange(of: readingStart) {
      rest = rest[open.upperBound...]
      guard let close = rest.firstRange(of: readingEnd) else { break }
      let reading = String(decoding: rest[..<close.lowerBound], as: UTF8.self).unicodeScalars
      if (1...20).contains(reading.count), reading.allSatisfy(AozoraLine.isKana) { found += 1 }
    }
    return found == 3
  }

  private static let noteStart = Array("［＃".utf8)
  private static let readingStart = Array("《".utf8)
  private static let readingEnd = Array("》".utf8)

  func read(_ text: [UInt8], file: StoryFile) -> Manuscript {
    var builder = ManuscriptBuilder(file: file, textCapacity: text.count)
    let text = ControlCharacters.taken(from: text, into: &builder)
    builder.count(text.span)
    let lines = LineScanner.lines(of: text)
    let legend = legend(lines, text)
    let colophon =
      lines.firstIndex { text[$0.range].starts(with: "底本：".utf8) } ?? lines.count
    let isArchived = !legend.isEmpty || colophon < lines.count
    let header = header(lines, text, before: legend, longest: isArchived ? 6 : 2)
    state(header.map { String(decoding: text[lines[$0].range], as: UTF8.self) }, in: &builder)
    var signs = AozoraLine.Scalars()
    for (index, line) in lines.enumerated() {
      builder.sourceLine = line.number
      let words = String(decoding: text[line.range], as: UTF8.self)
      if legend.contains(index) {
        builder.take(
          words, .markup, rule: "aozora-notation", reason: "the legend of the text's notation")
      } else if index >= colophon {
        builder.take(
          words, .metadata, rule: "aozora-colophon", reason: "what the text was typed from")
        if words.contains("青空文庫") { builder.state(.field(.publisher), "青空文庫") }
      } else if header.contains(index) {
        builder.take(
          words, .metadata, rule: "aozora-header", reason: "title and names above the text")
      } else {
        for _ in 0..<line.blanksBefore { builder.addBlankParagraph() }
        add(AozoraLine(words), &signs, to: &builder)
      }
    }
    if !signs.isEmpty {
      builder.take(
        Self.string(signs), .markup, rule: "aozora-notation",
        reason: "marks of readings, styles and headings")
    }
    return builder.finish(hasTypedMarks: false)
  }

  private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// The lines between two rules near the top that explain the notation.
  private func legend(_ lines: [Manuscript.Line], _ text: [UInt8]) -> Range<Int> {
    func isRule(_ index: Int) -> Bool {
      lines[index].range.count >= 10
        && text[lines[index].range].allSatisfy { $0 == UInt8(ascii: "-") }
    }
    let top = lines.indices.prefix(40)
    guard let first = top.first(where: isRule), first + 1 < lines.count,
      text[lines[first + 1].range].firstRange(of: Array("記号について".utf8)) != nil,
      let last = top.dropFirst(first + 1).first(where: isRule)
    else { return 0..<0 }
    return first..<last + 1
  }

  /// The lines on top: title, perhaps a subtitle, author, perhaps a translator.
  private func header(
    _ lines: [Manuscript.Line], _ text: [UInt8], before legend: Range<Int>, longest: Int
  ) -> Range<Int> {
    let end = lines.indices.dropFirst().first { lines[$0].blanksBefore > 0 || legend.contains($0) }
    guard let end, (2...longest).contains(end),
      lines[..<end].allSatisfy({ $0.range.count <= 120 && $0.indent == 0 && !isSpoken($0, text) })
    else { return 0..<0 }
    return 0..<end
  }

  /// Whether a line is a sentence or somebody's words.
  private func isSpoken(_ line: Manuscript.Line, _ text: [UInt8]) -> Bool {
    ["。", "、", "」"].contains { text[line.range].firstRange(of: Array($0.utf8)) != nil }
  }

  private func state(_ header: [String], in builder: inout ManuscriptBuilder) {
    let lines = header.map { Self.string(AozoraLine($0).words) }
    guard let title = lines.first else { return }
    builder.state(.field(.title), title)
    let (translators, others) = (lines.filter(isTranslator), lines.filter { !isTranslator($0) })
    if others.count > 1, let author = others.last {
      builder.state(.field(.author), author, isItem: true)
    }
    for name in translators { builder.state(.field(.translator), String(name.dropLast())) }
  }

  private func isTranslator(_ line: String) -> Bool { line.hasSuffix("訳") }

  private func add(
    _ line: AozoraLine, _ signs: inout AozoraLine.Scalars, to builder: inout ManuscriptBuilder
  ) {
    signs += line.signs
    builder.count(Self.string(line.described).utf8Span.span)
    if line.headingLevel != nil { signs += line.readings.flatMap(\.reading) }
    if line.isPageBreak { builder.addBlankParagraph() }
    guard line.words.contains(where: { !$0.properties.isWhitespace }) else { return }
    builder.beginBlock(
      line.headingLevel.map { .heading(level: $0) } ?? .paragraph, alignment: line.alignment)
    // A heading stands in the contents too, where no reading can.
    var readings = (line.headingLevel == nil ? line.readings : [])[...]
    var place = 0
    for style in outermost(line.styles) {
      add(line, place..<style.range.lowerBound, &readings, to: &builder)
      builder.open(style.style)
      add(line, style.range, &readings, to: &builder)
      builder.closeMark()
      place = style.range.upperBound
    }
    add(line, place..<line.words.count, &readings, to: &builder)
    builder.endBlock()
  }

  /// The stretches of style in order, without those that begin within another.
  private func outermost(
    _ styles: [(range: Range<Int>, style: Manuscript.Mark.Style)]
  ) -> [(range: Range<Int>, style: Manuscript.Mark.Style)] {
    var end = 0
    return styles.sorted { $0.range.lowerBound < $1.range.lowerBound }.filter { style in
      guard style.range.lowerBound >= end else { return false }
      end = style.range.upperBound
      return true
    }
  }

  /// Adds words with their readings, which are taken away; one that goes beyond the piece stands behind it.
  private func add(
    _ line: AozoraLine, _ piece: Range<Int>, _ readings: inout ArraySlice<AozoraLine.Reading>,
    to builder: inout ManuscriptBuilder
  ) {
    var place = piece.lowerBound
    while let next = readings.first, next.base.upperBound <= piece.upperBound {
      readings = readings.dropFirst()
      let base = next.base.clamped(to: place..<piece.upperBound)
      add(line.words[place..<base.lowerBound], to: &builder)
      builder.open(.ruby)
      add(line.words[base], to: &builder)
      builder.open(.reading)
      add(next.reading[...], to: &builder)
      builder.closeMark()
      builder.closeMark()
      place = base.upperBound
    }
    add(line.words[place..<piece.upperBound], to: &builder)
  }

  private func add(_ words: ArraySlice<Unicode.Scalar>, to builder: inout ManuscriptBuilder) {
    builder.add(Self.string(words).utf8)
  }
}
