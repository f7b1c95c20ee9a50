internal import FanfoldMarkup
internal import FanfoldStory

/// Writes the sections of a book, one XHTML document each.
struct SectionWriter {
  let book: Book

  func write(_ section: Section) -> [UInt8] {
    switch section.content {
    case .cover(let image, let words): write(image, words, of: section)
    case .titlePage(let titlePage): write(titlePage, name: section.name)
    case .about(let facts): write(facts, of: section, type: nil, role: nil, body: "frontmatter")
    case .colophon(let facts):
      write(facts, of: section, type: "colophon", role: "doc-colophon", body: "backmatter")
    case .notes(let pieces): write(pieces, of: section)
    case .endnotes(let pieces): write(pieces, of: section, isEndnotes: true)
    case .text(let text):
      ChapterWriter(
        page: page(of: section), images: book.images, hasInitials: book.hasInitials
      )
      .write(text, name: section.name)
    case .storyPage(let page): anthologyPages(section).write(page)
    case .passage(let passage): anthologyPages(section).write(passage)
    case .division: anthologyPages(section).write(division: section.title)
    case .storyTable(let rows): anthologyPages(section).write(rows, title: section.title)
    case .index(let entries): anthologyPages(section).write(entries, title: section.title)
    case .packed: []
    }
  }

  private func anthologyPages(_ section: Section) -> AnthologyPageWriter {
    AnthologyPageWriter(page: page(of: section), images: book.images, name: section.name)
  }

  /// The page of a section in the language of the story.
  private func page(of section: Section) -> XHTMLPage {
    XHTMLPage(
      title: section.title == book.title ? book.title : "\(section.title) – \(book.title)",
      language: book.metadata.language, isRightToLeft: book.metadata.isRightToLeft,
      stylesheet: "../\(Layout.stylesheet)", isForKobo: book.isForKobo)
  }

  private func write(_ image: BookImage, _ words: String, of section: Section) -> [UInt8] {
    var page = page(of: section)
    page.bodyType = "cover"
    return page.write { out in
      out.group("section", ["id": section.name, "class": "cover"]) { out in
        out.voidLine(
          "img",
          [
            "src": "../\(Layout.href(of: image))", "alt": words, "role": "doc-cover",
            "width": image.width.map { String($0) }, "height": image.height.map { String($0) },
          ])
      }
    }
  }

  private func write(_ titlePage: TitlePage, name: String) -> [UInt8] {
    var page = XHTMLPage(
      title: book.title, language: book.metadata.language,
      isRightToLeft: book.metadata.isRightToLeft, stylesheet: "../\(Layout.stylesheet)",
      isForKobo: book.isForKobo)
    page.bodyType = "frontmatter"
    return page.write { out in
      let attributes: MarkupWriter.Attributes = [
        "id": name, "class": "titlepage", "epub:type": "titlepage",
        "aria-labelledby": "\(name)-heading",
      ]
      out.group("section", attributes) { out in
        out.line("h1", ["id": "\(name)-heading"]) { $0.text(titlePage.title) }
        if let byline = titlePage.byline {
          out.line("p", ["class": "byline"]) { $0.text(byline) }
        }
        if let fandoms = titlePage.fandoms {
          out.line("p", ["class": "fandom"]) { $0.text(fandoms) }
        }
        for series in titlePage.series {
          out.line("p", ["class": "series"]) { $0.text(series) }
        }
      }
    }
  }

  private func write(_ pieces: [Piece], of section: Section, isEndnotes: Bool = false) -> [UInt8] {
    var page = page(of: section)
    let story = book.sections.firstIndex { if case .text = $0.content { true } else { false } }
    let isBefore = (book.sections.firstIndex(of: section) ?? 0) < (story ?? 0)
    page.bodyType = book.isPart ? "bodymatter" : isBefore ? "frontmatter" : "backmatter"
    return page.write { out in
      let heading = "\(section.name)-heading"
      let attributes: MarkupWriter.Attributes = [
        "id": section.name, "class": isEndnotes ? "endnotes" : "notes",
        "epub:type": isEndnotes ? "endnotes" : nil, "role": isEndnotes ? "doc-endnotes" : nil,
        "aria-labelledby": heading,
      ]
      out.group("section", attributes) { out in
        let language = XHTMLPage.ownLanguage(in: book.metadata.language)
        out.line("h1", ["id": heading, "lang": language, "xml:lang": language]) {
          $0.text(section.title)
        }
        PieceWriter(
          images: book.images, name: section.name, noteElement: "section",
          language: book.metadata.language, title: section.title
        ).write(pieces, to: &out)
      }
    }
  }

  /// A page of facts. It is fanfold that speaks there, and it speaks English.
  private func write(
    _ facts: [Fact], of section: Section, type: String?, role: String?, body: String
  ) -> [UInt8] {
    var page = page(of: section)
    page.language = "en"
    page.isRightToLeft = false
    page.bodyType = body
    return page.write { out in
      let attributes: MarkupWriter.Attributes = [
        "id": section.name, "class": "facts", "epub:type": type, "role": role,
        "aria-labelledby": "\(section.name)-heading",
      ]
      out.group("section", attributes) { out in
        out.line("h1", ["id": "\(section.name)-heading"]) { $0.text(section.title) }
        guard !facts.isEmpty else { return }
        FactWriter(language: book.metadata.language).write(facts, to: &out)
      }
    }
  }
}
