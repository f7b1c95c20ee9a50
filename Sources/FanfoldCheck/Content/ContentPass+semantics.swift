internal import FanfoldMarkup

extension ContentPass {
  /// What `epub:type` says of an element (EPUB 3.3 §D.7).
  mutating func checkSemantics(
    _ node: Node, _ name: ContentNames.Element, _ rendition: inout Rendition
  ) {
    let properties = PropertyCheck.properties(
      attribute("type", in: ContentNames.opsNamespace, node), in: vocabularies,
      mediaType: mediaType, at: place(node), &rendition.findings)
    for property in properties where property.vocabulary == Vocabularies.URL.structure {
      guard property.isListed else {
        rendition.findings.add(
          .semanticUnknown, at: place(node), "no vocabulary has the word '\(property.name)'")
        continue
      }
      note(property.name, node, name, &rendition)
    }
  }

  private mutating func note(
    _ word: String, _ node: Node, _ name: ContentNames.Element, _ rendition: inout Rendition
  ) {
    switch word {
    case "pagebreak": rendition.features.pageBreaks += 1
    case "index", "glossary": allowed.insert(word)
    case "dictionary": rendition.features.dictionaries.append(place(node))
    case "region-based":
      if name == .nav, item?.has("data-nav") == true {
        isInRegionNavigation = true
      } else {
        rendition.findings.add(.regionMisplaced, at: place(node))
      }
    default: break
    }
    guard isNavigation, name == .nav else { return }
    switch word {
    case "toc", "landmarks": navigationKind = NavigationKind(rawValue: word)
    case "page-list":
      navigationKind = .pageList
      rendition.features.hasPageList = true
    case "loa", "loi", "lot", "lov": rendition.features.lists.insert(word)
    default: return
    }
  }

  /// A link in the navigation document (EPUB 3.3 §7.3).
  mutating func startNavigationLink(_ node: Node, _ rendition: inout Rendition) {
    guard let href = attribute("href", node), let target = url(href, at: place(node), &rendition)
    else {
      return
    }
    if navigationKind == .toc, rendition.features.tocLinks.last != place(node) {
      rendition.features.tocLinks.append(place(node))
    }
    guard let kind = navigationKind else { return }
    if rendition.isRemote(target) {
      rendition.findings.add(
        .navigationRemote, at: place(node), "the \(kind.rawValue) links to '\(href)'")
    } else if kind != .landmarks {
      rendition.register(target, kind == .toc ? .tocLink : .pageListLink, at: place(node))
    }
  }

  /// What the profile for education wants to know.
  mutating func noteSemantics(
    _ node: Node, _ name: ContentNames.Element, _ attributes: ContentNames.Attributes,
    _ rendition: inout Rendition
  ) {
    if attributes.contains(.microdata), rendition.features.microdata == nil {
      rendition.features.microdata = place(node)
    }
    if attributes.contains(.property) { rendition.features.hasRDFa = true }
    guard rendition.context.profile == .education, name.isHTML, isLinear else { return }
    if name == .body {
      isInBody = true
    } else if name == .section || isInBody {
      rendition.features.sections.insert(place(node))
      isInBody = false
    }
  }

  private var isLinear: Bool { item.map { $0.isInSpine && $0.isLinear } ?? true }

  // MARK: Viewport

  /// The size that a document of fixed layout gives (EPUB 3.3 §8.2.2.6).
  mutating func checkViewport(_ node: Node, _ rendition: inout Rendition) {
    guard (attribute("name", node) ?? "").trimmingBlanks() == "viewport" else { return }
    let content = attribute("content", node) ?? ""
    guard item?.isFixedLayout == true else {
      return rendition.findings.add(
        .viewportNotFixed, at: place(node), "the viewport '\(content)' means nothing here")
    }
    guard !hasViewport else {
      return rendition.findings.add(
        .viewportSecond, at: place(node), "the viewport '\(content)' means nothing here")
    }
    hasViewport = true
    guard let viewport = Viewport(content) else {
      return rendition.findings.add(.viewportSyntax, at: place(node), "'\(content)' is no viewport")
    }
    for size in ["width", "height"] {
      let values = viewport.values(of: size)
      guard let first = values.first else {
        rendition.findings.add(.viewportSizeMissing, at: place(node), "the viewport has no \(size)")
        continue
      }
      if values.count > 1 {
        rendition.findings.add(
          .viewportTwice, at: place(node), "the viewport has more than one \(size)")
      }
      if !Viewport.isSize(first, size) {
        rendition.findings.add(.viewportSize, at: place(node), "'\(first)' is no \(size)")
      }
    }
  }
}

/// The rules about navigation, semantics and fixed layout in content documents.
enum ContentLayoutCheck {
  static let rules: [Rule] = [
    .regionMisplaced, .navigationRemote, .viewportMissing, .viewportNotFixed, .viewportSecond,
    .viewportSyntax, .viewportSizeMissing, .viewportTwice, .viewportSize, .viewBoxMissing,
  ]
}

extension Rule {
  static let regionMisplaced = Rule(
    "HTM-052", "region-misplaced", .error, "'region-based' stands where it has no meaning",
    help: "Use it at a 'nav' of a data navigation document.",
    see: "EPUB Region-Based Navigation 1.0 §2.3")
  static let navigationRemote = Rule(
    "NAV-010", "navigation-remote", .error, "the navigation document links out of the book",
    help: "Link to the book's own documents.", see: "EPUB 3.3 §7.4.1")
  static let viewportMissing = Rule(
    "HTM-046", "viewport-missing", .error, "a document of fixed layout does not give its size",
    help: "Add <meta name=\"viewport\" content=\"width=…, height=…\"/>.", see: "EPUB 3.3 §8.2.2.6")
  static let viewportNotFixed = Rule(
    "HTM-060b", "viewport-not-fixed", .usage, "a viewport is given where the layout is not fixed",
    help: "Remove it: readers take no notice.")
  static let viewportSecond = Rule(
    "HTM-060a", "viewport-second", .usage, "a second viewport is given",
    help: "Remove it: readers take no notice.")
  static let viewportSyntax = Rule(
    "HTM-047", "viewport-syntax", .error, "a viewport is malformed",
    help: "Write 'width=600, height=800'.", see: "EPUB 3.3 §8.2.2.6")
  static let viewportSizeMissing = Rule(
    "HTM-056", "viewport-size-missing", .error, "a viewport gives one size only",
    help: "Give width and height.", see: "EPUB 3.3 §8.2.2.6")
  static let viewportTwice = Rule(
    "HTM-059", "viewport-size-twice", .error, "a viewport gives a size twice",
    help: "Keep one.", see: "EPUB 3.3 §8.2.2.6")
  static let viewportSize = Rule(
    "HTM-057", "viewport-size", .error, "a viewport's size is no number",
    help: "Write a number without a unit.", see: "EPUB 3.3 §8.2.2.6")
  static let viewBoxMissing = Rule(
    "HTM-048", "view-box-missing", .error, "an SVG document of fixed layout does not give its size",
    help: "Add a viewBox attribute to the outermost 'svg'.", see: "EPUB 3.3 §8.2.2.6")
}
