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
        ["id": section.name, "href": Layout.href(of: section.name), "media-type": xhtml])
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
    out.voidLine(
      "item", ["id": "stylesheet", "href": Layout.stylesheet, "media-type": "text/css"])
    out.voidLine(
      "item", ["id": "ncx", "href": Layout.ncx, "media-type": "application/x-dtbncx+xml"])
  }

  /// The contents come before the story, unless the page is not wanted or the story is all of one
  /// piece: then the page has nothing to tell, and is out of the way.
  private func writeSpine(to out: inout MarkupWriter) {
    let texts = book.sections.count { if case .text = $0.content { true } else { false } }
    let isListed = book.hasContentsPage && texts > 1
    let place =
      book.sections.firstIndex {
        switch $0.content {
        case .cover, .titlePage, .about: false
        case .notes, .endnotes, .text, .colophon: true
        }
      } ?? book.sections.count
    for section in book.sections[..<place] { out.voidLine("itemref", ["idref": section.name]) }
    if isListed { out.voidLine("itemref", ["idref": "nav"]) }
    for section in book.sections[place...] { out.voidLine("itemref", ["idref": section.name]) }
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
