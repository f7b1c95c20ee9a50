import FanfoldArchive
import FanfoldReading

/// An EPUB written for a test: its documents in reading order and what goes around them.
struct SampleBook {
  var metadata = "<dc:title>The Tide Clock</dc:title><dc:creator>rowan</dc:creator>"
  /// Names and bodies, "one.xhtml".
  var documents: [(name: String, body: String)]
  /// The lines of the table of contents: title, target, those below.
  var contents = ""
  var isEPUB2 = false
  var files: [ContainerFile] = []
  /// More lines of the manifest.
  var items = ""

  func bytes() throws -> [UInt8] {
    var all = [
      file("mimetype", "application/epub+zip"),
      file(
        "META-INF/container.xml",
        """
        <container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>\
        <rootfile full-path="OPS/book.opf"/></rootfiles></container>
        """),
      file("OPS/book.opf", package),
      isEPUB2 ? file("OPS/toc.ncx", ncx) : file("OPS/nav.xhtml", nav),
    ]
    for document in documents {
      let page = document.body.hasPrefix("<?xml") ? document.body : Self.page(document.body)
      all.append(file("OPS/\(document.name)", page))
    }
    return try ContainerWriter.write(all + files, modified: 0)
  }

  func read() throws -> Reading {
    try reader.read(StoryFile(name: "book.epub", bytes: bytes()))
  }

  /// A document around a body.
  static func page(_ body: String, head: String = "") -> String {
    """
    <?xml version="1.0" encoding="utf-8"?>
    <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">\
    <head><title>t</title>\(head)</head>\(body.hasPrefix("<body") ? body : "<body>\(body)</body>")</html>
    """
  }

  static func file(_ path: String, _ text: String) -> ContainerFile {
    ContainerFile(path: path, bytes: Array(text.utf8))
  }

  private func file(_ path: String, _ text: String) -> ContainerFile { Self.file(path, text) }

  private var package: String {
    let items = documents.enumerated().map { index, document in
      "<item id=\"d\(index)\" href=\"\(document.name)\" media-type=\"application/xhtml+xml\"/>"
    }
    let toc =
      isEPUB2
      ? "<item id=\"toc\" href=\"toc.ncx\" media-type=\"application/x-dtbncx+xml\"/>"
      : "<item id=\"toc\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/>"
    let places = documents.indices.map { "<itemref idref=\"d\($0)\"/>" }
    return """
      <package xmlns="http://www.idpf.org/2007/opf" version="\(isEPUB2 ? "2.0" : "3.0")">
      <metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">\
      \(metadata)</metadata>
      <manifest>\(toc)\(self.items)\(items.joined())</manifest>
      <spine toc="toc">\(places.joined())</spine></package>
      """
  }

  private var nav: String {
    Self.page("<nav epub:type=\"toc\"><ol>\(contents)</ol></nav>")
  }

  private var ncx: String {
    "<ncx xmlns=\"http://www.daisy.org/z3986/2005/ncx/\"><navMap>\(contents)</navMap></ncx>"
  }

  /// A line of a navigation document's list.
  static func line(_ title: String, _ target: String, _ below: String = "") -> String {
    let list = below.isEmpty ? "" : "<ol>\(below)</ol>"
    return "<li><a href=\"\(target)\">\(title)</a>\(list)</li>"
  }

  /// A point of an NCX.
  static func point(_ title: String, _ target: String, _ below: String = "") -> String {
    """
    <navPoint><navLabel><text>\(title)</text></navLabel><content src="\(target)"/>\(below)</navPoint>
    """
  }
}
