internal import FanfoldMarkup
internal import FanfoldStory

/// Writes the parts of a page into a manuscript and enters all other text of the page in the ledger.
struct PageWriter {
  let tree: MarkupTree
  let page: SitePage
  var flattener: HTMLFlattener

  mutating func write(into builder: inout ManuscriptBuilder) {
    flattener.skipped = page.skipped
    for part in page.parts {
      builder.role = part.role
      if let words = part.words {
        builder.sourceLine = tree.position(of: part.node).line
        builder.beginBlock(.paragraph)
        builder.count(words.utf8Span.span)
        builder.add(words.utf8)
      } else {
        flattener.flatten(part.node, into: &builder)
      }
      builder.endBlock()
    }
    builder.role = nil
    enterRest(into: &builder)
  }

  /// Each run of text outside the parts is one entry.
  private func enterRest(into builder: inout ManuscriptBuilder) {
    var run = Run()
    let ordered = page.parts.filter { $0.words == nil }.map(\.node).sorted()
    var partIndex = 0
    for node in tree.descendants(of: tree.root) where tree.kind(of: node) == .text {
      while partIndex < ordered.count, !tree.contains(ordered[partIndex], node),
        ordered[partIndex] < node
      { partIndex += 1 }
      let isInPart = partIndex < ordered.count && tree.contains(ordered[partIndex], node)
      if isInPart, !isSkipped(node, within: ordered[partIndex]) {
        flush(&run, &builder)
        continue
      }
      let bytes = tree.bytes(of: node)
      builder.count(bytes.span)
      let isMetadata = page.metadata.contains { tree.contains($0, node) }
      if run.isMetadata != isMetadata { flush(&run, &builder) }
      run.isMetadata = isMetadata
      if run.text.isEmpty { run.line = tree.position(of: node).line }
      run.text += String(decoding: bytes, as: UTF8.self)
    }
    flush(&run, &builder)
  }

  private func isSkipped(_ node: MarkupTree.Node, within part: MarkupTree.Node) -> Bool {
    !page.skipped.isEmpty
      && tree.ancestors(of: node).contains { page.skipped.contains($0) && tree.contains(part, $0) }
  }

  private struct Run {
    var text = ""
    var line = 1
    var isMetadata = false
  }

  private func flush(_ run: inout Run, _ builder: inout ManuscriptBuilder) {
    let words = run.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
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
