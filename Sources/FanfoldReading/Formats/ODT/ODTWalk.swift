internal import FanfoldMarkup
internal import FanfoldStory

/// Walks the text of an OpenDocument.
struct ODTWalk {
  var output: OfficeOutput
  private let tree: MarkupTree
  private let styles: ODTStyles
  private let container: OfficeContainer?

  /// What holds where the walk is.
  private struct Context {
    var look = TextLook()
    var link: String?
    var unseen: OfficeOutput.Unseen?
    var extra: [Manuscript.Mark.Style] = []
    var list: String?
    var depth = 0
    var isInTable = false
    var isInParagraph = false
  }
  private var context = Context()
  private var notes: [(number: Int, node: MarkupTree.Node)] = []
  private var noteCount = 0
  /// Text boxes of the paragraph, which stand after it.
  private var boxes: [MarkupTree.Node] = []

  init(
    _ tree: MarkupTree, _ styles: ODTStyles, _ container: OfficeContainer?, _ output: OfficeOutput
  ) {
    self.tree = tree
    self.styles = styles
    self.container = container
    self.output = output
  }

  mutating func run(_ text: MarkupTree.Node) {
    walkChildren(of: text)
    addNotes()
  }

  private mutating func walkChildren(of node: MarkupTree.Node) {
    for child in tree.children(of: node) {
      switch tree.kind(of: child) {
      case .element: walk(child)
      case .text: if context.isInParagraph { addText(tree.bytes(of: child)) }
      case .document, .rawText, .comment, .instruction: break
      }
    }
  }

  private mutating func with(_ node: MarkupTree.Node, _ change: (inout Context) -> Void) {
    let outer = context
    change(&context)
    walkChildren(of: node)
    context = outer
  }

  private mutating func walk(_ node: MarkupTree.Node) {
    switch tree.name(of: node) {
    case "p", "h": walkParagraph(node)
    case "span":
      let look = styles.style(tree.value("style-name", of: node), family: "text").look
      with(node) { $0.look = $0.look.under(look) }
    case "a":
      let address = tree.value("href", of: node).flatMap { InlineStyle.isAddress($0) ? $0 : nil }
      with(node) { $0.link = address ?? $0.link }
    case "s":
      // How many of them there are: the format has no runs of blanks (ODF 1.3 part 3, 6.1.3).
      let count = tree.value("c", of: node).flatMap { Int($0) } ?? 1
      addText(repeatElement(UInt8(ascii: " "), count: min(max(count, 1), 200)))
    case "tab": addText("\t".utf8)
    case "line-break": if context.unseen == nil { output.breakLine() }
    case "soft-page-break", "bookmark", "sequence-decls", "variable-decls", "user-field-decls",
      "forms":
      break
    case "list": walkList(node)
    case "note": addNote(node)
    case "annotation": leaveOut(node, .comment)
    case "tracked-changes": leaveOut(node, .deleted)
    case "table-of-content", "alphabetical-index", "illustration-index", "table-index":
      leaveOut(node, .contents)
    case "hidden-text", "hidden-paragraph": leaveOut(node, .hidden)
    case "section" where tree.value("display", of: node) == "none": leaveOut(node, .hidden)
    case "table": walkTable(node)
    case "frame": walkFrame(node)
    case "custom-shape", "text-box":
      if context.isInParagraph { boxes.append(node) } else { walkChildren(of: node) }
    case "title", "desc": break
    case "ruby": walkRuby(node)
    default: walkChildren(of: node)
    }
  }

  private mutating func addText(_ text: some Collection<UInt8>) {
    if let unseen = context.unseen { return output.leaveOut(text, unseen) }
    if context.look.isHidden == true { return output.leaveOut(text, .hidden) }
    // A soft hyphen is a place where a word may break.
    output.add(text, context.look.marks(link: context.link) + context.extra)
  }

  /// Puts the paragraphs below a node into the ledger.
  private mutating func leaveOut(_ node: MarkupTree.Node, _ unseen: OfficeOutput.Unseen) {
    let outer = context
    context.unseen = unseen
    for inner in tree.descendants(of: node) where tree.kind(of: inner) == .text {
      let isText = tree.ancestors(of: inner).contains {
        $0 >= node && (tree.isElement($0, "p") || tree.isElement($0, "h"))
      }
      if isText { output.leaveOut(tree.bytes(of: inner), unseen) }
    }
    context = outer
  }

  // MARK: paragraphs

  private mutating func walkParagraph(_ node: MarkupTree.Node) {
    // A paragraph in what stands in one, a text box or a note, is not of this one.
    let outer = context
    // Lines of XML mean nothing to people: what is counted is paragraphs.
    output.sourceLine += 1
    let style = styles.style(tree.value("style-name", of: node), family: "paragraph")
    if style.beginsPage == true { output.addPageBreak() }
    let kind = kind(node, style)
    if case .heading = kind {
      if !context.isInTable { addNotes() }
    } else {
      context.look = style.look
    }
    if style.role == .contents { context.unseen = .contents }
    let stated = style.alignment == .natural ? nil : style.alignment
    let isCentred = style.role == .subtitle && style.alignment == nil
    output.begin(kind, alignment: isCentred ? .centre : stated)
    context.isInParagraph = true
    walkChildren(of: node)
    output.end(isRule: style.role == .rule || style.hasLine == true)
    let waiting = boxes
    boxes = []
    context = outer
    context.isInParagraph = false
    for box in waiting { walkChildren(of: box) }
    context = outer
  }

