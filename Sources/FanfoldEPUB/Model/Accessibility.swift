internal import FanfoldStory

/// What the book offers to people who read in other ways than by eye, worked out from what is in it
/// (EPUB Accessibility 1.1 §2).
package struct Accessibility: Sendable, Hashable {
  package var modes: [String]
  package var sufficientModes: [String]
  package var features: [String]
  package var hazards: [String]
  package var summary: String

  /// The accessibility of sections of text and the pictures in them.
  package init(sections: [Section], images: BookImages) {
    let headings = sections.count {
      guard case .text(let text) = $0.content else { return false }
      return text.heading != nil
    }
    let isStructured = headings > 1
    let pictures = Pictures(in: sections, images)
    let hasCover = sections.contains { if case .cover = $0.content { true } else { false } }
    let isSeen = pictures.count > 0 || hasCover
    modes = ["textual"] + (isSeen ? ["visual"] : [])
    sufficientModes = pictures.areDescribed ? ["textual"] : ["textual,visual"]
    features =
      ["tableOfContents", "readingOrder"] + (isStructured ? ["structuralNavigation"] : [])
      + (isSeen && pictures.areDescribed ? ["alternativeText"] : [])
      + ["displayTransformability", "unlocked"]
    // A picture that moves may flash; nobody has looked.
    hazards = pictures.mayMove ? ["unknown"] : ["none"]
    summary =
      "The book is \(pictures.count > 0 ? "text and pictures" : "text alone"), in reading order, with a "
      + "table of contents" + (isStructured ? " and a heading for each of its chapters" : "") + ". "
      + pictures.words + ", and its type can be set as the reader likes."
  }

  /// The pictures of the text and the words that stand for them.
  private struct Pictures {
    var count = 0
    var described = 0
    var mayMove = false

    var areDescribed: Bool { described == count }

    init(in sections: [Section], _ images: BookImages) {
      for section in sections {
        let pieces: [Piece]
        switch section.content {
        case .text(let text): pieces = text.pieces
        case .notes(let notes): pieces = notes
        case .cover, .titlePage, .about, .colophon: pieces = []
        }
        for piece in pieces { add(piece, images) }
      }
    }

    private mutating func add(_ piece: Piece, _ images: BookImages) {
      let blocks =
        switch piece {
        case .block(let block): [block]
        case .note(let note): note.blocks
        }
      for block in blocks {
        block.forEachImage { reference in
          guard let image = images[reference] else { return }
          count += 1
          if reference.alternative.plainLine != nil { described += 1 }
          if ["image/gif", "image/webp"].contains(image.mediaType) { mayMove = true }
        }
      }
    }

    var words: String {
      let none = "It has no images, sounds or scripts"
      guard count > 0 else { return none }
      if count == 1 {
        return
          "Its picture has \(areDescribed ? "a" : "no") description in words; it has no sounds "
          + "or scripts"
      }
      return areDescribed
        ? "Each of its pictures has a description in words; it has no sounds or scripts"
        : "\(count - described) of its \(count) pictures \(count - described == 1 ? "has" : "have") no description in words; it has no sounds "
          + "or scripts"
    }
  }
}
