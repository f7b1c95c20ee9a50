import Fanfold
import Foundation
import Testing

@Suite("The pictures of a saved page")
struct NeighbourFilesTests {
  @Test("come from the page's own folder and from nowhere else")
  func folder() throws {
    let outer = FileManager.default.temporaryDirectory
      .appending(path: "fanfold-page-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: outer) }
    let folder = outer.appending(path: "saved")
    let files = folder.appending(path: "page_files")
    try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
    try Data(Self.picture).write(to: files.appending(path: "a map.svg"))
    try Data(Self.picture).write(to: outer.appending(path: "secret.svg"))
    try FileManager.default.createSymbolicLink(
      at: files.appending(path: "link.svg"),
      withDestinationURL: outer.appending(path: "secret.svg"))
    try FileManager.default.createSymbolicLink(
      at: files.appending(path: "own.svg"),
      withDestinationURL: files.appending(path: "a map.svg"))
    let page = folder.appending(path: "page.html")
    try Data(Self.page.utf8).write(to: page)

    let book = try Converter().convert([try InputFile(path: page.path)])
    #expect(book.story.images.map(\.mediaType) == ["image/svg+xml"])
    #expect(
      Self.described(book.story) == ["a map", "own"])
    #expect(
      book.remarks.map(\.text) == [
        "the picture page_files/link.svg was left out: there is no such file; so were "
          + "page_files/gone.svg, page_files"
      ])
    // The same page without a place has no neighbours.
    let bytes = Array(Self.page.utf8)
    #expect(
      try Converter().convert([InputFile(name: "page.html", bytes: bytes)]).story.images == [])
  }

  private static func described(_ story: Story) -> [String] {
    var words: [String] = []
    for chapter in story.chapters {
      for block in chapter.blocks { block.forEachImage { words.append($0.alternative) } }
    }
    return words
  }

  private static let picture = Array(
    "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='30'><path d='M0 0h9'/></svg>".utf8)

  private static let page = """
    <html lang="en"><head><title>The Small Key</title></head><body><div>
    <p>\(String(repeating: "The ferry came in late, and the harbour lamps were lit. ", count: 20))</p>
    <p><img src="page_files/a%20map.svg" alt="a map"></p><p><img src="page_files/own.svg" alt="own"></p>
    <p><img src="../secret.svg" alt="up"></p><p><img src="page_files/link.svg" alt="link"></p>
    <p><img src="page_files/gone.svg" alt="gone"></p><p><img src="page_files" alt="folder"></p>
    <p>\(String(repeating: "They walked up from the water without a word. ", count: 20))</p>
    </div></body></html>
    """
}
