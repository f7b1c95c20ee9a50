internal import FanfoldMarkup
internal import FanfoldPublication

/// A document of a book's reading order.
struct BookDocument {
  let path: String
  let tree: MarkupTree
  let styles: PageStyles
  /// What the document says it is: the `epub:type` of its body, or of the one section it is made of.
  let types: Set<String>

  init(path: String, tree: MarkupTree, sheets: [[UInt8]] = []) {
    self.path = path
    self.tree = tree
    var styles = PageStyles(tree)
    for sheet in sheets { styles.read(String(decoding: sheet, as: UTF8.self)) }
    self.styles = styles
    types = Self.types(tree)
  }

  var body: MarkupTree.Node? {
    tree.descendants(of: tree.root).first { tree.isElement($0, "body") }
      ?? tree.children(of: tree.root).first { tree.kind(of: $0) == .element }
  }

  /// How many letters and other signs a reader sees in it.
  var size: Int {
    guard let body else { return 0 }
    return tree.descendants(of: body).reduce(0) { sum, node in
      guard tree.kind(of: node) == .text else { return sum }
      return sum + tree.bytes(of: node).lazy.filter { $0 > 0x20 }.count
    }
  }

  /// The documents in reading order, those beside it last; what cannot be read is remarked.
  static func all(of publication: Publication, remarks: inout [String]) -> [BookDocument] {
    let spine = publication.package.spine
    var sheets: [String: [UInt8]] = [:]
    var seen: Set<String> = []
    var documents: [BookDocument] = []
    for place in spine.filter(\.isLinear) + spine.filter({ !$0.isLinear }) {
      let path = place.item.path
      guard seen.insert(path).inserted, isContent(place.item.mediaType, path) else { continue }
      do throws(PublicationError) {
        let tree = try publication.document(at: path)
        let links = linkedSheets(tree, at: path)
        for link in links where sheets[link] == nil {
          sheets[link] = (try? publication.bytes(at: link)) ?? []
        }
        documents.append(
          BookDocument(path: path, tree: tree, sheets: links.compactMap { sheets[$0] }))
      } catch {
        remarks.append(
          "'\(path)' is missing from the story: \(ReadError(error, file: "").problem)")
      }
    }
    return documents
  }

  private static func isContent(_ mediaType: String, _ path: String) -> Bool {
    mediaType.contains("html") || mediaType.contains("dtbook") || mediaType.isEmpty
      || path.lowercased().hasSuffix("html")
  }

  private static func linkedSheets(_ tree: MarkupTree, at path: String) -> [String] {
    tree.descendants(of: tree.root).filter {
      tree.isElement($0, "link")
        && Folding.fold(tree.attribute("rel", of: $0) ?? "").contains("stylesheet")
    }
    .compactMap { link in
      tree.attribute("href", of: link).flatMap { ContainerPath.resolve($0, from: path) }
    }
  }

  private static func types(_ tree: MarkupTree) -> Set<String> {
    guard let body = tree.descendants(of: tree.root).first(where: { tree.isElement($0, "body") })
    else { return [] }
    var types: Set<String> = []
    var node = body
    while true {
      let words = tree.attribute("epub:type", of: node) ?? ""
      types.formUnion(words.split(whereSeparator: \.isWhitespace).map(String.init))
      let children = tree.children(of: node).filter { tree.kind(of: $0) == .element }
      guard children.count == 1, let only = children.first,
        ["section", "div", "article", "nav", "main"].contains(tree.name(of: only))
      else { return types }
      node = only
    }
  }
}
