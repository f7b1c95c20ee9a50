/// Judges style sheets, `style` elements and `style` attributes (EPUB 3.3 §6.3, OPS 2.0.1 §3).
struct StyleCheck: StyleSink {
  static let rules: [Rule] = [
    .styleProperty, .styleURLEmpty, .styleUTF16, .styleEncoding, .stylePosition, .styleFontType,
    .styleSyntax, .fontFaceEmpty, .fontFaceUsed, .overlayClassUndeclared,
  ]

  private enum Note {
    case finding(Rule, String?, StylePlace)
    case reference(String, Reference.Kind, StylePlace)
    case font(String, StylePlace)
  }

  /// What a verdict depends on beside the sheet.
  private struct Circumstances: Equatable {
    let isEPUB3: Bool
    let hasActiveClass: Bool
    let hasPlaybackClass: Bool
  }

  private let circumstances: Circumstances
  /// In the order of the sheet.
  private var notes: [Note] = []
  private var fontFace: StylePlace?
  private var fontFaceCount = 0
  private(set) var isGivenUp = false

  private init(_ rendition: Rendition) {
    circumstances = Circumstances(
      isEPUB3: rendition.version == .epub3,
      hasActiveClass: rendition.features.activeClass != nil,
      hasPlaybackClass: rendition.features.playbackClass != nil)
  }

  /// Whether the same would be found in the same sheet.
  func isLike(_ other: StyleCheck) -> Bool { circumstances == other.circumstances }

  /// Judges a style sheet that is a file.
  static func check(
    _ bytes: [UInt8], url: BookURL, item: ManifestItem?, _ rendition: inout Rendition
  ) {
    let whole = Place(url.bookPath)
    let encoding = StyleEncoding(bytes)
    switch encoding.kind {
    case .utf8: break
    case .utf16: rendition.findings.add(.styleUTF16, at: whole)
    case .other(let name):
      rendition.findings.add(.styleEncoding, at: whole, "the encoding is '\(name)', not UTF-8")
    }
    let judged = rendition.context.desk.judged(bytes, StyleCheck(rendition)) { check in
      var parser = StyleParser(encoding.utf8(bytes), check)
      parser.parseSheet()
      return parser.sink
    }
    let hasRemote = judged.report(url: url, after: 0, &rendition)
    guard let item, item.has("remote-resources") != hasRemote else { return }
    if hasRemote {
      rendition.findings.add(
        .propertyUndeclared, at: Place(whole.path, line: 0, column: 0),
        "the item does not have the property 'remote-resources'")
    } else {
      rendition.findings.add(.remoteUnused, at: Place(whole.path, line: 0, column: 0))
    }
  }

  /// Judges what is within a document, by the line of its element.
  ///
  /// EPUBCheck counts the columns from where the style begins, and looks for the property
  /// 'remote-resources' once for each style, which it says of the line before.
  static func check(
    _ text: [UInt8], isAttribute: Bool, at place: Place, url: BookURL, item: ManifestItem?,
    _ rendition: inout Rendition
  ) {
    var parser = StyleParser(text, StyleCheck(rendition))
    if isAttribute { parser.parseAttribute() } else { parser.parseSheet() }
    let line = place.line ?? 1
    let hasRemote = parser.sink.report(url: url, after: line - 1, &rendition)
    if hasRemote, let item, !item.has("remote-resources") {
      rendition.findings.add(
        .propertyUndeclared, at: Place(place.path, line: line - 1, column: 0),
        "the item does not have the property 'remote-resources'")
    }
  }

  // MARK: What the parser finds

  mutating func giveUp() { isGivenUp = true }

  mutating func fault(_ words: String, at place: StylePlace) {
    guard !isGivenUp else { return }
    notes.append(.finding(.styleSyntax, words, place))
  }

  mutating func startRule(_ name: String, _ prelude: StyleValue, at place: StylePlace) {
    guard !isGivenUp else { return }
    switch name {
    case "@import":
      guard let target = prelude.first else {
        // EPUBCheck fails where there is nothing at all.
        isGivenUp = prelude.count == 0
        return
      }
      refer(to: target.url, .stylesheet, at: target.place)
    case "@font-face":
      fontFace = place
      fontFaceCount = 0
      for target in prelude.urls { refer(to: target.url, .generic, at: place) }
    case "@namespace": return
    default: for target in prelude.urls { refer(to: target.url, .generic, at: place) }
    }
  }

