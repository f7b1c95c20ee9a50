internal import FanfoldMarkup
internal import FanfoldStory

/// What a FictionBook says about itself in its `<description>`.
struct FB2Description {
  private let tree: MarkupTree
  private let binaries: FB2Binaries

  init(_ tree: MarkupTree, binaries: FB2Binaries) {
    self.tree = tree
    self.binaries = binaries
  }

  /// States the facts and enters all words of the description in the ledger.
  func state(in builder: inout ManuscriptBuilder) {
    guard let description = child("description", of: nil) else { return }
    if let info = child("title-info", of: description) { state(info, in: &builder) }
    for node in tree.descendants(of: description) where tree.kind(of: node) == .text {
      let words = tree.text(of: node).inOneLine
      guard !words.isEmpty else { continue }
      builder.count(words.utf8Span.span)
      builder.take(
        words, .metadata, rule: "page-metadata", reason: "what the book says about the story")
    }
  }

  private func state(_ info: MarkupTree.Node, in builder: inout ManuscriptBuilder) {
    for node in tree.children(of: info) where tree.kind(of: node) == .element {
      switch tree.name(of: node) {
      case "author": state(.author, person(node), in: &builder)
      case "translator": state(.translator, person(node), in: &builder)
      case "book-title": state(.title, tree.text(of: node), in: &builder)
      case "annotation": state(.summary, paragraphs(node), in: &builder)
      case "lang": state(.language, tree.text(of: node), in: &builder)
      case "date":
        state(.published, tree.attribute("value", of: node) ?? tree.text(of: node), in: &builder)
      case "keywords":
        for word in tree.text(of: node).split(separator: ",") {
          state(.tag, String(word), in: &builder)
        }
      case "sequence": stateSeries(node, in: &builder)
      case "coverpage": setCover(node, in: &builder)
      default: break
      }
    }
  }

  private func state(
    _ field: HeaderLabels.Field, _ value: String, in builder: inout ManuscriptBuilder
  ) {
    let words = field == .summary ? value : value.inOneLine
    guard !words.isEmpty else { return }
    builder.state(.field(field), words, isItem: field == .author || field == .tag)
  }

  /// "Anna Petrowna Karenina", or the nickname of one who gives no other name.
  private func person(_ node: MarkupTree.Node) -> String {
    let parts = ["first-name", "middle-name", "last-name"].compactMap { part in
      child(part, of: node).map { tree.text(of: $0).inOneLine }
    }
    let name = parts.filter { !$0.isEmpty }.joined(separator: " ")
    guard name.isEmpty else { return name }
    return child("nickname", of: node).map { tree.text(of: $0) } ?? ""
  }

  private func paragraphs(_ node: MarkupTree.Node) -> String {
    tree.children(of: node).filter { tree.kind(of: $0) == .element }
      .map { tree.text(of: $0).inOneLine }.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private func stateSeries(_ node: MarkupTree.Node, in builder: inout ManuscriptBuilder) {
    guard let name = tree.attribute("name", of: node) else { return }
    let number = tree.attribute("number", of: node).map { " #" + $0 } ?? ""
    state(.series, name + number, in: &builder)
  }

  private func setCover(_ node: MarkupTree.Node, in builder: inout ManuscriptBuilder) {
    guard let image = child("image", of: node) else { return }
    let picture = binaries.picture(of: image)
    if let bytes = picture.bytes { builder.setCover(bytes, name: picture.name) }
  }

  /// The first element of that name in another, or in the document's own.
  private func child(_ name: String, of node: MarkupTree.Node?) -> MarkupTree.Node? {
    let outer = node ?? tree.children(of: tree.root).first { tree.kind(of: $0) == .element }
    return outer.flatMap { outer in tree.children(of: outer).first { tree.isElement($0, name) } }
  }
}
