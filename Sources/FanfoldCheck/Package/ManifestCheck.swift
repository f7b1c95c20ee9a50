/// Judges the items of the manifest by themselves (EPUB 3.3 §5.6).
enum ManifestCheck {
  static let rules: [Rule] = [
    .itemTwice, .itemIsPackage, .htmlType, .oldType, .oebType, .oebStyleType, .itemInMetaInf,
    .preferOtherType, .itemWithFragment,
  ]

  static func check(_ rendition: inout Rendition) {
    for (index, item) in rendition.package.items.enumerated() {
      if !rendition.context.isBook, !item.isRemote, !item.url.isData {
        FileNameCheck.check(
          fileName(item, rendition), at: item.place, rendition.version, &rendition.findings)
      }
      let last = rendition.package.itemsByURL[item.url]
      if last != index, last.map({ rendition.package.items[$0].id != item.id }) ?? true {
        rendition.findings.add(
          .itemTwice, at: item.place, "'\(item.path)' is in the manifest more than once")
      } else if item.url == rendition.package.url {
        rendition.findings.add(.itemIsPackage, at: item.place)
      } else if rendition.version == .epub2 {
        check2(item, &rendition)
      } else {
        check3(item, &rendition)
      }
    }
  }

  /// The path from the package document, which is all that is known of it when judged alone.
  ///
  /// Of a file in no folder below the document's it is the whole URL, as EPUBCheck has it.
  private static func fileName(_ item: ManifestItem, _ rendition: Rendition) -> String {
    let depths = BookURL.file("1/2/3/4/5/6/7/8/package.opf")
    if let url = try? URLParser.parse(item.href, base: depths).url,
      !url.path.hasPrefix("/1/2/3/4/5/6/7/8/")
    {
      return "file://" + url.path
    }
    let folder = rendition.package.url.path.prefix { _ in true }
      .split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    return item.url.path.hasPrefix(folder + "/")
      ? String(item.url.path.dropFirst(folder.count + 1)) : String(item.url.path.dropFirst())
  }

  private static func check2(_ item: ManifestItem, _ rendition: inout Rendition) {
    let (type, isOEB) = (item.mediaType, rendition.package.isOEB)
    let isOld = MediaType.isOldContentDocument(type) || type == MediaType.oebStyle
    if isOld, MediaType.isWellFormed(type) {
      if type == MediaType.html {
        rendition.findings.add(
          isOEB ? .oebType : .htmlType, at: item.place, "'\(item.path)' is of type '\(type)'")
      } else if !isOEB {
        rendition.findings.add(.oldType, at: item.place, "'\(item.path)' is of type '\(type)'")
      }
    }
    guard isOEB, !item.hasFallback else { return }
    if MediaType.isContentDocument(type, .epub2) {
      rendition.findings.add(.oebType, at: item.place, "'\(item.path)' is of type '\(type)'")
    } else if type == MediaType.css {
      rendition.findings.add(.oebStyleType, at: item.place, "'\(item.path)' is of type '\(type)'")
    }
  }

  private static func check3(_ item: ManifestItem, _ rendition: inout Rendition) {
    guard !item.url.isData else { return rendition.findings.add(.dataURL, at: item.place) }
    if item.path.hasPrefix("META-INF/") { rendition.findings.add(.itemInMetaInf, at: item.place) }
    guard MediaType.isWellFormed(item.mediaType) else { return }
    if let preferred = MediaType.preferred(to: item.mediaType, path: item.path) {
      rendition.findings.add(
        .preferOtherType, at: item.place, "'\(preferred)' is preferred to '\(item.mediaType)'")
    }
    if !item.isRemote, item.url.fragment != nil {
      rendition.findings.add(.itemWithFragment, at: item.place)
    }
    if let overlay = item.mediaOverlay, !overlay.isEmpty,
      let index = rendition.package.itemsByID[overlay]
    {
      rendition.register(rendition.package.items[index].url, .mediaOverlay, at: item.place)
    }
  }
}

extension Rule {
  static let itemTwice = Rule(
    "OPF-074", "item-twice", .error, "a file is in the manifest more than once",
    help: "Keep one item for each file.", see: "EPUB 3.3 §5.6.2")
  static let itemIsPackage = Rule(
    "OPF-099", "item-is-package", .error, "the manifest lists the package document itself",
    help: "Remove the item.", see: "EPUB 3.3 §5.6.1")
  static let htmlType = Rule(
    "OPF-035", "html-type", .warning, "an item is of type text/html",
    help: "Use application/xhtml+xml.", see: "OPF 2.0.1 §2.3")
  static let oldType = Rule(
    "OPF-037", "old-type", .warning, "an item is of a media type from before EPUB",
    help: "Use application/xhtml+xml or text/css.", see: "OPF 2.0.1 §2.3")
  static let oebType = Rule(
    "OPF-038", "oeb-document-type", .warning, "an item's media type does not fit an OEBPS 1.2 book",
    help: "Use text/x-oeb1-document.", see: "OPF 2.0.1 §2.3")
  static let oebStyleType = Rule(
    "OPF-039", "oeb-style-type", .warning,
    "a style sheet's media type does not fit an OEBPS 1.2 book",
    help: "Use text/x-oeb1-css.", see: "OPF 2.0.1 §2.3")
  static let itemInMetaInf = Rule(
    "PKG-025", "item-in-meta-inf", .error, "a resource of the book lies in META-INF",
    help: "Move it to another folder.", see: "EPUB 3.3 §4.2.6.1")
  static let preferOtherType = Rule(
    "OPF-090", "prefer-other-type", .usage, "there is a better media type for an item",
    help: "Use the preferred one.", see: "EPUB 3.3 §3.2")
  static let itemWithFragment = Rule(
    "OPF-091", "item-with-fragment", .error, "an item's URL has a fragment",
    help: "Leave out '#' and what follows it.", see: "EPUB 3.3 §5.6.2")
}
