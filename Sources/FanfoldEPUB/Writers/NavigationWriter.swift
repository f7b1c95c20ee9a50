internal import FanfoldMarkup

/// Writes the navigation document (EPUB 3.3 §7): the contents, and the landmarks by which reading
/// systems find the beginning.
struct NavigationWriter {
  let book: Book

  func write() -> [UInt8] {
    let page = XHTMLPage(
      title: "Contents – \(book.title)", language: book.metadata.language,
      isRightToLeft: book.metadata.isRightToLeft, stylesheet: Layout.stylesheet,
      bodyType: "frontmatter", isForKobo: book.isForKobo)
    return page.write { out in
      out.group(
        "nav",
        [
          "id": "toc", "class": "contents", "epub:type": "toc", "role": "doc-toc",
          "aria-labelledby": "toc-heading",
        ]
      ) { out in
        let language = XHTMLPage.ownLanguage(in: book.metadata.language)
        out.line("h1", ["id": "toc-heading", "lang": language, "xml:lang": language]) {
          $0.text("Contents")
        }
        write(book.contents, to: &out)
      }
      writeLandmarks(to: &out)
    }
  }

  private func write(_ entries: [ContentsEntry], to out: inout MarkupWriter) {
    out.group("ol") { out in
      for entry in entries {
        out.line("li") { out in
          let language =
            entry.isGenerated
            ? XHTMLPage.ownLanguage(in: book.metadata.language) : entry.language
          out.element(
            "a",
            ["href": Layout.href(of: entry.section), "lang": language, "xml:lang": language]
          ) { $0.text(entry.title) }
          guard !entry.children.isEmpty else { return }
          out.lineEnd()
          write(entry.children, to: &out)
        }
      }
    }
  }

  private func writeLandmarks(to out: inout MarkupWriter) {
    out.group(
      "nav", ["id": "landmarks", "epub:type": "landmarks", "aria-label": "Landmarks", "hidden": ""]
    ) { out in
      out.group("ol") { out in
        for landmark in book.landmarks {
          out.line("li") {
            $0.element("a", ["epub:type": landmark.type, "href": landmark.href]) {
              $0.text(landmark.title)
            }
          }
        }
      }
    }
  }
}
