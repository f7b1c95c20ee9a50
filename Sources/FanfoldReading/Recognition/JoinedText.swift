internal import FanfoldStory

/// The text of some lines put together, with the styles that the format gives to pieces of it.
struct JoinedText {
  private let source: [UInt8]
  private let marks: SortedMarks
  private let hasTypedMarks: Bool
  private(set) var bytes: [UInt8] = []
  /// The styles, in order, as ranges of ``bytes``.
  private var styles: [Manuscript.Mark] = []

  /// - Parameter marks: Those of the manuscript.
  init(_ manuscript: Manuscript, _ marks: SortedMarks) {
    source = manuscript.text
    self.marks = marks
    hasTypedMarks = manuscript.hasTypedMarks
  }

  /// Makes room for so many bytes, so that they are not moved while they grow.
  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  /// Adds a line: a blank before it, unless it goes on with a word or both sides are of a script without blanks.
  mutating func append(_ range: Range<Int>, isTight: Bool = false) {
    if !isTight, let last = bytes.last, let first = range.isEmpty ? nil : source[range.lowerBound],
      !(Self.isWide(first) && last >= 0x80)
    {
      bytes.append(0x20)
    }
    let marks = marks.overlapping(range)
    if marks.isEmpty { appendText(range) } else { appendStyled(range, marks) }
  }

