/// What the book offers to people who read in other ways than by eye, worked out from what is in it
/// (EPUB Accessibility 1.1 §2).
package struct Accessibility: Sendable, Hashable {
  package var modes: [String]
  package var sufficientModes: [String]
  package var features: [String]
  package var hazards: [String]
  package var summary: String

  /// The accessibility of sections of text.
  package init(sections: [Section]) {
    let headings = sections.count {
      guard case .text(let text) = $0.content else { return false }
      return text.heading != nil
    }
    let isStructured = headings > 1
    modes = ["textual"]
    sufficientModes = ["textual"]
    features =
      ["tableOfContents", "readingOrder"] + (isStructured ? ["structuralNavigation"] : [])
      + ["displayTransformability", "unlocked"]
    hazards = ["none"]
    summary =
      "The book is text alone, in reading order, with a table of contents"
      + (isStructured ? " and a heading for each of its chapters" : "")
      + ". It has no images, sounds or scripts, and its type can be set as the reader likes."
  }
}
