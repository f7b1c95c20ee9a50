internal import FanfoldMarkup

extension Rendition {
  /// Judges the package document and all that it lists.
  ///
  /// - Parameter known: The document, if it was read before.
  mutating func judge(_ bytes: [UInt8], known: JudgedDocument? = nil) {
    judgePackageDocument(bytes, known)
    guard context.isBook, !package.isGivenUp else { return }
    if !package.identifierExists {
      findings.add(
        .uniqueIdentifierMissing, at: packagePlace,
        "there is no dc:identifier '\(package.identifierID ?? "")'")
    }
    registry.register(package.url, mediaType: MediaType.package)
    for index in package.items.indices {
      registry.register(
        package.items[index].url, mediaType: package.items[index].mediaType, item: index)
    }
    SpineCheck.checkGuide(&self)
    for item in package.items where !item.isRemote { judge(item) }
    if version == .epub3 { ResourceUseCheck.check(&self) }
    ReferenceCheck.check(&self)
    if version == .epub3 { PublicationCheck.check(&self) }
  }

  /// Judges the package document by itself.
  mutating func judgePackageDocument(_ bytes: [UInt8], _ known: JudgedDocument? = nil) {
    var document = read(
      bytes, path: package.url.bookPath, mediaType: MediaType.package, known: known)
    if version == .epub3, let failing = PackageReader.failing(in: document) {
      giveUp(&document, after: failing)
      package.isGivenUp = true
    }
    PackageSchemaCheck.check(document, &self)
    var reader = PackageReader(document, url: package.url, isBook: context.isBook)
    reader.read(into: &self)
    guard !document.isGivenUp, !package.isGivenUp else { return }
    ManifestCheck.check(&self)
    SpineCheck.check(&self)
    if version == .epub3 { CollectionCheck.check(isWhole: document.xml.fault == nil, &self) }
    facts.version = package.versionText
    facts.identifier = package.identifier
    facts.spineCount = package.spine.count
    facts.hasFixedLayout = package.items.contains(where: \.isFixedLayout)
  }

  private mutating func judge(_ item: ManifestItem) {
    guard !item.url.isData, item.url.document != package.url else { return }
    let place = Place(item.path)
    guard !isMistaken(item) else {
      return findings.add(
        .documentGivenUp, at: packagePlace, "'\(item.path)' is not what its type says")
    }
    guard item.url.fragment == nil, item.url.query == nil, context.files.contains(item.path)
    else {
      return findings.add(
        .itemMissing, at: Place(item.url.reference), "'\(item.path)' is not in the book")
    }
    guard !context.files.isEncrypted(item.path) else {
      return findings.add(
        .itemEncrypted, at: place, "'\(item.path)' is encrypted and was not looked at")
    }
    guard let bytes = context.files.bytes(at: item.path) else {
      return findings.add(unreadable(item), at: place, "'\(item.path)' cannot be unpacked")
    }
    if !context.files.isWhole(bytes, at: item.path) { findings.add(.checksumDiffers, at: place) }
    judge(bytes, url: item.url, mediaType: item.mediaType, item: item)
  }

  /// How bad it is that a file cannot be unpacked: of many EPUBCheck does not look into the file.
  private func unreadable(_ item: ManifestItem) -> Rule {
    if item.isNCX || item.isNavigation { return .itemUnreadable }
    switch item.mediaType.lowercased() {
    case "image/gif", "image/jpeg", "image/png": return .imageBroken
    case MediaType.xhtml, MediaType.svg, MediaType.css, MediaType.dtbook: return .itemUnreadable
    case MediaType.html, MediaType.oebDocument:
      return version == .epub2 ? .itemUnreadable : .checksumDiffers
    case MediaType.smil, MediaType.searchKeyMap:
      return version == .epub3 ? .itemUnreadable : .checksumDiffers
    default: return .checksumDiffers
    }
  }

  /// Whether an item is used as something its media type cannot be: EPUBCheck stops at it.
  private func isMistaken(_ item: ManifestItem) -> Bool {
    let type = item.mediaType
    if item.isNCX { return type != MediaType.ncx }
    if item.isNavigation { return type != MediaType.xhtml }
    guard type != MediaType.xhtml else { return false }
    let exact =
      [MediaType.dtbook] + (version == .epub3 ? [MediaType.smil, MediaType.searchKeyMap] : [])
    return !exact.contains(type) && exact.contains(type.lowercased())
  }

