internal import FanfoldMarkup
internal import FanfoldStory

/// Writes the text of a section and the notes in it.
struct PieceWriter {
  /// The pictures that can be shown.
  var images: BookImages
  /// The section's name, with which the ids of its notes begin.
  var name: String
  /// A note is an aside to a chapter, but a section of a page that holds nothing else.
  var noteElement: StaticString
  /// The language of the page.
  var language: String?
  /// What the page is called, where the notes are landmarks beside it.
  var title: String?
  /// The level of the headings that stand under no other of the section.
  var level = 2
  /// Whether the text begins with a large letter.
  var hasInitial = false

  func write(_ pieces: [Piece], to out: inout MarkupWriter) {
    var notes = 0
    var chapter: String?
    var names: [String: Int] = title.map { [$0.lowercased(): 1] } ?? [:]
    var isFirst = hasInitial
    var run: [Block] = []
    func writeRun(_ out: inout MarkupWriter) {
      guard !run.isEmpty else { return }
      let first = isFirst && run[0].takesInitial ? "initial" : nil
      isFirst = false
      blocks(level).write(run, first: first, to: &out)
      run.removeAll()
    }
    for piece in pieces {
      if case .block(let block) = piece {
        run.append(block)
        continue
      }
      writeRun(&out)
      switch piece {
      case .block: continue
      case .noteLink(let link): write(link, to: &out)
      case .note(let note):
        notes += 1
        let key = (note.heading ?? "").lowercased()
        let count = names[key, default: 0] + 1
        names[key] = count
        guard let anchor = note.anchor else {
          write(note, id: "\(name)-note-heading-\(notes)", among: count, to: &out)
          continue
        }
        if !anchor.isPopup, chapter != anchor.chapterTitle {
          chapter = anchor.chapterTitle
          out.line(Self.heading(level), ["class": "chapter-title"]) {
            $0.text(anchor.chapterTitle)
          }
        }
        write(note, anchor, among: count, to: &out)
      }
    }
    writeRun(&out)
  }

  /// A note in its place.
  /// - Parameter count: The how manieth of its name it is; no two landmarks of a page have one name.
  private func write(
    _ note: NotePiece, id: String, among count: Int, to out: inout MarkupWriter
  ) {
    let attributes: MarkupWriter.Attributes = [
      "class": "note \(note.kind.className)",
      "aria-labelledby": note.heading == nil || count > 1 ? nil : id,
      "aria-label": Self.name(of: note, among: count),
    ]
    out.group(noteElement, attributes) { out in
      write(headingOf: note, id: id, level: level, linkedTo: nil, to: &out)
      blocks(note.heading == nil ? level : level + 1).write(note.blocks, to: &out)
    }
  }

  private static func name(of note: NotePiece, among count: Int) -> String? {
    count > 1 ? note.heading.map { "\($0) (\(count))" } : nil
  }

  private func blocks(_ level: Int) -> BlockWriter {
    BlockWriter(images: images, subheading: Self.heading(level), language: language)
  }

  /// The element of a heading; nothing stands deeper than in a note of a chapter among others.
  private static func heading(_ level: Int) -> StaticString {
    switch level {
    case ...1: "h1"
    case 2: "h2"
    case 3: "h3"
    default: "h4"
    }
  }

  private func write(
    headingOf note: NotePiece, id: String, level: Int, linkedTo target: String?,
    to out: inout MarkupWriter
  ) {
    guard let heading = note.heading else { return }
    let own = note.isGenerated ? XHTMLPage.ownLanguage(in: language) : nil
    let attributes: MarkupWriter.Attributes = [
      "id": id, "class": note.isGenerated ? "generated" : nil, "lang": own, "xml:lang": own,
    ]
    out.line(Self.heading(level), attributes) { out in
      guard let target else { return out.text(heading) }
      out.element("a", ["href": target, "role": "doc-backlink"]) { $0.text(heading) }
    }
  }
}

// MARK: - Notes that stand apart

extension PieceWriter {
  private func write(_ link: NoteLink, to out: inout MarkupWriter) {
    let page = link.page.map { "\($0).xhtml" } ?? ""
    let own = link.isGenerated ? XHTMLPage.ownLanguage(in: language) : nil
    out.line("p", ["class": "note-link"]) { out in
      out.element(
        "a",
        [
          "id": "\(link.note)-link", "href": "\(page)#\(link.note)", "epub:type": "noteref",
          "role": "doc-noteref", "lang": own, "xml:lang": own,
        ]
      ) { $0.text(link.heading) }
    }
  }

  /// Apple Books opens what is a footnote and an aside, Kindles what links back at its beginning.
  private func write(
    _ note: NotePiece, _ anchor: NoteAnchor, among count: Int, to out: inout MarkupWriter
  ) {
    let isFirst = note.heading != nil
    let heading = "\(anchor.id)-heading"
    let page = anchor.chapter == name ? "" : "\(anchor.chapter).xhtml"
    let back = "\(page)#\(anchor.id)-link"
    let place = anchor.isBefore ? " before" : ""
    let attributes: MarkupWriter.Attributes = [
      "id": isFirst ? anchor.id : nil, "class": "note \(note.kind.className)\(place)",
      "epub:type": anchor.isPopup ? "footnote" : "endnote",
      "role": anchor.isPopup ? "doc-footnote" : nil,
      "aria-labelledby": isFirst && count == 1 ? heading : nil,
      "aria-label": Self.name(of: note, among: count),
    ]
    let level = anchor.isPopup ? level : level + 1
    out.group(anchor.isPopup ? "aside" : "section", attributes) { out in
      write(
        headingOf: note, id: heading, level: level, linkedTo: anchor.isPopup ? back : nil, to: &out)
      blocks(isFirst ? level + 1 : level).write(note.blocks, to: &out)
      guard !anchor.isPopup else { return }
      let own = XHTMLPage.ownLanguage(in: language)
      out.line("p", ["class": "note-back"]) { out in
        out.element("a", ["href": back, "role": "doc-backlink"]) { out in
          out.element("span", ["lang": own, "xml:lang": own]) { $0.text("Back to ") }
          out.text(anchor.chapterTitle)
        }
      }
    }
  }
}

extension Block {
  /// Whether it is a paragraph that a large letter can begin: three lines at least, in a script that has capitals.
  fileprivate var takesInitial: Bool {
    guard case .paragraph(let text) = content, alignment == .natural,
      text.shortText(limit: 160) == nil,
      let first = text.openingRun?.unicodeScalars.first(where: {
        !"\"'“‘„«»‚¿¡".unicodeScalars.contains($0)
      })
    else { return false }
    return first.properties.isUppercase
  }
}

extension Note.Kind {
  /// "authors-note": the kind as books name it, for style sheets and for those who read the book back.
  var className: String { self == .authorsNote ? "authors-note" : rawValue }
}
