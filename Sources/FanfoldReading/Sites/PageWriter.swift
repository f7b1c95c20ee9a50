internal import FanfoldMarkup
internal import FanfoldStory

/// Writes the parts of a page into a manuscript and enters all other text of the page in the ledger.
struct PageWriter {
  private let tree: MarkupTree
  private let page: SitePage
  private var flattener: HTMLFlattener
  /// The pieces whose own text goes into the story.
  private let written: MarkupTree.NodeSet
  private let skipped: MarkupTree.NodeSet
  private let metadata: MarkupTree.NodeSet

  init(tree: MarkupTree, page: SitePage, styles: PageStyles, neighbours: Neighbours) {
    self.tree = tree
    self.page = page
    flattener = HTMLFlattener(tree, styles: styles, neighbours: neighbours)
    let nodes = page.parts.filter { $0.words == nil }.map(\.node)
    written = MarkupTree.NodeSet(nodes)
    skipped = MarkupTree.NodeSet(page.skipped)
    metadata = MarkupTree.NodeSet(page.metadata)
    flattener.rules = MarkupTree.NodeSet(page.rules)
    flattener.skipped = MarkupTree.NodeSet(page.skipped.union(nodes))
  }

  mutating func write(into builder: inout ManuscriptBuilder) {
    for part in page.parts {
      builder.role = part.role
      if let words = part.words {
        builder.sourceLine = tree.position(of: part.node).line
        builder.beginBlock(.paragraph)
        builder.count(words.utf8Span.span)
        builder.add(words.utf8)
      } else {
        // A piece within this one is written for itself.
        flattener.skipped.remove(part.node)
        flattener.flattenPart(part.node, into: &builder)
        flattener.skipped.insert(part.node)
      }
      builder.endBlock()
    }
    builder.role = nil
    var run = Run()
    enterRest(of: tree.root, isWritten: false, isMetadata: false, &run, &builder)
    flush(&run, &builder)
  }

  /// Enters the text outside the parts; each run of it is one entry.
  private func enterRest(
    of node: MarkupTree.Node, isWritten: Bool, isMetadata: Bool, _ run: inout Run,
    _ builder: inout ManuscriptBuilder
  ) {
    let isWritten = written.contains(node) || isWritten && !skipped.contains(node)
    let isMetadata = isMetadata || metadata.contains(node)
    switch tree.kind(of: node) {
    case .text:
      if isWritten { return flush(&run, &builder) }
      let bytes = tree.bytes(of: node)
      builder.count(bytes.span)
      if run.isMetadata != isMetadata { flush(&run, &builder) }
      run.isMetadata = isMetadata
      if run.text.isEmpty { run.line = tree.position(of: node).line }
      run.text += String(decoding: bytes, as: UTF8.self)
    case .element, .document:
      for child in tree.children(of: node) {
        enterRest(of: child, isWritten: isWritten, isMetadata: isMetadata, &run, &builder)
      }
    case .rawText, .comment, .instruction:
      break
    }
  }

  private struct Run {
    var text = ""
    var line = 1
    var isMetadata = false
  }

  private func flush(_ run: inout Run, _ builder: inout ManuscriptBuilder) {
    guard !run.text.isEmpty else { return }
    let words = run.text.inOneLine
    if !words.isEmpty {
      builder.sourceLine = run.line
      if run.isMetadata {
        builder.take(
          words, .metadata, rule: "page-metadata", reason: "what \(page.site) says about the story")
      } else {
        builder.take(words, .removed, rule: "page-furniture", reason: "furniture of \(page.site)")
      }
    }
    run = Run()
  }
}
