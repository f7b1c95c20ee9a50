internal import FanfoldMarkup

/// What the package document says of layout and of media overlays (EPUB 3.3 §8.2, §9.3.5).
struct RenditionPropertyCheck {
  static let rules: [Rule] = [
    .renditionTwice, .renditionRefines, .renditionValue, .renditionExclusive, .durationSyntax,
    .overlayType, .overlayMisplaced, .overlayWithoutTotal, .overlayWithoutDuration, .classTwice,
    .classRefines, .classSeveral,
  ]

  let outline: PackageOutline
  var findings: [Finding] = []

  /// The values of the properties for the whole book.
  static let values: [(property: String, values: Set<String>)] = [
    ("rendition:flow", ["paginated", "scrolled-continuous", "scrolled-doc", "auto"]),
    ("rendition:layout", ["reflowable", "pre-paginated"]),
    ("rendition:orientation", ["landscape", "portrait", "auto"]),
    ("rendition:spread", ["none", "landscape", "portrait", "both", "auto"]),
  ]

  /// The properties of a spine entry of which one can be true.
  private static let exclusive: [[String]] = [
    ["paginated", "scrolled-continuous", "scrolled-doc", "auto"].map { "rendition:flow-" + $0 },
    ["reflowable", "pre-paginated"].map { "rendition:layout-" + $0 },
    ["landscape", "portrait", "auto"].map { "rendition:orientation-" + $0 },
    ["page-spread-right", "page-spread-left", "rendition:page-spread-center"],
    ["portrait", "landscape", "both", "none", "auto"].map { "rendition:spread-" + $0 },
  ]

  mutating func run() {
    for metadata in outline.ownMetadata { checkCounts(metadata) }
    for meta in outline.metas { check(meta) }
    for itemref in outline["itemref"] {
      let properties = outline.words("properties", itemref)
      for group in Self.exclusive where properties.count(where: group.contains) > 1 {
        let both = properties.filter(group.contains).joined(separator: "' and '")
        report(.renditionExclusive, itemref, "'\(both)' exclude each other")
      }
    }
    checkOverlays()
  }

  private mutating func report(_ rule: Rule, _ node: PackageOutline.Node, _ message: String) {
    findings.append(Finding(rule, at: outline.document.place(of: node), message))
  }

  private mutating func checkCounts(_ metadata: PackageOutline.Node) {
    let own = outline.metas.filter {
      $0.parent == metadata
        && ($0.property.hasPrefix("rendition:") || $0.property.hasPrefix("media:"))
    }
    guard own.count > 1 else { return }
    for property in Self.values.map(\.property) + ["rendition:viewport"] {
      let count = own.count {
        $0.property == property && !(property == "rendition:viewport" && $0.hasRefines)
      }
      if count > 1 { report(.renditionTwice, metadata, "'\(property)' is there \(count) times") }
    }
    for property in ["media:active-class", "media:playback-active-class"]
    where own.count(where: { $0.property == property }) > 1 {
      report(.classTwice, metadata, "'\(property)' is there more than once")
    }
  }

  private mutating func check(_ meta: PackageOutline.Meta) {
    if let known = Self.values.first(where: { $0.property == meta.property }), !meta.isInCollection
    {
      if meta.hasRefines {
        report(
          .renditionRefines, meta.node,
          "'\(meta.property)' is for the whole book and refines nothing")
      }
      if !known.values.contains(meta.value) {
        report(.renditionValue, meta.node, "'\(meta.value)' is no value of '\(meta.property)'")
      }
    }
    switch meta.property {
    case "rendition:viewport":
      if !meta.isInCollection, !Self.isViewport(meta.value) {
        report(.renditionValue, meta.node, "'\(meta.value)' is no value of '\(meta.property)'")
      }
    case "media:duration":
      if !Self.isClock(meta.value) {
        report(.durationSyntax, meta.node, "'\(meta.value)' is no duration")
      }
    case "media:active-class", "media:playback-active-class":
      if meta.hasRefines { report(.classRefines, meta.node, "'\(meta.property)' refines nothing") }
      if meta.value.contains(" ") {
        report(.classSeveral, meta.node, "'\(meta.property)' names more than one class")
      }
    default: return
    }
  }

