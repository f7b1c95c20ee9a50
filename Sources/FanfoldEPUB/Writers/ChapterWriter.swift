internal import FanfoldMarkup
internal import FanfoldStory

/// Writes a chapter, or the part of one that a file holds.
struct ChapterWriter {
  var page: XHTMLPage
  var images: BookImages
  /// Whether chapters begin with a large letter.
  var hasInitials = false

  func write(_ text: TextSection, name: String) -> [UInt8] {
    var page = page
    page.bodyType = text.kind.matter
    page.capacity = text.pieces.reduce(2048) { $0 + $1.utf8Count }
    return page.write { out in
      let headingID = "\(name)-heading"
      let isFirst = text.heading != nil
      let attributes: MarkupWriter.Attributes = [
        "id": name, "class": text.kind.className,
        "epub:type": isFirst ? text.kind.semantics.type : nil,
        "role": isFirst ? text.kind.semantics.role : nil,
        "aria-labelledby": isFirst ? headingID : nil,
        "aria-label": isFirst ? nil : page.title,
      ]
      out.group("section", attributes) { out in
        if let heading = text.heading { write(heading, id: headingID, to: &out) }
        // A file that goes on from another has no heading, and its outline begins a level higher.
        PieceWriter(
          images: images, name: name, noteElement: "aside", language: page.language,
          level: isFirst ? 2 : 1, hasInitial: isFirst && hasInitials
        ).write(text.pieces, to: &out)
      }
    }
  }

  /// Numbering over name. Between them stands a colon that the stylesheet hides, for contents and
  /// readers that take the heading as one line.
  private func write(_ heading: Heading, id: String, to out: inout MarkupWriter) {
    out.group("header") { out in
      // The title of the story may stand in for a heading; a number is in the binder's words.
      let isOwn = heading.isGenerated && heading.title == nil
      let language = isOwn ? XHTMLPage.ownLanguage(in: page.language) : nil
      let attributes: MarkupWriter.Attributes = [
        "id": id, "class": heading.isGenerated ? "generated" : nil, "lang": language,
        "xml:lang": language,
      ]
      out.line("h1", attributes) { out in
        guard let title = heading.title else {
          return out.element("span", ["class": "numbering"]) { $0.text(heading.line) }
        }
        if let label = heading.label {
          out.element("span", ["class": "label"]) { out in
            out.text(label)
            out.element("span", ["class": "colon"]) { $0.text(": ") }
          }
        }
        out.element("span", ["class": "title"]) { $0.text(title) }
      }
    }
  }
}

extension Chapter.Kind {
  /// The kind as a style sheet names it; EPUB's vocabulary has no interludes.
  fileprivate var className: String {
    switch self {
    case .part: "part"
    case .interlude: "chapter interlude"
    case .chapter, .prologue, .epilogue, .preface, .afterword: "chapter"
    }
  }

  /// The part of the book it belongs to.
  fileprivate var matter: String {
    switch self {
    case .preface: "frontmatter"
    case .afterword: "backmatter"
    case .chapter, .interlude, .prologue, .epilogue, .part: "bodymatter"
    }
  }

  /// The kind in the vocabularies of EPUB (Structural Semantics §2) and of DPUB-ARIA.
  fileprivate var semantics: (type: String, role: String) {
    switch self {
    case .chapter, .interlude: ("chapter", "doc-chapter")
    case .prologue: ("prologue", "doc-prologue")
    case .epilogue: ("epilogue", "doc-epilogue")
    case .preface: ("preface", "doc-preface")
    case .afterword: ("afterword", "doc-afterword")
    case .part: ("part", "doc-part")
    }
  }
}

extension Piece {
  fileprivate var utf8Count: Int {
    var count = 64
    func add(_ block: Block) { block.forEachText { count += $0.utf8.count + 16 } }
    switch self {
    case .block(let block): add(block)
    case .note(let note): for block in note.blocks { add(block) }
    case .noteLink: break
    }
    return count
  }
}