  /// A title stands above the headings of the first level.
  private func kind(
    _ node: MarkupTree.Node, _ style: ODTStyles.Style
  ) -> Manuscript.Block.Kind {
    if style.role == .title { return .heading(level: 1) }
    if tree.isElement(node, "h") {
      let level = tree.value("outline-level", of: node).flatMap { Int($0) } ?? style.outline
      return .heading(level: min(10, max(1, level ?? 1)) + 1)
    }
    if context.depth > 0 {
      let ordered = styles.isOrdered(context.list, depth: context.depth)
      return .item(ordered: ordered, depth: context.depth)
    }
    if case .heading(let level) = style.role { return .heading(level: level + 1) }
    if let level = style.outline, level > 0 { return .heading(level: level + 1) }
    return style.role == .quotation ? .quotation : .paragraph
  }

  private mutating func walkList(_ node: MarkupTree.Node) {
    // Headings may stand in lists, for their numbers.
    let name = tree.value("style-name", of: node)
    with(node) {
      $0.depth = min(8, $0.depth + 1)
      $0.list = name ?? $0.list
    }
  }

  /// A word with its reading (ODF 1.3 part 3, 6.4).
  private mutating func walkRuby(_ node: MarkupTree.Node) {
    if let base = tree.child("ruby-base", of: node) { with(base) { $0.extra = [.ruby] } }
    if let text = tree.child("ruby-text", of: node) {
      with(text) { $0.extra = [.ruby, .reading] }
    }
  }
}

// MARK: notes, tables, pictures

extension ODTWalk {
  private mutating func addNote(_ node: MarkupTree.Node) {
    guard context.unseen == nil, let body = tree.child("note-body", of: node) else { return }
    noteCount += 1
    output.add(String(noteCount).utf8, [.superscript])
    notes.append((noteCount, body))
  }

  /// Adds the notes of the text so far as paragraphs, each after its number.
  private mutating func addNotes() {
    let outer = context
    while !notes.isEmpty {
      let note = notes.removeFirst()
      context = Context()
      output.begin(.paragraph, alignment: nil)
      output.add(String(note.number).utf8, [.superscript])
      output.add(" ".utf8, [])
      output.goOn()
      walkChildren(of: note.node)
    }
    context = outer
  }

  /// A table of one column is a box around text, and one in another is its cell's text.
  private mutating func walkTable(_ table: MarkupTree.Node) {
    let rows = tree.descendants(of: table).filter { tree.isElement($0, "table-row") }
    let cells = rows.map { row in
      tree.children(of: row).filter { tree.isElement($0, "table-cell") }
    }
    guard !context.isInTable, cells.contains(where: { $0.count > 1 }),
      !tree.descendants(of: table).contains(where: { tree.isElement($0, "table") })
    else { return walkChildren(of: table) }
    let outer = context
    context.isInTable = true
    output.enter(.table)
    for (row, cells) in zip(rows, cells) where !cells.isEmpty {
      let isHeader = tree.parent(of: row).map { tree.isElement($0, "table-header-rows") }
      output.enter(.row)
      for cell in cells {
        let columns = tree.value("number-columns-spanned", of: cell).flatMap { Int($0) } ?? 1
        let span = max(1, min(columns, 99))
        output.enter(.cell(isHeader: isHeader ?? false, columns: span, rows: 1))
        walkChildren(of: cell)
        output.leave()
      }
      output.leave()
    }
    output.leave()
    context = outer
  }

  /// A frame holds a picture, or text, or the same thing in several forms (ODF 1.3 part 3, 10.4.2).
  private mutating func walkFrame(_ node: MarkupTree.Node) {
    if let box = tree.child("text-box", of: node) { return walk(box) }
    guard let image = tree.child("image", of: node), context.unseen == nil else { return }
    let alternative = ["desc", "title"].lazy.compactMap { [tree] in tree.child($0, of: node) }
      .map { [tree] in tree.text(of: $0) }.first { !$0.isEmpty }
    let name = tree.value("href", of: image) ?? tree.value("name", of: node) ?? "in the text"
    let path = name.hasPrefix("./") ? String(name.dropFirst(2)) : name
    let bytes =
      tree.child("binary-data", of: image).map { [tree] in
        DataAddress.bytes(of: "data:;base64," + tree.text(of: $0).filter { !$0.isWhitespace })
      } ?? container?.bytes(at: path)
    output.addPicture(bytes, name: path, alternative: alternative ?? "")
  }
}
