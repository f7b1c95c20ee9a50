internal import FanfoldMarkup
internal import FanfoldStory

/// Walks the text of a Word document.
struct WordWalk {
  var output: OfficeOutput
  let package: WordPackage
  let styles: WordStyles
  private let lists: WordLists
  var tree: MarkupTree

  /// What holds where the walk is.
  struct Context {
    var paragraph = WordParagraph()
    var link: String?
    var isDeleted = false
    var isContents = false
    var isInTable = false
    /// The look of headings is the book's.
    var ignoresStyle = false
    var extra: [Manuscript.Mark.Style] = []
  }
  var context = Context()
  private var fields: [WordField] = []
  /// Text boxes of the paragraph, which stand after it.
  var boxes: [MarkupTree.Node] = []

  /// Notes that were referred to and wait for the end of the chapter.
  struct Note {
    var number: Int
    var tree: MarkupTree
    var node: MarkupTree.Node
  }
  var notes: [Note] = []
  var numbers: [String: Int] = [:]
  let noteParts: [String: (tree: MarkupTree, nodes: [String: MarkupTree.Node])]

  init(_ package: WordPackage, _ output: OfficeOutput) {
    self.package = package
    self.output = output
    tree = package.document
    styles = WordStyles(package.parts("styles").first)
    lists = WordLists(package.parts("numbering").first)
    var parts: [String: (tree: MarkupTree, nodes: [String: MarkupTree.Node])] = [:]
    parts["footnote"] = package.notes("footnotes", "footnote")
    parts["endnote"] = package.notes("endnotes", "endnote")
    noteParts = parts
  }

  mutating func run() {
    guard let body = tree.firstElement("body", in: tree.root) else { return }
    walkChildren(of: body)
    addNotes()
  }

  mutating func walkChildren(of node: MarkupTree.Node) {
    for child in tree.children(of: node) where tree.kind(of: child) == .element { walk(child) }
  }

  private mutating func walk(_ node: MarkupTree.Node) {
    switch tree.name(of: node) {
    case "p": walkParagraph(node)
    case "r": walkRun(node)
    case "tbl": walkTable(node)
    case "del", "moveFrom": with(node) { $0.isDeleted = true }
    case "hyperlink":
      let target = relation(of: node)
      let address = target?.isExternal == true ? target?.target : nil
      with(node) { $0.link = address.flatMap { InlineStyle.isAddress($0) ? $0 : nil } ?? $0.link }
    case "fldSimple":
      fields.append(WordField(instruction: tree.value("instr", of: node) ?? "", isShown: true))
      walkChildren(of: node)
      fields.removeLast()
    case "sdt":
      let isContents =
        tree.firstElement("docPartGallery", in: node).flatMap { tree.value("val", of: $0) }
        == "Table of Contents"
      with(node) { $0.isContents = $0.isContents || isContents }
    case "AlternateContent":
      let choice = tree.child("Choice", of: node) ?? tree.child("Fallback", of: node)
      if let choice { walkChildren(of: choice) }
    case "drawing", "pict", "object": walkDrawing(node)
    case "pPr", "rPr", "sdtPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr": break
    // Formulas have runs and text of their own.
    case "t": addText(tree.text(of: node).utf8, TextLook())
    default: walkChildren(of: node)
    }
  }

  private mutating func with(_ node: MarkupTree.Node, _ change: (inout Context) -> Void) {
    let outer = context
    change(&context)
    walkChildren(of: node)
    context = outer
  }

  func relation(of node: MarkupTree.Node) -> WordPackage.Relation? {
    tree.attributes(of: node).first { $0.name.namespace.hasSuffix("/relationships") }
      .flatMap { package.relations[$0.value] }
  }

  // MARK: paragraphs

  private mutating func walkParagraph(_ node: MarkupTree.Node) {
    let outer = context
    // Lines of XML mean nothing to people: what is counted is paragraphs.
    output.sourceLine += 1
    let properties = tree.child("pPr", of: node)
    let style = properties.flatMap { tree.child("pStyle", of: $0) }
    let base = styles.paragraph(style.flatMap { tree.value("val", of: $0) })
    let paragraph = base.under(WordParagraph(properties, in: tree))
    context.paragraph = paragraph
    if paragraph.role == .contents { context.isContents = true }
    if paragraph.beginsPage == true { output.addPageBreak() }
    let kind = kind(paragraph)
    if case .heading = kind {
      context.ignoresStyle = true
      if !context.isInTable { addNotes() }
    }
    let isCentred = paragraph.role == .subtitle && paragraph.alignment == nil
    output.begin(kind, alignment: isCentred ? .centre : paragraph.alignment.flatMap(Self.stated))
    walkChildren(of: node)
    let border = properties.flatMap { tree.child("pBdr", of: $0) }
    if let mark = properties.flatMap({ tree.child("rPr", of: $0) }),
      tree.child("del", of: mark) != nil
    {
      output.goOn()
    } else {
      output.end(isRule: paragraph.role == .rule || border.map(hasLine) == true)
    }
    let waiting = boxes
    boxes = []
    context = outer
    for box in waiting { walkChildren(of: box) }
  }

