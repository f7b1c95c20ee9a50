internal import FanfoldMarkup

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
      case .note(let heading, let blocks):
        notes += 1
        let id = "\(name)-note-\(notes)"
        let labelled = heading == nil ? nil : id
        out.group(noteElement, ["class": "note", "aria-labelledby": labelled]) { out in
          if let heading { out.line("h2", ["id": id]) { $0.text(heading) } }
          BlockWriter(images: images, subheading: heading == nil ? "h2" : "h3")
            .write(blocks, to: &out)
        }
      }
    }
  }
}
