internal import FanfoldArchive
internal import FanfoldMarkup

/// Judges one book, from its container to the last of its renditions.
struct BookJudge {
  let validator: Validator
  /// The name of the book, or of the single document.
  let name: String
  var context: Rendition.Context
  var findings: Findings
  var facts = PublicationFacts()
  /// The package documents, and all that the container declares.
  var packages: [String] = []
  var declared: Set<String> = []
  var mapping: String?
  var container: JudgedDocument?
  var isPacked = false
  /// Obfuscated fonts, and where the container says that they are.
  var obfuscated: [(path: String, place: Place)] = []

  init(_ name: String, _ validator: Validator, at desk: Desk) {
    self.name = name.split(separator: "/").last.map(String.init) ?? name
    self.validator = validator
    findings = Findings(limit: validator.limits.findings)
    context = Rendition.Context(
      name: self.name, version: validator.version ?? .epub3, profile: validator.profile,
      files: BookFiles(), desk: desk, isBook: !validator.mode.isSingleDocument)
  }

  /// The book as a whole.
  var whole: Place { Place(name) }

  /// All that was found, in the order of the book.
  func report() -> Report {
    Report(name: name, findings: findings.all, version: context.version, publication: facts)
  }

  /// Judges one document without the book around it.
  mutating func judgeDocument(_ bytes: [UInt8]) {
    let url = BookURL.file(name)
    var rendition = Rendition(context, package: url, findings)
    switch validator.mode {
    case .package: rendition.judge(bytes)
    case .svg: rendition.judge(bytes, url: url, mediaType: MediaType.svg, item: nil)
    case .mediaOverlay: rendition.judge(bytes, url: url, mediaType: MediaType.smil, item: nil)
    case .navigation:
      rendition.judge(bytes, url: url, mediaType: MediaType.xhtml, item: nil, as: .navigation)
    case .xhtml, .epub, .expanded:
      rendition.judge(bytes, url: url, mediaType: MediaType.xhtml, item: nil)
    }
    findings = rendition.findings
    facts = rendition.facts
  }

  /// Judges all that lies in the container.
  mutating func judgeContents() {
    ContainerFilesCheck.check(context.files.paths, at: whole, &findings)
    checkMediaTypeFile()
    guard readContainer(), readPackages() else { return }
    EncryptionCheck.check(&self)
    checkContainerSchemas()
    var listed: Set<String> = []
    var types: [String: String] = [:]
    for path in packages {
      guard let peek = peeks[path] else {
        // It could not be unpacked.
        findings.add(.uniqueIdentifierMissing, at: Place(path))
        continue
      }
      context.types = peek.types
      var rendition = Rendition(context, package: .inBook(path), findings)
      rendition.judge(peek.bytes, known: peek.hasEntities ? nil : peek.document)
      findings = rendition.findings
      if path == packages.first { facts = rendition.facts }
      for item in rendition.package.items where item.url.fragment == nil {
        listed.insert(item.path)
        if types[item.path] == nil { types[item.path] = item.mediaType }
      }
      if context.version == .epub3 {
        listed.formUnion(rendition.package.links.map { $0.document.bookPath })
      }
    }
    checkListing(listed, types)
    checkEnding()
  }

  /// What was seen of each package document, by its path.
  var peeks: [String: PackagePeek] = [:]

  /// The bytes of a file of META-INF, which need not be there but has to be whole.
  mutating func bytesOfMetaFile(_ path: String) -> [UInt8]? {
    let bytes = context.files.bytes(at: path)
    if bytes == nil, context.files.contains(path) {
      findings.add(.itemUnreadable, at: Place(path), "'\(path)' cannot be unpacked")
    }
    return bytes
  }

  /// The files of META-INF have schemas of their own.
  private mutating func checkContainerSchemas() {
    if let container {
      // It was read before the version was known.
      DocumentTypeCheck.check(
        container, mediaType: "application/xml", context.version, &findings)
      DocumentSchemaCheck.checkMeta(container, context, &findings)
    }
    for name in ["metadata", "signatures"] {
      let path = "META-INF/\(name).xml"
      guard let bytes = bytesOfMetaFile(path) else { continue }
      let document = XMLCheck.read(
        bytes, path: path, mediaType: "application/xml", context.version, context.desk, &findings)
      DocumentSchemaCheck.checkMeta(document, context, &findings)
    }
    if context.hasSeveralRenditions, let mapping, let bytes = context.files.bytes(at: mapping) {
      let document = XMLCheck.read(
        bytes, path: mapping, mediaType: MediaType.xhtml, context.version, context.desk, &findings)
      DocumentSchemaCheck.checkMapping(document, context, &findings)
    }
  }

  private mutating func checkListing(_ listed: Set<String>, _ types: [String: String]) {
    for path in context.files.filePaths
    where !path.hasPrefix("META-INF/") && path != "mimetype" && !declared.contains(path)
      && !listed.contains(path)
    {
      findings.add(.fileUnlisted, at: whole, "'\(path)' is in the book and not in the manifest")
    }
    for font in obfuscated {
      guard let type = types[font.path], !MediaType.isCoreFont(type) else { continue }
      findings.add(
        .obfuscatedNoFont, at: font.place, "'\(font.path)' of type '\(type)' is obfuscated")
    }
  }

  private mutating func checkEnding() {
    guard isPacked, let dot = name.lastIndex(of: "."), dot > name.startIndex else { return }
    let ending = String(name[name.index(after: dot)...])
    guard ending != "epub" else { return }
    if ending.lowercased() == "epub" {
      findings.add(.endingCase, at: whole)
    } else {
      findings.add(
        context.version == .epub3 ? .endingUncommon : .endingUncommon2, at: whole,
        "the book's name ends in '.\(ending)'")
    }
  }
}
