internal import FanfoldMarkup

/// Writes what is known about a story of an anthology, and which pages are its own, as the package document (EPUB 3.3
/// §5) of a book that would hold this story alone.
struct RecordWriter {
  let book: Book
  let cover: BookImage?

  func write() -> [UInt8] {
    MarkupWriter.document(
      "package",
      [
        "xmlns": "http://www.idpf.org/2007/opf", "version": "3.0", "unique-identifier": "uid",
        "prefix": "fanfold: urn:fanfold:vocabulary:",
      ]
    ) { out in
      out.group("metadata", ["xmlns:dc": "http://purl.org/dc/elements/1.1/"]) {
        MetadataWriter(metadata: book.metadata, isRecord: true).write(to: &$0)
      }
      out.group("manifest") { out in
        for section in own {
          out.voidLine(
            "item",
            [
              "id": section.name, "href": "\(section.name).xhtml",
              "media-type": "application/xhtml+xml",
            ])
        }
        for image in book.images.all { write(image, to: &out) }
        if let cover, !book.images.all.contains(cover) { write(cover, to: &out) }
      }
      out.group("spine") { out in
        for section in own { out.voidLine("itemref", ["idref": section.name]) }
      }
    }
  }

  /// The pages of the story; what the editor says about it is the anthology's.
  private var own: [Section] {
    book.sections.filter { if case .passage = $0.content { false } else { true } }
  }

  private func write(_ image: BookImage, to out: inout MarkupWriter) {
    out.voidLine(
      "item",
      [
        "id": "image-\(image.name)", "href": "../\(Layout.href(of: image))",
        "media-type": image.mediaType,
        "properties": image == cover ? "cover-image" : nil,
      ])
  }
}