  /// `width=…, height=…`, in either order.
  static func isViewport(_ text: String) -> Bool {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return false }
    let sizes = [parts[0], parts[1].drop { $0 == " " }].map {
      $0.split(separator: "=", omittingEmptySubsequences: false)
    }
    return Set(sizes.compactMap(\.first)) == ["width", "height"]
      && sizes.allSatisfy {
        $0.count == 2 && !$0[1].isEmpty && $0[1].utf8.allSatisfy { (0x30...0x39).contains($0) }
      }
  }

  private static func isClock(_ text: String) -> Bool {
    !text.hasPrefix("npt=") && SMILClock(text) != nil
  }

  private mutating func checkOverlays() {
    let overlaid = outline.items.filter { $0.mediaOverlay != nil }
    guard !overlaid.isEmpty else { return }
    let types = PackageOutline.types(of: outline.items)
    let isOverlaid = Set(overlaid.map(\.node)).contains
    let durations = outline.metas.filter { $0.property == "media:duration" }
    let refined = Set(durations.map(\.refines))
    for item in overlaid {
      let overlay = item.mediaOverlay ?? ""
      let type = types[overlay] ?? ""
      if type != MediaType.smil {
        report(.overlayType, item.node, "the media overlay '\(overlay)' is of type '\(type)'")
      }
      let own = item.mediaType
      if own != MediaType.xhtml, own != MediaType.svg {
        report(.overlayMisplaced, item.node, "a file of type '\(own)' has a media overlay")
      }
      let target = types[overlay] == nil ? "#" : "#" + overlay
      if item.isInManifest, !refined.contains(target) {
        report(
          .overlayWithoutDuration, item.node,
          "the duration of the media overlay '\(overlay)' is missing")
      }
    }
    for manifest in outline["manifest"]
    where outline.children("item", of: manifest).contains(where: isOverlaid)
      && !durations.contains(where: { !$0.hasRefines })
    {
      report(.overlayWithoutTotal, manifest, "the total duration of the media overlays is missing")
    }
  }
}

extension Rule {
  static let renditionTwice = Rule(
    "RSC-005", "rendition-twice", .error, "a property of the whole book is there twice",
    help: "Keep one.", see: "EPUB 3.3 §8.2.2")
  static let renditionRefines = Rule(
    "RSC-005", "rendition-refines", .error, "a property of the whole book refines something",
    help: "Set it at the spine's entry instead.", see: "EPUB 3.3 §8.2.2")
  static let renditionValue = Rule(
    "RSC-005", "rendition-value", .error, "a rendition property has no such value",
    help: "See the property's definition for its values.", see: "EPUB 3.3 §8.2.2")
  static let renditionExclusive = Rule(
    "RSC-005", "rendition-exclusive", .error, "properties of a spine entry exclude each other",
    help: "Keep one of them.", see: "EPUB 3.3 §8.2.2")
  static let durationSyntax = Rule(
    "RSC-005", "duration-malformed", .error, "a duration is no clock value",
    help: "Write it like '0:12:34.5'.", see: "EPUB 3.3 §9.3.5.2.1")
  static let overlayType = Rule(
    "RSC-005", "overlay-type", .error, "a media overlay is of another type than SMIL",
    help: "Let media-overlay name an item of type application/smil+xml.", see: "EPUB 3.3 §9.3.4")
  static let overlayMisplaced = Rule(
    "RSC-005", "overlay-misplaced", .error,
    "something else than a content document has a media overlay",
    help: "Leave the media-overlay attribute out.", see: "EPUB 3.3 §9.3.4")
  static let overlayWithoutTotal = Rule(
    "RSC-005", "overlay-without-total", .error,
    "the total duration of the media overlays is missing",
    help: "Add <meta property=\"media:duration\"> for the book.", see: "EPUB 3.3 §9.3.5.2.1")
  static let overlayWithoutDuration = Rule(
    "RSC-005", "overlay-without-duration", .error, "the duration of a media overlay is missing",
    help: "Add a media:duration that refines its item.", see: "EPUB 3.3 §9.3.5.2.1")
  static let classTwice = Rule(
    "RSC-005", "overlay-class-twice", .error, "a class for media overlays is given twice",
    help: "Keep one.", see: "EPUB 3.3 §9.3.5.1")
  static let classRefines = Rule(
    "RSC-005", "overlay-class-refines", .error, "a class for media overlays refines something",
    help: "Leave its refines attribute out.", see: "EPUB 3.3 §9.3.5.1")
  static let classSeveral = Rule(
    "RSC-005", "overlay-class-several", .error, "more than one class for media overlays is given",
    help: "Name one class.", see: "EPUB 3.3 §9.3.5.1")
}
