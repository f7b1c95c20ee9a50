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

  func write(_ pieces: [Piece], to out: inout MarkupWriter) {
    var notes = 0
    for piece in pieces {
      switch piece {
      case .block(let block):
        BlockWriter(images: images).write(block, to: &out)
      case .note(let note):
        notes += 1
        let id = "\(name)-note-\(notes)"
        let attributes: MarkupWriter.Attributes = [
          "class": "note \(note.kind.className)",
          "aria-labelledby": note.heading == nil ? nil : id,
        ]
        out.group(noteElement, attributes) { out in
          if let heading = note.heading {
            out.line("h2", ["id": id, "class": note.isGenerated ? "generated" : nil]) {
              $0.text(heading)
            }
          }
          BlockWriter(images: images, subheading: note.heading == nil ? "h2" : "h3")
            .write(note.blocks, to: &out)
        }
      }
    }
  }
}

extension Note.Kind {
  /// "authors-note": the kind as books name it, for style sheets and for those who read the book back.
  var className: String { self == .authorsNote ? "authors-note" : rawValue }
}
