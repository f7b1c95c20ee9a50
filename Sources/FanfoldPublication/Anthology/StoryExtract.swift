internal import FanfoldArchive
internal import FanfoldMarkup

/// Takes a story out of an anthology: its files, where they were, in a container of their own.
struct StoryExtract {
  private let member: BoundStories.Member
  private var book: Publication { member.publication }

  init(_ member: BoundStories.Member) { self.member = member }

  func epub() throws(PublicationError) -> [UInt8] {
    var files = [
      ContainerFile(
        path: "mimetype", bytes: Array("application/epub+zip".utf8), storage: .stored)
    ]
    switch member.source {
    case .package(let package):
      files.append(container(package.path))
      files.append(try file(package.path))
      for item in package.manifest where book.container.entry(at: item.path) != nil {
        files.append(try file(item.path))
      }
    case .pages(let pages, let line):
      files.append(container("story.opf"))
      let items = items(of: pages)
      files.append(
        ContainerFile(path: "story.opf", bytes: package(items: items, pages: pages)))
      files.append(ContainerFile(path: "story-nav.xhtml", bytes: navigation(line)))
      for item in items { files.append(try file(item.path)) }
    }
    do throws(ArchiveError) {
      return try ContainerWriter.write(files, modified: 0)
    } catch {
      throw .container(error)
    }
  }

  private func file(_ path: String) throws(PublicationError) -> ContainerFile {
    // They are unpacked again at once.
    ContainerFile(path: path, bytes: try book.bytes(at: path), storage: .stored)
  }

  /// The pages, and what else lies in their folder.
  private func items(of pages: [PackageDocument.Item]) -> [PackageDocument.Item] {
    guard let first = pages.first,
      let range = first.path.firstRange(of: member.name + "/")
    else { return pages }
    let folder = first.path[..<range.upperBound]
    return book.package.manifest.filter {
      $0.path.hasPrefix(folder) && book.container.entry(at: $0.path) != nil
    }
  }

  private func container(_ package: String) -> ContainerFile {
    let bytes = MarkupWriter.document(
      "container",
      ["xmlns": "urn:oasis:names:tc:opendocument:xmlns:container", "version": "1.0"]
    ) { out in
      out.group("rootfiles") {
        $0.voidLine(
          "rootfile", ["full-path": package, "media-type": "application/oebps-package+xml"])
      }
    }
    return ContainerFile(path: "META-INF/container.xml", bytes: bytes)
  }

  private func package(
    items: [PackageDocument.Item], pages: [PackageDocument.Item]
  ) -> [UInt8] {
    MarkupWriter.document(
      "package",
      [
        "xmlns": "http://www.idpf.org/2007/opf", "version": "3.0", "unique-identifier": "uid",
      ]
    ) { out in
      out.group("metadata", ["xmlns:dc": "http://purl.org/dc/elements/1.1/"]) { out in
        if !member.title.isEmpty { out.line("dc:title") { $0.text(member.title) } }
        if let language = book.package.metadata.first("dc:language") {
          out.line("dc:language") { $0.text(language) }
        }
      }
      out.group("manifest") { out in
        out.voidLine(
          "item",
          [
            "id": "nav", "href": "story-nav.xhtml", "media-type": "application/xhtml+xml",
            "properties": "nav",
          ])
        for (index, item) in items.enumerated() {
          out.voidLine(
            "item",
            [
              "id": "item-\(index)", "href": Self.reference(to: item.path),
              "media-type": item.mediaType,
            ])
        }
      }
      out.group("spine") { out in
        for page in pages {
          guard let index = items.firstIndex(of: page) else { continue }
          out.voidLine("itemref", ["idref": "item-\(index)"])
        }
      }
    }
  }

  private func navigation(_ line: ContentsEntry) -> [UInt8] {
    MarkupWriter.document(
      "html",
      [
        "xmlns": "http://www.w3.org/1999/xhtml", "xmlns:epub": "http://www.idpf.org/2007/ops",
      ]
    ) { out in
      out.group("body") { out in
        out.group("nav", ["epub:type": "toc"]) { write([line], to: &$0) }
      }
    }
  }

  private func write(_ lines: [ContentsEntry], to out: inout MarkupWriter) {
    guard !lines.isEmpty else { return }
    out.group("ol") { out in
      for line in lines {
        out.group("li") { out in
          let fragment = line.fragment.map { "#\($0)" } ?? ""
          let target = line.path.map { Self.reference(to: $0) + fragment }
          out.line(target == nil ? "span" : "a", ["href": target]) { $0.text(line.title) }
          write(line.children, to: &out)
        }
      }
    }
  }

  /// A path from the container's root as a reference.
  private static func reference(to path: String) -> String {
    var reference = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        reference.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        reference += digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return reference
  }
}
