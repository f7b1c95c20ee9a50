internal import FanfoldMarkup

/// A media overlay (EPUB 3.3 §9).
struct OverlayCheck {
  static let rules: [Rule] = [
    .clipBackwards, .clipEmpty, .overlayAudioFragment, .overlayAudioType, .overlayMany,
    .overlayUndeclared, .overlayOther, .overlayWithoutText,
  ]

  private let document: JudgedDocument
  private let item: ManifestItem?
  private var urls: URLCheck
  private var vocabularies = Vocabularies.overlay
  private var hasRemote = false

  init(_ document: JudgedDocument, url: BookURL, item: ManifestItem?, isInBook: Bool) {
    self.document = document
    self.item = item
    urls = URLCheck(base: url, isInBook: isInBook)
  }

  /// The first sound without a source, or whose source is no URL: EPUBCheck fails there.
  static func failing(in document: JudgedDocument) -> MarkupTree.Node? {
    let tree = document.tree
    let base = BookURL.inBook(document.path)
    return tree.descendants(of: tree.root).first {
      guard tree.isElement($0, "audio") else { return false }
      return tree.attribute("src", of: $0).map { (try? URLParser.parse($0, base: base)) == nil }
        ?? true
    }
  }

  mutating func run(_ rendition: inout Rendition) {
    for event in document.tree.events {
      switch event {
      case .start(let node): start(node, &rendition)
      case .end(let node):
        if document.tree.isElement(node, "smil"), hasRemote, let item, !item.has("remote-resources")
        {
          rendition.findings.add(
            .propertyUndeclared, at: Place(document.path),
            "the item does not have the property 'remote-resources'")
        }
      case .text, .instruction: continue
      }
    }
  }

  private mutating func start(_ node: MarkupTree.Node, _ rendition: inout Rendition) {
    let (tree, place) = (document.tree, document.place(of: node))
    if let base = tree.attribute("base", in: PackageReader.xmlNamespace, of: node) {
      urls.setBase(base, at: place, &rendition.findings)
    }
    checkSemantics(node, &rendition)
    switch tree.name(of: node) {
    case "smil":
      vocabularies = PropertyCheck.vocabularies(
        .overlay, declaring: tree.attribute("prefix", in: ContentNames.opsNamespace, of: node),
        at: place, &rendition.findings)
    case "body", "seq":
      checkText(
        tree.attribute("textref", in: ContentNames.opsNamespace, of: node), at: place, &rendition)
    case "text": checkText(tree.attribute("src", of: node), at: place, &rendition)
    case "audio":
      guard checkAudio(tree.attribute("src", of: node), at: place, &rendition) else { return }
      checkClip(
        tree.attribute("clipBegin", of: node), tree.attribute("clipEnd", of: node), at: place,
        &rendition)
    default: return
    }
  }

  private func checkSemantics(_ node: MarkupTree.Node, _ rendition: inout Rendition) {
    let place = document.place(of: node)
    let properties = PropertyCheck.properties(
      document.tree.attribute("type", in: ContentNames.opsNamespace, of: node), in: vocabularies,
      mediaType: MediaType.smil, at: place, &rendition.findings)
    for property in properties
    where property.vocabulary == Vocabularies.URL.structure && !property.isListed {
      rendition.findings.add(
        .semanticUnknown, at: place, "no vocabulary has the word '\(property.name)'")
    }
  }

  private mutating func checkText(
    _ text: String?, at place: Place, _ rendition: inout Rendition
  ) {
    guard let url = urls.check(text, at: place, &rendition.findings), rendition.context.isBook,
      let item
    else { return }
    if rendition.overlays[url.document, default: item.id] != item.id {
      rendition.findings.add(
        .overlayMany, at: place, "another media overlay speaks of '\(url.reference)' too")
    } else {
      rendition.overlays[url.document] = item.id
    }
    rendition.register(url, .overlayText, at: place)
  }

