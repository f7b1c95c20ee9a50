internal import FanfoldMarkup

/// What every page has around its text: declaration, language, title, stylesheet.
struct XHTMLPage {
  var title: String
  /// A well-formed language tag; `nil` when the language is not known.
  var language: String?
  var isRightToLeft = false
  /// The stylesheet, as seen from the page.
  var stylesheet: String
  /// The part of the book that the page belongs to (EPUB Structural Semantics §2).
  var bodyType: String?
  /// Whether the page is marked as Kobo's readers want it.
  var isForKobo = false
  /// How many bytes the page will take, roughly.
  var capacity = 4096

  /// A page whose language nobody knows says so: a screen reader takes one that says nothing for its own (WCAG 2.2
  /// §3.1.1).
  private static let unknownLanguage = "und"

  func write(_ content: (inout MarkupWriter) -> Void) -> [UInt8] {
    let tag = language ?? Self.unknownLanguage
    return MarkupWriter.document(
      "html",
      [
        "xmlns": "http://www.w3.org/1999/xhtml", "xmlns:epub": "http://www.idpf.org/2007/ops",
        "lang": tag, "xml:lang": tag, "dir": isRightToLeft ? "rtl" : nil,
      ], doctype: .html, capacity: capacity
    ) { out in
      out.group("head") { out in
        out.voidLine("meta", ["charset": "utf-8"])
        out.line("title") { $0.text(title) }
        out.voidLine(
          "link", ["rel": "stylesheet", "type": "text/css", "href": stylesheet])
        guard isForKobo else { return }
        out.line("style", ["type": "text/css", "class": "kobostylehacks"]) {
          $0.text("div#book-inner { margin-top: 0; margin-bottom: 0; }")
        }
      }
      out.group("body", ["epub:type": bodyType]) { out in
        guard isForKobo else { return content(&out) }
        out.group("div", ["id": "book-columns"]) { out in
          out.group("div", ["id": "book-inner"]) { out in
            out.koboSpans = KoboSpans()
            content(&out)
            out.koboSpans = nil
          }
        }
      }
    }
  }

  /// The language of words that are fanfold's own, where they stand in a page of that language;
  /// `nil` when the page's is the same (WCAG 2.2 §3.1.2).
  static func ownLanguage(in language: String?) -> String? {
    language?.split(separator: "-").first == "en" ? nil : "en"
  }
}
