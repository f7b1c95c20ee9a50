public import FanfoldArchive

/// Packs books.
public enum EPUBPackager {
  /// The whole `.epub`: the same book always makes the same bytes.
  public static func pack(_ book: Book) throws(ArchiveError) -> [UInt8] {
    try ContainerWriter.write(files(of: book), modified: book.metadata.modified)
  }

  /// A book some of whose pages are packed already.
  static func pack(_ book: Book, with packed: [PackedFile]) throws(ArchiveError) -> [UInt8] {
    var deflater = try Deflater()
    let own = files(of: book)
    let pages = own.prefix { !$0.path.hasPrefix("EPUB/\(Layout.images)/") }
    let files =
      pages.map { deflater.pack($0) } + packed
      + own.dropFirst(pages.count).map { deflater.pack($0) }
    return try ContainerWriter.write(packed: files, modified: book.metadata.modified)
  }

  /// The files of a book in the order in which the container holds them.
  package static func files(of book: Book) -> [ContainerFile] {
    let sections = SectionWriter(book: book)
    let documents: [(path: String, bytes: [UInt8])] =
      [
        ("package.opf", PackageWriter(book: book).write()),
        (Layout.navigation, NavigationWriter(book: book).write()),
        (Layout.ncx, NCXWriter(book: book).write()),
        (Layout.stylesheet, book.theme.stylesheet),
      ]
      + book.sections.filter { $0.content != .packed }
      .map { (Layout.href(of: $0.name), sections.write($0)) }
    return [
      ContainerFile(
        path: "mimetype", bytes: Array("application/epub+zip".utf8), storage: .stored),
      ContainerFile(
        path: "META-INF/container.xml",
        bytes: ContainerDocumentWriter(packagePath: "EPUB/package.opf").write()),
    ] + documents.map { ContainerFile(path: "EPUB/\($0.path)", bytes: $0.bytes) }
      + ([book.cover].compactMap { $0 } + book.images.all).map { image in
        // Pictures are packed already, but for drawings.
        ContainerFile(
          path: "EPUB/\(Layout.href(of: image))", bytes: image.bytes,
          storage: image.mediaType == "image/svg+xml" ? .deflated : .stored)
      }
  }
}