  private static func stated(_ alignment: Block.Alignment) -> Block.Alignment? {
    alignment == .natural ? nil : alignment
  }

  private func hasLine(_ border: MarkupTree.Node) -> Bool {
    tree.children(of: border).contains {
      let isAcross =
        tree.isElement($0, "top") || tree.isElement($0, "bottom") || tree.isElement($0, "between")
      return isAcross && !["none", "nil", ""].contains(tree.value("val", of: $0) ?? "")
    }
  }

  /// A title stands above the headings of the first level.
  private func kind(_ paragraph: WordParagraph) -> Manuscript.Block.Kind {
    if let outline = paragraph.outline, (0...8).contains(outline) {
      return .heading(level: paragraph.role == .title ? 1 : outline + 2)
    }
    switch paragraph.role {
    case .title: return .heading(level: 1)
    case .heading(let level) where paragraph.outline == nil: return .heading(level: level + 1)
    case .quotation: return .quotation
    case .heading, .subtitle, .contents, .rule, nil: break
    }
    guard let list = paragraph.list, list != "0" else { return .paragraph }
    let depth = min(8, max(0, paragraph.depth ?? 0))
    return .item(ordered: lists.isOrdered(list, depth: depth), depth: depth + 1)
  }

  // MARK: runs

  private mutating func walkRun(_ node: MarkupTree.Node) {
    let properties = tree.child("rPr", of: node)
    let name = properties.flatMap { tree.child("rStyle", of: $0) }
      .flatMap { tree.value("val", of: $0) }
    let base = context.ignoresStyle ? TextLook() : context.paragraph.look
    let styled = base.toggled(by: name.map(styles.characters) ?? TextLook())
    let look = styled.under(TextLook(properties, in: tree))
    for child in tree.children(of: node) where tree.kind(of: child) == .element {
      walkPiece(child, look)
    }
  }

  private mutating func walkPiece(_ node: MarkupTree.Node, _ look: TextLook) {
    switch tree.name(of: node) {
    case "t", "delText": addText(tree.text(of: node).utf8, look)
    case "tab", "ptab": addText("\t".utf8, look)
    case "noBreakHyphen": addText("\u{2011}".utf8, look)
    case "sym": addText(WordSymbols.text(tree.value("char", of: node) ?? "").utf8, look)
    case "br" where tree.value("type", of: node) == "page": output.addPageBreak()
    case "br", "cr": output.breakLine()
    case "fldChar": turn(tree.value("fldCharType", of: node) ?? "")
    case "instrText":
      if !fields.isEmpty { fields[fields.count - 1].instruction += tree.text(of: node) }
    case "footnoteReference", "endnoteReference":
      addNote(node, String(tree.name(of: node).dropLast("Reference".count)))
    case "ruby": walkRuby(node)
    case "rPr", "softHyphen", "lastRenderedPageBreak", "delInstrText", "footnoteRef", "endnoteRef",
      "annotationRef":
      break
    default: walk(node)
    }
  }

  /// A word with its reading above it (17.3.3.25).
  private mutating func walkRuby(_ node: MarkupTree.Node) {
    let outer = context
    context.extra = [.ruby]
    if let base = tree.child("rubyBase", of: node) { walkChildren(of: base) }
    context.extra = [.ruby, .reading]
    if let reading = tree.child("rt", of: node) { walkChildren(of: reading) }
    context = outer
  }

  private mutating func addText(_ text: some Collection<UInt8>, _ look: TextLook) {
    if context.isDeleted { return output.leaveOut(text, .deleted) }
    if context.isContents || fields.contains(where: \.isContents) {
      return output.leaveOut(text, .contents)
    }
    if fields.contains(where: { !$0.isShown }) { return output.leaveOut(text, .hidden) }
    if look.isHidden == true { return output.leaveOut(text, .hidden) }
    let link = context.link ?? fields.lazy.compactMap(\.link).last
    output.add(text, look.marks(link: link) + context.extra)
  }

  /// A field begins, shows what it shows, or ends (17.16.18).
  private mutating func turn(_ type: String) {
    switch type {
    case "begin": fields.append(WordField(instruction: "", isShown: false))
    case "separate": if !fields.isEmpty { fields[fields.count - 1].isShown = true }
    case "end": _ = fields.popLast()
    default: break
    }
  }
}