  /// Adds text with its runs of blanks made one.
  private mutating func appendText(_ range: Range<Int>) {
    let source = source
    let text = source.span
    if PlainRun.contains(text, range, typedMarks: false) {
      bytes.append(contentsOf: source[range])
      return
    }
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      // A single blank between words stays as it is; text has hardly any other.
      if !Self.isBlank(text[index])
        || text[index] == 0x20 && index > start && index + 1 < range.upperBound
          && text[index + 1] > 0x20
      {
        index += 1
        continue
      }
      bytes.append(contentsOf: source[start..<index])
      if bytes.last != 0x20 { bytes.append(0x20) }
      while index < range.upperBound, text[index] == 0x0A || Self.isBlank(text[index]) {
        index += 1
      }
      start = index
    }
    bytes.append(contentsOf: source[start..<range.upperBound])
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte <= 0x20 && (byte == 0x20 || byte == 0x09 || byte == 0x0B || byte == 0x0C)
  }

  /// Adds text piece by piece, so that the ends of styles are known in the joined text too.
  private mutating func appendStyled(_ range: Range<Int>, _ marks: [Manuscript.Mark]) {
    var cuts: [Int] = []
    for mark in marks {
      let (first, last) = (mark.range.lowerBound, mark.range.upperBound)
      if range.lowerBound < first, first < range.upperBound { cuts.append(first) }
      if range.lowerBound < last, last < range.upperBound { cuts.append(last) }
    }
    cuts.sort()
    cuts.append(range.upperBound)
    var places = [(cut: range.lowerBound, place: bytes.count)]
    for cut in cuts {
      let start = places[places.count - 1].cut
      guard cut > start else { continue }
      appendText(start..<cut)
      places.append((cut, bytes.count))
    }
    for mark in marks {
      let from = Self.place(of: max(mark.range.lowerBound, range.lowerBound), in: places)
      let to = Self.place(of: min(mark.range.upperBound, range.upperBound), in: places)
      if from < to || mark.style.isImage {
        extend(Manuscript.Mark(style: mark.style, range: from..<to))
      }
    }
  }

  /// Where in the joined text a cut is, of cuts in order.
  private static func place(of cut: Int, in places: [(cut: Int, place: Int)]) -> Int {
    var low = 0
    var high = places.count - 1
    while low < high {
      let middle = (low + high) / 2
      if places[middle].cut < cut { low = middle + 1 } else { high = middle }
    }
    return places[low].place
  }

  /// A style that goes on from the line before is one.
  private mutating func extend(_ mark: Manuscript.Mark) {
    if mark.style.goesOn, let index = styles.lastIndex(where: { $0.style == mark.style }),
      styles[index].range.upperBound + 1 >= mark.range.lowerBound,
      styles[index].range.lowerBound < mark.range.lowerBound,
      styles[index].range.upperBound < mark.range.upperBound
    {
      styles[index].range = styles[index].range.lowerBound..<mark.range.upperBound
    } else {
      styles.append(mark)
    }
  }

  /// The text as inlines. Typed marks of emphasis that were read are added to `marks`.
  func inlines(_ marks: inout [UInt8]) -> [Inline] {
    styles.isEmpty ? text(0..<bytes.count, &marks) : nest(styles[...], in: 0..<bytes.count, &marks)
  }

  /// Puts each style around what lies within it; styles that overlap without nesting are cut where the outer ends.
  private func nest(
    _ styles: ArraySlice<Manuscript.Mark>, in range: Range<Int>, _ marks: inout [UInt8]
  ) -> [Inline] {
    var inlines: [Inline] = []
    var start = range.lowerBound
    var rest = styles
    while let mark = rest.popFirst() {
      let inner = mark.range.clamped(to: start..<range.upperBound)
      guard !inner.isEmpty || mark.style.isImage else { continue }
      inlines += text(start..<inner.lowerBound, &marks)
      let nested = rest.prefix { $0.range.lowerBound < inner.upperBound }
      switch mark.style {
      case .code: inlines.append(.code(string(inner)))
      case .image(let id):
        inlines.append(.image(ImageReference(id, alternative: string(inner))))
      case .ruby: inlines.append(ruby(nested, in: inner, &marks))
      default: inlines += styled(mark.style, nest(nested, in: inner, &marks))
      }
      rest = rest.dropFirst(nested.count)
      start = inner.upperBound
    }
    return inlines + text(start..<range.upperBound, &marks)
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private func styled(_ style: Manuscript.Mark.Style, _ inner: [Inline]) -> [Inline] {
    switch style {
    case .emphasis: [.emphasis(inner)]
    case .strong: [.strong(inner)]
    case .underline: [.underline(inner)]
    case .strikethrough: [.strikethrough(inner)]
    case .superscript: [.superscript(inner)]
    case .subscript: [.subscript(inner)]
    case .small: [.small(inner)]
    case .link(let target): [.link(target: target, inner)]
    case .abbreviation(let meaning): [.abbreviation(inner, meaning: meaning)]
    case .language(let tag): [.language(tag, inner)]
    case .direction(let direction): [.direction(direction, inner)]
    // A reading without its word; the others hold text as it is.
    case .code, .image, .ruby, .reading: inner
    }
  }

  /// A word and its reading: what is marked as one, to the end.
  private func ruby(
    _ styles: ArraySlice<Manuscript.Mark>, in range: Range<Int>, _ marks: inout [UInt8]
  ) -> Inline {
    guard let reading = styles.firstIndex(where: { $0.style == .reading }) else {
      return .ruby(nest(styles, in: range, &marks), reading: [])
    }
    let cut = min(max(styles[reading].range.lowerBound, range.lowerBound), range.upperBound)
    return .ruby(
      nest(styles[..<reading], in: range.lowerBound..<cut, &marks),
      reading: nest(styles[(reading + 1)...], in: cut..<range.upperBound, &marks))
  }

  private func text(_ range: Range<Int>, _ marks: inout [UInt8]) -> [Inline] {
    guard !range.isEmpty else { return [] }
    guard hasTypedMarks, InlineReader.mayRead(bytes.span, range) else {
      return [.text(String(decoding: bytes[range], as: UTF8.self))]
    }
    return InlineReader.read(
      range.count == bytes.count ? bytes : Array(bytes[range]), into: &marks)
  }

  /// Whether a lead byte begins a kana or an ideograph.
  private static func isWide(_ byte: UInt8) -> Bool { (0xE3...0xE9).contains(byte) }
}
