internal import FanfoldMarkup

/// Writes the contents as EPUB 2 had them (OPF 2.0.1 §2.4.1), for old reading systems.
struct NCXWriter {
  let book: Book
  /// Old devices show one level of an anthology's three: it gets all of its lines on that one.
  private var isFlat: Bool { !book.records.isEmpty }

  func write() -> [UInt8] {
    let isNested = !isFlat && book.contents.contains { !$0.children.isEmpty }
    let depth = isNested ? 2 : 1
    return MarkupWriter.document(
      "ncx",
      [
        "xmlns": "http://www.daisy.org/z3986/2005/ncx/", "version": "2005-1",
        "xml:lang": book.metadata.language,
      ]
    ) { out in
      out.group("head") { out in
        for (name, content) in [
          ("dtb:uid", book.identifier), ("dtb:depth", String(depth)), ("dtb:totalPageCount", "0"),
          ("dtb:maxPageNumber", "0"),
        ] {
          out.voidLine("meta", ["name": name, "content": content])
        }
      }
      out.line("docTitle") { $0.element("text") { $0.text(book.title) } }
      for creator in book.metadata.creators {
        out.line("docAuthor") { $0.element("text") { $0.text(creator.name) } }
      }
      var order = 0
      out.group("navMap") { write(book.contents, order: &order, to: &$0) }
    }
  }

  private func write(_ entries: [ContentsEntry], order: inout Int, to out: inout MarkupWriter) {
    for entry in entries {
      order += 1
      let number = String(order)
      out.group("navPoint", ["id": "navpoint-\(number)", "playOrder": number]) { out in
        out.line("navLabel") { $0.element("text") { $0.text(entry.title) } }
        out.voidLine("content", ["src": Layout.href(of: entry.section)])
        if !isFlat { write(entry.children, order: &order, to: &out) }
      }
      if isFlat { write(entry.children, order: &order, to: &out) }
    }
  }
}
