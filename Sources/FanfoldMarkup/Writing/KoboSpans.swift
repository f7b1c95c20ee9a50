/// The spans that Kobo's readers want around each sentence, to keep bookmarks, marks and the place in a book by:
/// `<span class="koboSpan" id="kobo.3.2">` is the second sentence of the third paragraph. The text stays the same.
///
/// It follows what kepubify does (4.0, checked 2026-11): paragraphs, headings, lists, tables and pictures count on;
/// white space alone has no span, and text whose spacing is the author's has none.
package struct KoboSpans: Sendable {
  private var paragraph = 0
  private var sentence = 0
  /// How many elements deep the writer is in one that takes no spans.
  private var withoutSpans = 0

  package init() {}

  /// A run of text; one without an id stands bare.
  struct Run {
    var text: Substring
    var id: String?
  }

  mutating func open(_ name: StaticString) {
    switch name.description {
    case "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "figure", "details":
      paragraph += 1
      sentence = 0
    case "pre", "rp": withoutSpans += 1
    default: break
    }
  }

  mutating func close(_ name: StaticString) {
    switch name.description {
    case "pre", "rp": withoutSpans -= 1
    default: break
    }
  }

  /// The id of the span around a picture.
  mutating func pictureID() -> String {
    paragraph += 1
    sentence = 0
    return nextID()
  }

  /// The text, sentence by sentence.
  mutating func runs(of text: String) -> [Run] {
    guard withoutSpans == 0 else { return [Run(text: text[...])] }
    return Self.sentences(of: text).map { sentence in
      let isBlank = sentence.unicodeScalars.allSatisfy(\.properties.isWhitespace)
      return Run(text: sentence, id: isBlank ? nil : nextID())
    }
  }

  private mutating func nextID() -> String {
    sentence += 1
    return "kobo.\(paragraph).\(sentence)"
  }

  /// The text cut behind the white space that follows a full stop, and behind one that needs none.
  private static func sentences(of text: String) -> [Substring] {
    enum Place { case within, ended, closed }
    var sentences: [Substring] = []
    var place = Place.within
    var start = text.startIndex
    let scalars = text.unicodeScalars
    for index in scalars.indices {
      let scalar = scalars[index]
      let isBlank = scalar.properties.isWhitespace
      switch scalar {
      case ".", "!", "?", ":", "…": place = .ended
      case "。", "！", "？": place = .closed
      case _ where isBlank: if place == .ended { place = .closed }
      case "'", "\"", "’", "”", "»", ")", "]", "」", "』": break
      default:
        if place == .closed, index > start {
          sentences.append(text[start..<index])
          start = index
        }
        place = .within
      }
    }
    sentences.append(text[start...])
    return sentences
  }
}
