import FanfoldArchive
import FanfoldCheck

/// One of the two books of the tests, or what was made of it.
struct TestBook {
  var files: [String: [UInt8]]

  private static let paths = [
    "epub3": [
      "mimetype", "META-INF/container.xml", "EPUB/package.opf", "EPUB/nav.xhtml",
      "EPUB/one.xhtml", "EPUB/two.xhtml", "EPUB/two.smil", "EPUB/drawing.svg", "EPUB/picture.png",
      "EPUB/style.css", "EPUB/sound.mp3",
    ],
    "epub2": [
      "mimetype", "META-INF/container.xml", "EPUB/package.opf", "EPUB/toc.ncx", "EPUB/one.xhtml",
      "EPUB/two.xhtml", "EPUB/picture.png", "EPUB/style.css",
    ],
  ]

  init(_ name: String) {
    files = [:]
    for path in Self.paths[name] ?? [] {
      files[path] = TestFiles.contents("Books/\(name)/\(path)")
    }
  }

  /// The book as a folder.
  var folder: FolderFiles {
    let files = files
    return FolderFiles(paths: files.keys.sorted()) { files[$0] }
  }

  /// The book packed, 'mimetype' first.
  func packed() throws -> [UInt8] {
    let paths = files.keys.sorted { ($0 != "mimetype", $0) < ($1 != "mimetype", $1) }
    return try ContainerWriter.write(
      paths.map { ContainerFile(path: $0, bytes: files[$0] ?? [], storage: .stored) }, modified: 0)
  }

  /// Puts a text in the place of another, once; the whole file without one.
  mutating func edit(_ path: String, replacing old: String?, with new: String) -> Bool {
    guard let old else {
      files[path] = Array(new.utf8)
      return true
    }
    guard let bytes = files[path] else { return false }
    var text = String(decoding: bytes, as: UTF8.self)
    guard let range = text.firstRange(of: old) else { return false }
    text.replaceSubrange(range, with: new)
    files[path] = Array(text.utf8)
    return true
  }
}

private func < (left: (Bool, String), right: (Bool, String)) -> Bool {
  left.0 == right.0 ? left.1 < right.1 : !left.0
}
