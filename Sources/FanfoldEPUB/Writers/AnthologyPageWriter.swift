internal import FanfoldMarkup
internal import FanfoldStory

/// Writes the pages that only an anthology has.
struct AnthologyPageWriter {
  /// A page in the language of the book.
  let page: XHTMLPage
  let images: BookImages
  let name: String

  /// The title page of one story among others. It is fanfold that speaks there, and it speaks English.
  func write(_ story: StoryPage) -> [UInt8] {
    english("bodymatter").write { out in
      let own = story.language == "en" ? nil : story.language
      out.group("section", attributes("story", type: "part", role: "doc-part")) { out in
        out.group("header") { out in
          out.line(
            "h1",
            [
              "id": "\(name)-heading", "lang": own, "xml:lang": own,
              "dir": story.isRightToLeft ? "rtl" : nil,
            ]
          ) { $0.text(story.titlePage.title) }
          if let byline = story.titlePage.byline {
            out.line("p", ["class": "byline"]) { $0.text(byline) }
          }
        }
        if let cover = story.cover { write(cover, of: story, to: &out) }
        FactWriter(language: story.language).write(story.facts, to: &out)
      }
    }
  }

  private func write(_ cover: BookImage, of story: StoryPage, to out: inout MarkupWriter) {
    let words = [story.titlePage.title, story.titlePage.byline].compactMap { $0 }
    out.line("figure", ["class": "cover"]) { out in
      out.void(
        "img",
        [
          "src": "../\(Layout.href(of: cover))", "alt": "Cover: \(words.joined(separator: " "))",
          "width": cover.width.map { String($0) }, "height": cover.height.map { String($0) },
        ])
    }
  }

  /// Words of the editor.
  func write(_ passage: Editorial) -> [UInt8] {
    var page = page
    page.bodyType = "bodymatter"
    return page.write { out in
      let isIntroduction = passage.kind == .introduction
      let attributes = attributes(
        passage.kind.rawValue, type: isIntroduction ? "introduction" : nil,
        role: isIntroduction ? "doc-introduction" : nil)
      out.group("section", attributes) { out in
        out.group("header") { out in
          out.line("h1", ["id": "\(name)-heading"]) { $0.text(passage.title) }
        }
        BlockWriter(images: images, language: page.language)
          .write(passage.blocks.filter { $0.isVisible }, to: &out)
      }
    }
  }

  /// The heading of several stories.
  func write(division title: String) -> [UInt8] {
    var page = page
    page.bodyType = "bodymatter"
    return page.write { out in
      out.group("section", attributes("division part", type: "volume", role: nil)) { out in
        out.group("header") { out in
          out.line("h1", ["id": "\(name)-heading"]) { $0.text(title) }
        }
      }
    }
  }

  func write(_ rows: [StoryRow], title: String) -> [UInt8] {
    english("frontmatter").write { out in
      out.group("section", attributes("stories", type: nil, role: nil)) { out in
        out.line("h1", ["id": "\(name)-heading"]) { $0.text(title) }
        out.group("table") { out in
          out.group("thead") { out in
            out.group("tr") { out in
              for head in ["Story", "By", "Words"] {
                out.line("th", ["scope": "col", "class": head == "Words" ? "end" : nil]) {
                  $0.text(head)
                }
              }
            }
          }
          out.group("tbody") { out in
            for row in rows { write(row, to: &out) }
          }
        }
      }
    }
  }

  private func write(_ row: StoryRow, to out: inout MarkupWriter) {
    out.group("tr") { out in
      out.line("th", ["scope": "row"]) { write(linkTo: row, to: &$0) }
      out.line("td") { $0.text(row.authors) }
      out.line("td", ["class": "end"]) { $0.text(row.words.inWords) }
    }
  }

  /// An index as EPUB has them (EPUB Indexes 1.0 §2).
  func write(_ entries: [IndexEntry], title: String) -> [UInt8] {
    english("backmatter").write { out in
      out.group("section", attributes("index", type: "index", role: "doc-index")) { out in
        out.line("h1", ["id": "\(name)-heading"]) { $0.text(title) }
        out.group("ul", ["epub:type": "index-entry-list"]) { out in
          for entry in entries { write(entry, to: &out) }
        }
      }
    }
  }

  private func write(_ entry: IndexEntry, to out: inout MarkupWriter) {
    out.group("li", ["epub:type": "index-entry"]) { out in
      out.line("span", ["class": "term", "epub:type": "index-term"]) { $0.text(entry.term) }
      out.group("ul", ["epub:type": "index-locator-list"]) { out in
        for row in entry.stories {
          out.line("li") { write(linkTo: row, isLocator: true, to: &$0) }
        }
      }
    }
  }

  private func write(
    linkTo row: StoryRow, isLocator: Bool = false, to out: inout MarkupWriter
  ) {
    out.element(
      "a",
      [
        "epub:type": isLocator ? "index-locator" : nil,
        "href": "../\(Layout.href(of: row.section))", "lang": row.language,
        "xml:lang": row.language,
      ]
    ) { $0.text(row.title) }
  }

  private func attributes(
    _ className: String, type: String?, role: String?
  ) -> MarkupWriter.Attributes {
    [
      "id": name, "class": className, "epub:type": type, "role": role,
      "aria-labelledby": "\(name)-heading",
    ]
  }

  private func english(_ matter: String) -> XHTMLPage {
    var page = page
    page.language = "en"
    page.isRightToLeft = false
    page.bodyType = matter
    return page
  }
}
