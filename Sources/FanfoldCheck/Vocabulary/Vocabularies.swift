/// The vocabularies that are known, and the prefixes that stand for them in each place.
struct Vocabularies: Sendable {
  /// What the prefixes stand for that need not be declared.
  let byPrefix: [String: Vocabulary]
  /// Vocabularies that are looked into when a prefix is declared for their URL.
  let byURL: [String: Vocabulary]
  /// URLs that no prefix may be declared for, because they need none.
  let defaults: Set<String>
  /// What a document declares.
  private var declared: [(prefix: String, vocabulary: Vocabulary)] = []

  private init(
    byPrefix: [String: Vocabulary], byURL: [String: Vocabulary], defaults: Set<String>
  ) {
    self.byPrefix = byPrefix
    self.byURL = byURL
    self.defaults = defaults
  }

  enum URL {
    static let meta = "http://idpf.org/epub/vocab/package/meta/#"
    static let item = "http://idpf.org/epub/vocab/package/item/#"
    static let itemref = "http://idpf.org/epub/vocab/package/itemref/#"
    static let link = "http://idpf.org/epub/vocab/package/link/#"
    static let rendition = "http://www.idpf.org/vocab/rendition/#"
    static let overlays = "http://www.idpf.org/epub/vocab/overlays/#"
    static let accessibility = "http://www.idpf.org/epub/vocab/package/a11y/#"
    static let scripted = "http://idpf.org/epub/vocab/sc/#"
    static let structure = "http://www.idpf.org/epub/vocab/structure/#"
    static let magazine = "http://www.idpf.org/epub/vocab/structure/magazine/#"
    static let prism = "http://www.prismstandard.org/specifications/3.0/PRISM_CV_Spec_3.0.htm#"
    static let dublinCore = "http://purl.org/dc/elements/1.1/"
  }

  /// What a package document's attribute means.
  enum Use: CaseIterable { case meta, item, itemref, rel, link }

  /// The vocabularies of the attributes in the package document (EPUB 3.3 §D.1.4).
  static let package = Dictionary(
    uniqueKeysWithValues: Use.allCases.map { ($0, package($0)) })

  private static func package(_ use: Use) -> Vocabularies {
    let own: Vocabulary
    var rendition = Vocabulary(nothing)
    var overlays = Vocabulary(nothing)
    var accessibility: Vocabulary? = Vocabulary(nothing)
    var scripted: Vocabulary? = Vocabulary(nothing)
    switch use {
    case .meta:
      own = Vocabulary(URL.meta, "meta")
      rendition = Vocabulary(URL.rendition, "rendition")
      overlays = Vocabulary(URL.overlays, "overlays")
      accessibility = Vocabulary(URL.accessibility, "accessibility")
      scripted = Vocabulary(URL.scripted, "scripted")
    case .item: own = Vocabulary(URL.item, "item")
    case .itemref:
      own = Vocabulary(URL.itemref, "itemref")
      rendition = Vocabulary(URL.rendition, "rendition-itemref")
      scripted = nil
    case .rel:
      own = Vocabulary(URL.link, "rel")
      accessibility = Vocabulary(URL.accessibility, "accessibility-rel")
    case .link: own = Vocabulary(URL.link, "link")
    }
    var prefixes = ["": own, "media": overlays, "rendition": rendition]
    var known = [URL.overlays: overlays, URL.rendition: rendition]
    known[URL.accessibility] = accessibility
    known[URL.scripted] = scripted
    if use == .item || use == .itemref { accessibility = nil }
    prefixes["a11y"] = accessibility
    for (prefix, url) in reserved {
      prefixes[prefix] = .unchecked(url)
      known[url] = .unchecked(url)
    }
    return Vocabularies(
      byPrefix: prefixes, byURL: known, defaults: [URL.item, URL.itemref, URL.meta, URL.link])
  }

  /// What `epub:type` may say in a content document.
  static let content = Vocabularies(
    byPrefix: [
      "": Vocabulary(
        URL.structure, "structure", "data-nav", "dictionary", "index", "comics", open: true),
      "msv": .unchecked(URL.magazine), "prism": .unchecked(URL.prism),
    ],
    byURL: [URL.magazine: .unchecked(URL.magazine), URL.prism: .unchecked(URL.prism)],
    defaults: [URL.structure])

  /// What `epub:type` may say in a media overlay.
  static let overlay = Vocabularies(
    byPrefix: ["": Vocabulary(URL.structure, "structure", open: true)], byURL: [:],
    defaults: [URL.structure])

  /// These vocabularies with the prefixes that a document declares.
  func declaring(_ declaration: PrefixDeclaration) -> Vocabularies {
    var result = self
    for (prefix, url) in declaration.mappings
    where prefix != "_" && !defaults.contains(url) && url != URL.dublinCore {
      result.declared.append((prefix, byURL[url] ?? .unchecked(url)))
    }
    return result
  }

  /// What a prefix stands for: of two declarations the later counts.
  func vocabulary(_ prefix: String) -> Vocabulary? {
    declared.last { $0.prefix == prefix }?.vocabulary ?? byPrefix[prefix]
  }

  private static let nothing = ""

  private static let reserved = [
    "dcterms": "http://purl.org/dc/terms/",
    "marc": "http://id.loc.gov/vocabulary/",
    "onix": "http://www.editeur.org/ONIX/book/codelists/current.html#",
    "schema": "http://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
  ]
}