  /// Judges a resource by its media type.
  mutating func judge(
    _ bytes: [UInt8], url: BookURL, mediaType: String, item: ManifestItem?,
    as mode: Mode = .epub
  ) {
    let path = url.bookPath
    let type = mediaType.lowercased()
    if item?.isNCX == true {
      let document = read(bytes, path: path, mediaType: mediaType)
      DocumentSchemaCheck.checkNCX(document, &self)
      return NCXCheck.check(document, url: url, &self)
    }
    let isNavigation = mode == .navigation || item?.isNavigation == true
    switch type {
    case _ where isNavigation, MediaType.xhtml, MediaType.svg:
      judgeContent(bytes, url: url, mediaType: mediaType, item: item, isNavigation: isNavigation)
    case MediaType.html where version == .epub2, MediaType.oebDocument where version == .epub2:
      judgeContent(bytes, url: url, mediaType: mediaType, item: item, isNavigation: false)
    case MediaType.smil where version == .epub3:
      var document = read(bytes, path: path, mediaType: mediaType)
      if let failing = OverlayCheck.failing(in: document) { giveUp(&document, after: failing) }
      DocumentSchemaCheck.checkOverlay(document, &self)
      var check = OverlayCheck(document, url: url, item: item, isInBook: context.isBook)
      check.run(&self)
    case MediaType.searchKeyMap where version == .epub3:
      let document = read(bytes, path: path, mediaType: mediaType)
      DocumentSchemaCheck.checkSearchKeyMap(document, &self)
      SearchKeyMapCheck.check(document, url: url, &self)
    case MediaType.dtbook:
      let document = read(bytes, path: path, mediaType: mediaType)
      judge(document, by: .talkingBook)
      DTBookCheck.check(document, url: url, &self)
    case MediaType.package: judgeInnerPackage(bytes, url)
    case MediaType.css: StyleCheck.check(bytes, url: url, item: item, &self)
    case "image/gif", "image/jpeg", "image/png":
      ImageCheck.check(bytes, path: path, mediaType: mediaType, &findings)
    default: return
    }
  }

  /// A package document that is listed in another is judged with all that it lists. What lists
  /// each other is not followed, nor more of them than a book may have a use for.
  private mutating func judgeInnerPackage(_ bytes: [UInt8], _ url: BookURL) {
    guard context.isBook, !isInner, innerPackages < 16 else { return }
    innerPackages += 1
    var inner = Rendition(context, package: url, findings)
    inner.isInner = true
    inner.judge(bytes)
    findings = inner.findings
  }

  private mutating func judgeContent(
    _ bytes: [UInt8], url: BookURL, mediaType: String, item: ManifestItem?, isNavigation: Bool
  ) {
    if isNavigation, version == .epub2 {
      findings.add(.navigationInEPUB2, at: Place(url.bookPath))
    }
    let document = read(bytes, path: url.bookPath, mediaType: mediaType)
    DocumentSchemaCheck.checkContent(
      document, mediaType: mediaType, item: item, isNavigation: isNavigation, &self)
    var pass = ContentPass(
      document, url: url, mediaType: mediaType, item: item,
      isNavigation: isNavigation && version == .epub3, context)
    pass.run(&self)
  }

  /// Forgets what stands behind an element at which EPUBCheck fails.
  private mutating func giveUp(_ document: inout JudgedDocument, after node: MarkupTree.Node) {
    document.giveUp(after: node)
    findings.takeBack(.notWellFormed, in: document.path)
  }

  /// Parses a document; what cannot be judged of it is cut off.
  mutating func read(
    _ bytes: [UInt8], path: String, mediaType: String, known: JudgedDocument? = nil
  ) -> JudgedDocument {
    var document = XMLCheck.read(
      bytes, path: path, mediaType: mediaType, version, context.desk, known: known, &findings)
    guard version == .epub3,
      let end = ReservedAttributeCheck.check(document, mediaType: mediaType, &findings)
    else { return document }
    document.cut(before: end)
    findings.takeBack(.notWellFormed, in: path)
    if context.isBook {
      findings.add(.documentGivenUp, at: packagePlace, "'\(path)' could not be judged to its end")
    }
    return document
  }
}

/// The rules about items and their files.
enum ItemCheck {
  static let rules: [Rule] = [
    .uniqueIdentifierMissing, .itemMissing, .itemEncrypted, .itemUnreadable, .navigationInEPUB2,
  ]
}

extension Rule {
  static let uniqueIdentifierMissing = Rule(
    "OPF-030", "unique-identifier-missing", .error, "the unique identifier is not in the metadata",
    help: "Give a dc:identifier the id that 'package' names.", see: "EPUB 3.3 §5.4")
  static let itemMissing = Rule(
    "RSC-001", "item-missing", .error, "a file of the manifest is not in the book",
    help: "Add the file, or remove its item.", see: "EPUB 3.3 §5.6.1")
  static let itemEncrypted = Rule(
    "RSC-004", "item-encrypted", .info, "a file is encrypted and was not looked at",
    help: "Check the book before it is encrypted.")
  static let itemUnreadable = Rule(
    "PKG-008", "item-unreadable", .fatal, "a file cannot be unpacked",
    help: "Pack the book anew.", see: "EPUB 3.3 §4.3")
  static let navigationInEPUB2 = Rule(
    "NAV-001", "navigation-in-epub-2", .error,
    "a book of EPUB 2 has a navigation document of EPUB 3",
    help: "Use an NCX.", see: "OPF 2.0.1 §2.4.1")
}
