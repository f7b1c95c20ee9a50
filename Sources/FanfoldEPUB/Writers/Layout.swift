internal import FanfoldStory

/// Where the files of a book lie, as seen from the package document.
enum Layout {
  static let navigation = "nav.xhtml"
  static let ncx = "toc.ncx"
  static let stylesheet = "css/style.css"

  static let images = "images"

  static func href(of image: BookImage) -> String { "\(images)/\(image.name)" }

  /// The stories of an anthology have folders of their own beside that of its pages, so that the ways from a page to
  /// pictures and stylesheet are everywhere the same.
  static func href(of section: String) -> String {
    section.contains("/") ? "\(section).xhtml" : "text/\(section).xhtml"
  }

  /// A section's id in the package document.
  static func id(of section: String) -> String { section.replacing("/", with: "-") }

  /// What is known about the story in a folder, as a package document of its own.
  static func record(of folder: String) -> String { "\(folder)/story.xml" }
}

/// A place in the book that reading systems have a button for.
struct Landmark {
  /// One term of the EPUB structural vocabulary: some readers skip links with two.
  var type: String
  /// The same in the vocabulary of the EPUB 2 guide.
  var guideType: String
  var title: String
  var href: String
}

extension Book {
  /// Where the story begins: the first section of its text that is no preface, if there is one.
  var firstText: Section? {
    let texts = sections.filter {
      switch $0.content {
      case .text, .division, .packed: true
      case .cover, .titlePage, .about, .notes, .endnotes, .colophon, .storyPage, .passage,
        .storyTable, .index:
        false
      }
    }
    return texts.first { section in
      if case .text(let text) = section.content { text.kind != .preface } else { false }
    } ?? texts.first
  }

  var landmarks: [Landmark] {
    let titlePage = sections.first {
      if case .titlePage = $0.content { true } else { false }
    }
    return [
      cover.map { _ in
        Landmark(
          type: "cover", guideType: "cover", title: "Cover", href: Layout.href(of: "cover"))
      },
      titlePage.map {
        Landmark(
          type: "titlepage", guideType: "title-page", title: "Title Page",
          href: Layout.href(of: $0.name))
      },
      Landmark(type: "toc", guideType: "toc", title: "Contents", href: Layout.navigation),
      firstText.map {
        Landmark(
          type: "bodymatter", guideType: "text", title: $0.title, href: Layout.href(of: $0.name))
      },
    ].compactMap { $0 }
  }
}
