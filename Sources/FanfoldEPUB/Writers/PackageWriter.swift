internal import FanfoldArchive
internal import FanfoldMarkup

/// Writes the package document (EPUB 3.3 §5).
struct PackageWriter {
  let book: Book

  func write() -> [UInt8] {
    let direction = book.metadata.isRightToLeft ? "rtl" : nil
    return MarkupWriter.document(
      "package",
      [
        "xmlns": "http://www.idpf.org/2007/opf", "version": "3.0", "unique-identifier": "uid",
        "xml:lang": book.metadata.language, "dir": direction,
        "prefix": "fanfold: urn:fanfold:vocabulary:",
      ]
    ) { out in
      out.group("metadata", ["xmlns:dc": "http://purl.org/dc/elements/1.1/"]) {
        MetadataWriter(metadata: book.metadata).write(to: &$0)
        // EPUB 2's way to name the cover, which many libraries still go by.
        if book.cover != nil { $0.voidLine("meta", ["name": "cover", "content": "cover-image"]) }
      }
      out.group("manifest") { writeManifest(to: &$0) }
      out.group("spine", ["toc": "ncx", "page-progression-direction": direction]) {
        writeSpine(to: &$0)
      }
      out.group("guide") { writeGuide(to: &$0) }
    }
  }

  private func writeManifest(to out: inout MarkupWriter) {
    let xhtml = "application/xhtml+xml"
    out.voidLine(
      "item",
      ["id": "nav", "href": Layout.navigation, "media-type": xhtml, "properties": "nav"])
    for section in book.sections {
      out.voidLine(
        "item",
        [
          "id": Layout.id(of: section.name), "href": Layout.href(of: section.name),
          "media-type": xhtml,
        ])
    }
    if let cover = book.cover {
      out.voidLine(
        "item",
        [
          "id": "cover-image", "href": Layout.href(of: cover), "media-type": cover.mediaType,
          "properties": "cover-image",
        ])
    }
    for image in book.images.all {
      out.voidLine(
        "item",
        [
          "id": "image-\(image.name)", "href": Layout.href(of: image),
          "media-type": image.mediaType,
        ])
    }
    // No reading system knows what these are, and none has to: they are for taking the stories out again. A media type
    // of package documents would make them renditions of the book.
    for folder in book.records {
      out.voidLine(
        "item",
        [
          "id": "record-\(folder)", "href": Layout.record(of: folder),
          "media-type": "application/xml",
        ])
    }
    out.voidLine(
      "item", ["id": "stylesheet", "href": Layout.stylesheet, "media-type": "text/css"])
    out.voidLine(
      "item", ["id": "ncx", "href": Layout.ncx, "media-type": "application/x-dtbncx+xml"])
  }

  /// More lines than this are no page that anybody leafs through.
  private static let pageLimit = 2_000

  /// The contents come before the story, unless the page is not wanted or the story is all of one
  /// piece: then the page has nothing to tell, and is out of the way.
  private func writeSpine(to out: inout MarkupWriter) {
    let texts = book.sections.count {
      switch $0.content {
      case .text, .packed: true
      case .cover, .titlePage, .about, .notes, .endnotes, .colophon, .storyPage, .passage,
        .division, .storyTable, .index:
        false
      }
    }
    let isListed = book.hasContentsPage && (2..<Self.pageLimit).contains(texts)
    let place =
      book.sections.firstIndex {
        switch $0.content {
        case .cover, .titlePage, .about: false
        case .storyPage, .passage, .division, .storyTable, .index, .packed: true
        case .notes, .endnotes, .text, .colophon: true
        }
      } ?? book.sections.count
    func write(_ sections: ArraySlice<Section>) {
      for section in sections {
        out.voidLine("itemref", ["idref": Layout.id(of: section.name)])
      }
    }
    write(book.sections[..<place])
    if isListed { out.voidLine("itemref", ["idref": "nav"]) }
    write(book.sections[place...])
    if !isListed { out.voidLine("itemref", ["idref": "nav", "linear": "no"]) }
  }

  /// Kindles look here for where to open the book.
  private func writeGuide(to out: inout MarkupWriter) {
    for landmark in book.landmarks {
      out.voidLine(
        "reference",
        ["type": landmark.guideType, "title": landmark.title, "href": landmark.href])
    }
  }
}
