/// Whether the fragments of references name something, and something fit for it.
enum FragmentCheck {
  static let rules: [Rule] = [
    .fragmentUndefined, .fragmentOfOtherKind, .svgWithoutFragment, .imageFragment,
    .stylesheetFragment, .overlayFragmentNoID, .overlayFragmentNoSVG,
  ]

  static func check(
    _ reference: Reference, _ type: String, _ fragment: URLFragment,
    _ rendition: inout Rendition
  ) {
    guard let text = fragment.text, !text.isEmpty else { return }
    let isSVG = type.lowercased() == MediaType.svg
    let isXHTML = type.lowercased() == MediaType.xhtml
    if reference.kind == .overlayText {
      if isXHTML, fragment.id.isEmpty {
        rendition.findings.add(
          .overlayFragmentNoID, at: reference.place, "'#\(text)' names no element")
      } else if isSVG, !fragment.isValid {
        rendition.findings.add(
          .overlayFragmentNoSVG, at: reference.place, "'#\(text)' is no fragment of SVG")
      }
    }
    guard !fragment.id.isEmpty, !rendition.isRemote(reference.target) else { return }
    let target = reference.target
    let anchor = rendition.registry.anchor(fragment.id, in: target)
    guard anchor != nil || !(isSVG || isXHTML) else {
      return rendition.findings.add(
        .fragmentUndefined, at: reference.place,
        "'\(target.bookPath)' has no element '\(fragment.id)'")
    }
    if !fits(anchor?.kind, reference.kind) {
      rendition.findings.add(
        .fragmentOfOtherKind, at: reference.place,
        "'\(reference.url.reference)' is not what is needed here")
    }
  }

  private static func fits(_ kind: Reference.Kind?, _ wanted: Reference.Kind) -> Bool {
    switch wanted {
    case .svgPaint, .svgClipPath: kind == wanted
    case .overlayText, .svgSymbol, .cite, .hyperlink: kind == wanted || kind == .generic
    default: true
    }
  }
}

extension Rule {
  static let fragmentUndefined = Rule(
    "RSC-012", "fragment-undefined", .error,
    "a reference leads to an id that the document does not have",
    help: "Correct the fragment, or give the element that id.", see: "EPUB 3.3 §3.4")
  static let fragmentOfOtherKind = Rule(
    "RSC-014", "fragment-of-other-kind", .error,
    "a reference leads to an element of the wrong kind",
    help: "Refer to a paint server, a clip path or a symbol where one is wanted.",
    see: "SVG §5.6")
  static let svgWithoutFragment = Rule(
    "RSC-015", "svg-without-fragment", .error,
    "an SVG element refers to a document, not to an element",
    help: "Add '#' and the id of the element.", see: "SVG §5.6")
  static let imageFragment = Rule(
    "RSC-009", "image-fragment", .warning, "an image that is no SVG is referred to with a fragment",
    help: "Leave out '#' and what follows it.")
  static let stylesheetFragment = Rule(
    "RSC-013", "stylesheet-fragment", .error, "a style sheet is referred to with a fragment",
    help: "Leave out '#' and what follows it.")
  static let overlayFragmentNoID = Rule(
    "MED-017", "overlay-fragment-no-id", .warning, "a media overlay's fragment names no element",
    help: "Write '#' and the id of the element.", see: "EPUB 3.3 §9.3.2.2")
  static let overlayFragmentNoSVG = Rule(
    "MED-018", "overlay-fragment-no-svg", .warning, "a media overlay's fragment is none of SVG",
    help: "Write '#' and the id of the element.", see: "EPUB 3.3 §9.3.2.2")
}