  mutating func endRule(_ name: StyleRuleName) {
    guard !isGivenUp, name == .fontFace, let place = fontFace else { return }
    if fontFaceCount == 0 { notes.append(.finding(.fontFaceEmpty, nil, place)) }
    fontFace = nil
  }

  mutating func selector(classes: [String], at place: StylePlace) {
    let words: [(name: String, property: String, isDeclared: Bool)] = [
      ("-epub-media-overlay-active", "media:active-class", circumstances.hasActiveClass),
      (
        "-epub-media-overlay-playing", "media:playback-active-class",
        circumstances.hasPlaybackClass
      ),
    ]
    for word in words where !word.isDeclared && classes.contains(word.name) {
      let message = "there is a class '\(word.name)', and the package has no '\(word.property)'"
      notes.append(.finding(.overlayClassUndeclared, message, place))
    }
  }

  mutating func declaration(_ property: String, _ value: StyleValue, at place: StylePlace) {
    guard !isGivenUp else { return }
    if circumstances.isEPUB3, property == "direction" || property == "unicode-bidi" {
      notes.append(.finding(.styleProperty, "'\(property)' must not be in a style sheet", place))
    }
    if property == "position", value.word == "fixed" {
      notes.append(.finding(.stylePosition, nil, place))
    }
    if fontFace != nil {
      fontFaceCount += 1
      notes.append(.finding(.fontFaceUsed, nil, place))
    }
    for target in value.urls {
      if fontFace != nil, property == "src", !target.url.trimmingBlanks().isEmpty,
        !target.url.hasPrefix("#")
      {
        notes.append(.font(target.url, place))
      } else {
        refer(to: target.url, fontFace == nil ? .generic : .font, at: place)
      }
    }
  }

  /// What is in the document itself, "#shape", EPUBCheck does not look for.
  private mutating func refer(to url: String, _ kind: Reference.Kind, at place: StylePlace) {
    guard !url.hasPrefix("#") else { return }
    notes.append(
      url.trimmingBlanks().isEmpty
        ? .finding(.styleURLEmpty, nil, place) : .reference(url, kind, place))
  }

  // MARK: What becomes of it

  /// Reports what was found; gives whether anything lies out of the book.
  private func report(url: BookURL, after lines: Int, _ rendition: inout Rendition) -> Bool {
    var urls = URLCheck(base: url, isInBook: rendition.context.isBook)
    var hasRemote = false
    func place(_ place: StylePlace) -> Place {
      Place(url.bookPath, line: place.line + lines, column: place.column)
    }
    for note in notes {
      switch note {
      case .finding(let rule, let message, let position):
        // EPUBCheck counts the lines of this one from where the style begins.
        let own = Place(url.bookPath, line: position.line, column: position.column)
        rendition.findings.add(
          rule, at: rule == .fontFaceEmpty ? own : place(position), message)
      case .reference(let text, let kind, let position):
        let target = urls.check(text, at: place(position), &rendition.findings)
        rendition.register(target, kind, at: place(position))
        // EPUBCheck asks for no property on account of another style sheet.
        if let target, kind != .stylesheet, rendition.isRemote(target) { hasRemote = true }
      case .font(let text, let position):
        guard let target = urls.check(text, at: place(position), &rendition.findings) else {
          continue
        }
        rendition.register(target, .font, at: place(position))
        if rendition.isRemote(target) { hasRemote = true }
        if let type = rendition.registry.mediaType(of: target),
          !MediaType.isCoreFont(type)
        {
          rendition.findings.add(
            .styleFontType, at: place(position), "the font '\(text)' is of type '\(type)'")
        }
      }
    }
    if isGivenUp {
      rendition.findings.add(
        .itemUnreadable, at: Place(url.bookPath), "the style sheet could not be read to its end")
    }
    return hasRemote
  }
}
