/// A place in a book that leads to another.
struct Reference: Sendable {
  /// What the reference is for; what it may lead to follows from that.
  enum Kind: Sendable {
    case link, generic, stylesheet, mediaOverlay, hyperlink, font, image, audio, video, track
    case cite, svgPaint, svgClipPath, svgSymbol, regionNavigation, searchKey, tocLink
    case pageListLink, overlayText

    /// Whether what it leads to takes part in showing the book.
    var isForResource: Bool {
      switch self {
      case .generic, .stylesheet, .mediaOverlay, .font, .image, .audio, .video, .track: true
      case .link, .hyperlink, .cite, .svgPaint, .svgClipPath, .svgSymbol, .regionNavigation,
        .searchKey, .tocLink, .pageListLink, .overlayText:
        false
      }
    }
  }

  let url: BookURL
  let kind: Kind
  let place: Place
  /// Whether the place has something to show in its stead.
  let hasFallback: Bool

  /// What it leads to, whatever part of it, and in the book whatever is asked of it.
  var target: BookURL {
    var target = url.document
    if target.query != nil, target.host == BookURL.rootHost { target.query = nil }
    return target
  }
}
