internal import FanfoldPublication

/// The files that a document may refer to: those beside a file, or those in the same book.
struct Neighbours {
  /// Where the document itself lies among them: "page.html", "EPUB/text/one.xhtml".
  private let place: String
  private let find: (String) -> [UInt8]?

  /// The neighbours of a file that was saved.
  init(of file: StoryFile) {
    place = ""
    find = { file.neighbour?($0) }
  }

  /// The files of a book, for its document at a place.
  init(in publication: Publication, at place: String) {
    self.place = place
    find = { try? publication.bytes(at: $0) }
  }

  /// The path that an address means, percent-encoded and perhaps with the backslashes of Windows; `nil` for one that
  /// leads elsewhere.
  func path(of address: String) -> String? {
    let path = ContainerPath.resolve(address.replacing("\\", with: "/"), from: place)
    return path == place ? nil : path
  }

  func bytes(at path: String) -> [UInt8]? { find(path) }
}
