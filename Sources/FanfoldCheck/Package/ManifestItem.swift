/// An `item` of the manifest.
struct ManifestItem: Sendable {
  let id: String
  let url: BookURL
  /// The path in the book, or the URL.
  let path: String
  let place: Place
  /// Its URL as it is written.
  let href: String
  let mediaType: String
  let fallback: String
  let fallbackStyle: String
  let mediaOverlay: String?
  /// Whether it lies outside of the book.
  let isRemote: Bool
  var properties: Set<Property> = []
  /// Whether the spine names it as the NCX.
  var isNCX = false
  var spinePosition: Int?
  var isLinear = true
  var isFixedLayout = false
  var isInIndex = false
  var hasCoreFallback = false
  var hasContentFallback = false

  var hasFallback: Bool { !fallback.isEmpty }
  var isInSpine: Bool { spinePosition != nil }
  var isNavigation: Bool { has("nav") }

  /// What those who refer to it ask.
  struct Standing {
    var isInSpine = false
    var hasCoreFallback = false
    var hasContentFallback = false
  }

  var standing: Standing {
    Standing(
      isInSpine: isInSpine, hasCoreFallback: hasCoreFallback,
      hasContentFallback: hasContentFallback)
  }

  func has(_ property: String) -> Bool {
    properties.has(property, of: Vocabularies.URL.item)
  }
}
