internal import FanfoldArchive
internal import FanfoldMarkup

extension BookJudge {
  /// Judges the book as a ZIP container and all that is in it.
  mutating func judgeContainer(_ bytes: [UInt8]) {
    isPacked = true
    ZipCheck.checkStart(bytes, at: whole, &findings)
    let limits = ContainerLimits(
      fileSize: validator.limits.fileSize, totalSize: validator.limits.totalSize,
      entryCount: validator.limits.fileCount)
    do throws(ZipDirectory.Failure) {
      context.files = BookFiles(try ZipDirectory(bytes, limits: limits))
    } catch {
      switch error {
      case .unreadable(let problem): findings.add(.zipUnreadable, at: whole, problem)
      case .entry(let problem): findings.add(.zipUnreadableEntry, at: whole, problem)
      }
      return
    }
    judgeContents()
  }

  /// Judges the book in a folder.
  mutating func judgeFolder(_ folder: FolderFiles) {
    context.files = BookFiles(folder)
    judgeContents()
  }

  mutating func checkMediaTypeFile() {
    guard context.files.contains("mimetype") else {
      if !isPacked { findings.add(.mediaTypeNotFirst, at: Place("mimetype")) }
      return
    }
    guard let bytes = context.files.bytes(at: "mimetype") else { return }
    if bytes != Array("application/epub+zip".utf8) {
      findings.add(.mediaTypeWrong, at: whole)
    }
  }

  /// Finds the package documents; `false` when there is no container document.
  mutating func readContainer() -> Bool {
    let path = "META-INF/container.xml"
    guard let bytes = context.files.bytes(at: path) else {
      if context.files.contains(path) {
        findings.add(.itemUnreadable, at: Place(path), "'\(path)' cannot be unpacked")
        findings.add(.rootfileMissing, at: Place(path))
        return false
      }
      if !findings.all.contains(where: { $0.rule.severity == .fatal }) {
        findings.add(.containerMissing, at: whole)
      }
      return false
    }
    let document = XMLCheck.read(
      bytes, path: path, mediaType: "application/xml", .epub2, context.desk, &findings)
    var urls = URLCheck(base: .inBook(""), isInBook: true)
    let tree = document.tree
    for case .start(let node) in tree.events {
      guard let name = tree.fullName(of: node), name.namespace == Self.containerNamespace else {
        continue
      }
      if name.local == "rootfile" {
        addRootfile(node, document, &urls)
      } else if name.local == "link",
        tree.attribute("rel", of: node)?.trimmingBlanks() == "mapping",
        let href = tree.attribute("href", of: node), !href.trimmingBlanks().isEmpty,
        let url = urls.check(href, at: document.place(of: node), &findings)
      {
        mapping = url.bookPath
        declared.insert(url.bookPath)
      }
    }
    container = document
    return true
  }

  static let containerNamespace = "urn:oasis:names:tc:opendocument:xmlns:container"

  private mutating func addRootfile(
    _ node: MarkupTree.Node, _ document: JudgedDocument, _ urls: inout URLCheck
  ) {
    let place = document.place(of: node)
    guard let path = document.tree.attribute("full-path", of: node) else {
      return findings.add(.rootfileWithoutPath, at: place)
    }
    guard !path.trimmingBlanks().isEmpty else {
      return findings.add(.rootfilePathEmpty, at: place)
    }
    guard let url = urls.check(path, at: place, &findings) else { return }
    let type = (document.tree.attribute("media-type", of: node) ?? "").trimmingBlanks()
    if type.lowercased() == MediaType.package {
      packages.append(url.bookPath + (url.fragment.map { "#" + $0 } ?? ""))
    }
    declared.insert(url.bookPath)
  }

  /// Looks into the package documents for what decides how to judge; `false` when they do not say.
  mutating func readPackages() -> Bool {
    let place = Place("META-INF/container.xml")
    guard !packages.isEmpty else {
      findings.add(.rootfileMissing, at: place)
      return false
    }
    var detected: EPUBVersion?
    for path in packages {
      guard let bytes = context.files.bytes(at: path) else {
        if context.files.contains(path) {
          findings.add(.itemUnreadable, at: Place(path), "'\(path)' cannot be unpacked")
          findings.add(.versionUnknown, at: Place(path))
          continue
        }
        findings.add(.packageMissing, at: place, "there is no '\(path)' in the book")
        return false
      }
      let peek = PackagePeek(bytes, path: path, context.desk)
      if peek.isBroken, !findings.all.contains(where: { $0.rule.severity == .fatal }) {
        findings.add(.notWellFormed, at: Place(path))
      }
      peeks[path] = peek
      if let type = peek.unreachableType {
        findings.add(.itemUnreadable, at: Place(path), "its document type '\(type)' is not known")
      }
      if let version = peek.version {
        detected = detected ?? version
      } else {
        findings.add(.versionUnknown, at: Place(path), peek.problem)
        if path == packages[0], peek.isStatedWrong {
          checkEncoding(of: path)
          return false
        }
      }
    }
    guard let detected else {
      for path in packages { checkEncoding(of: path) }
      return false
    }
    decide(detected)
    return true
  }

  private mutating func checkEncoding(of package: String) {
    guard let bytes = peeks[package]?.bytes else { return }
    XMLCheck.check(XMLEncoding(bytes), mediaType: "", at: Place(package), &findings)
  }

  /// Settles the version and the profile to judge by.
  private mutating func decide(_ detected: EPUBVersion) {
    let package = Place(packages[0])
    context.version = validator.version ?? detected
    if context.version != detected {
      findings.add(
        .otherVersion, at: package,
        "the book says it is EPUB \(detected.rawValue), and is judged as \(context.version.rawValue)"
      )
    }
    let severalPlace = Place("META-INF/container.xml")
    if context.version == .epub2 {
      if context.profile != .standard { findings.add(.profileInEPUB2, at: package) }
      context.profile = .standard
      if packages.count > 1 { findings.add(.severalInEPUB2, at: severalPlace) }
      return
    }
    // The first package that is of a known type settles it for all.
    let known = [
      ("dictionary", Profile.dictionaries), ("edupub", .education), ("index", .indexes),
      ("preview", .previews),
    ]
    let types = packages.map { peeks[$0]?.types ?? [] }
    let found = types.lazy.compactMap { types in known.first { types.contains($0.0) } }.first
    if let found, found.1 != context.profile {
      findings.add(
        .profileByType, at: package, "the book is of type '\(found.0)' and is judged as such")
      context.profile = found.1
    }
    guard packages.count > 1 else { return }
    context.hasSeveralRenditions = true
    if !context.files.contains("META-INF/metadata.xml") {
      findings.add(.renditionMetadataMissing, at: whole)
    }
  }
}
