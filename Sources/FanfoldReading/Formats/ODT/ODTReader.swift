internal import FanfoldMarkup

/// An OpenDocument text (ODF 1.3), in its container or as one flat file → manuscript.
///
/// The account counts the text of the document and its notes, comments, headers, footers, deleted text that is still
/// in the file, and its properties; what the program computes from them is no text.
struct ODTReader {
  /// Whether a file is an OpenDocument text in one piece of XML.
  static func isFlat(_ bytes: [UInt8]) -> Bool {
    // Before the first element there is a byte order mark at most.
    guard let first = bytes.first(where: { $0 > 0x20 }), first == 0x3C || first == 0xEF else {
      return false
    }
    let head = Folding.lowercased(bytes.prefix(4096))
    return head.holds("<office:document ") && head.holds("opendocument")
  }

  func read(_ file: StoryFile) throws(ReadError) -> Manuscript {
    var output = OfficeOutput(file)
    output.sourceLine = 0
    let content: MarkupTree
    var styles: [MarkupTree] = []
    var properties: MarkupTree?
    if Self.isFlat(file.bytes) {
      content = try OfficeContainer.parse(file.bytes, part: "the text", file: file.name)
      return try read(content, [], content, nil, file, &output)
    }
    let container = try OfficeContainer(file)
    if let manifest = container.document(at: "META-INF/manifest.xml"),
      manifest.first("encryption-data", in: manifest.root) != nil
    {
      throw ReadError(
        "protected-document", file: file.name, problem: "the document is locked by a password",
        help: "open it in its word processor, save it without the password, and convert that")
    }
    content = try container.main(at: "content.xml")
    properties = container.document(at: "meta.xml")
    if let tree = container.document(at: "styles.xml") { styles.append(tree) }
    return try read(content, styles, properties, container, file, &output)
  }

  private func read(
    _ content: MarkupTree, _ styles: [MarkupTree], _ properties: MarkupTree?,
    _ container: OfficeContainer?, _ file: StoryFile, _ output: inout OfficeOutput
  ) throws(ReadError) -> Manuscript {
    guard let body = content.first("body", in: content.root),
      let text = content.child("text", of: body)
    else {
      throw ReadError(
        "not-a-document", file: file.name, problem: "there is no text part in the document",
        help: "open the file in a word processor and save it as .odt")
    }
    if let tree = properties, let meta = tree.firstElement("meta", in: tree.root) {
      DocumentProperties.read(tree, below: meta, into: &output)
    }
    for tree in styles + [content] {
      for page in tree.descendants(of: tree.root) where tree.isElement(page, "master-page") {
        leaveOut(page, in: tree, &output)
      }
    }
    var walk = ODTWalk(content, ODTStyles(styles + [content]), container, output)
    walk.run(text)
    return walk.output.manuscript()
  }

  /// Headers and footers.
  private func leaveOut(
    _ page: MarkupTree.Node, in tree: MarkupTree, _ output: inout OfficeOutput
  ) {
    for node in tree.descendants(of: page)
    where tree.isElement(node, "p") || tree.isElement(node, "h") {
      output.leaveOut(tree.text(of: node).utf8, .everyPage)
    }
  }
}