  /// `false` when there is no such sound, of which nothing more is asked.
  private mutating func checkAudio(
    _ source: String?, at place: Place, _ rendition: inout Rendition
  ) -> Bool {
    guard let url = urls.check(source, at: place, &rendition.findings) else { return false }
    if let fragment = url.fragment {
      rendition.findings.add(.overlayAudioFragment, at: place, "the audio's URL has '#\(fragment)'")
    }
    guard rendition.context.isBook else { return true }
    let target = url.document
    if let type = rendition.registry.resources[target]?.mediaType, !MediaType.isCoreAudio(type) {
      rendition.findings.add(
        .overlayAudioType, at: place, "'\(target.bookPath)' is of type '\(type)'")
    }
    rendition.register(target, .audio, at: place, hasFallback: true)
    if rendition.isRemote(target) { hasRemote = true }
    return true
  }

  private func checkClip(
    _ begin: String?, _ end: String?, at place: Place, _ rendition: inout Rendition
  ) {
    guard let end, let last = SMILClock(end), let first = SMILClock(begin ?? "0") else { return }
    if first.milliseconds > last.milliseconds {
      rendition.findings.add(.clipBackwards, at: place)
    } else if first == last {
      rendition.findings.add(.clipEmpty, at: place)
    }
  }

  /// What the manifest says of a content document's overlay, beside what the overlays say.
  static func checkItem(_ item: ManifestItem, _ rendition: inout Rendition) {
    let overlay = item.mediaOverlay ?? ""
    if let known = rendition.overlays[item.url] {
      if overlay.isEmpty {
        rendition.findings.add(
          .overlayUndeclared, at: item.place, "'\(item.path)' has a media overlay")
      } else if known != overlay {
        rendition.findings.add(
          .overlayOther, at: item.place, "the media overlay of '\(item.path)' is '\(known)'")
      }
    } else if !overlay.isEmpty {
      rendition.findings.add(
        .overlayWithoutText, at: item.place, "'\(overlay)' does not speak of '\(item.path)'")
    }
  }
}

extension Rule {
  static let clipBackwards = Rule(
    "MED-008", "clip-backwards", .error, "a clip ends before it begins",
    help: "Correct clipBegin or clipEnd.", see: "EPUB 3.3 §9.2.2.7")
  static let clipEmpty = Rule(
    "MED-009", "clip-empty", .error, "a clip ends where it begins",
    help: "Correct clipBegin or clipEnd.", see: "EPUB 3.3 §9.2.2.7")
  static let overlayAudioFragment = Rule(
    "MED-014", "overlay-audio-fragment", .error, "the URL of an overlay's audio has a fragment",
    help: "Use clipBegin and clipEnd.", see: "EPUB 3.3 §9.2.2.7")
  static let overlayAudioType = Rule(
    "MED-005", "overlay-audio-type", .error,
    "the audio of a media overlay is of a type not every reader knows",
    help: "Use MP3, MP4 or Opus.", see: "EPUB 3.3 §9.2.2.7")
  static let overlayMany = Rule(
    "MED-011", "overlay-many", .error, "two media overlays speak of one document",
    help: "Make one of them.", see: "EPUB 3.3 §9.3.1")
  static let overlayUndeclared = Rule(
    "MED-010", "overlay-undeclared", .error,
    "the manifest does not say that a document has a media overlay",
    help: "Add the media-overlay attribute to its item.", see: "EPUB 3.3 §9.3.4")
  static let overlayOther = Rule(
    "MED-012", "overlay-other", .error,
    "the manifest names another media overlay than the one there is",
    help: "Correct the media-overlay attribute.", see: "EPUB 3.3 §9.3.4")
  static let overlayWithoutText = Rule(
    "MED-013", "overlay-without-text", .error, "a document's media overlay does not speak of it",
    help: "Correct the media-overlay attribute.", see: "EPUB 3.3 §9.3.4")
}
