internal import FanfoldMarkup
internal import FanfoldStory

/// The styles of an OpenDocument text, each with what it takes over from its parent (ODF 1.3 part 3, 16.2).
struct ODTStyles {
  struct Style {
    var parent: String?
    var role: ParagraphRole?
    var outline: Int?
    var alignment: Block.Alignment?
    var beginsPage: Bool?
    var hasLine: Bool?
    var look = TextLook()
  }

  private var styles: [String: Style] = [:]
  /// The lists by their styles: which depths are numbered.
  private var numbered: [String: Set<Int>] = [:]

  /// - Parameter trees: The documents that hold styles; what later ones say is nearer to the text.
  init(_ trees: [MarkupTree]) {
    for tree in trees {
      for node in tree.descendants(of: tree.root) {
        switch tree.name(of: node) {
        case "style": add(node, in: tree)
        case "list-style":
          let levels = tree.children(of: node)
            .filter { tree.isElement($0, "list-level-style-number") }
            .compactMap { tree.value("level", of: $0).flatMap { Int($0) } }
          if let name = tree.value("name", of: node) { numbered[name] = Set(levels) }
        default: break
        }
      }
    }
  }

  private mutating func add(_ node: MarkupTree.Node, in tree: MarkupTree) {
    guard let name = tree.value("name", of: node) else { return }
    let family = tree.value("family", of: node) ?? ""
    var style = Style(parent: tree.value("parent-style-name", of: node))
    let shown = tree.value("display-name", of: node)
    style.role =
      shown.flatMap { ParagraphRole(styleName: $0) } ?? ParagraphRole(styleName: name)
    style.outline = tree.value("default-outline-level", of: node).flatMap { Int($0) }
    for properties in tree.children(of: node) {
      switch tree.name(of: properties) {
      case "text-properties": style.look = TextLook(openDocument: properties, in: tree)
      case "paragraph-properties": style.read(properties, in: tree)
      default: break
      }
    }
    styles[Self.key(family, name)] = style
  }

  private static func key(_ family: String, _ name: String) -> String { family + "\0" + name }

  /// A style with all that it takes over.
  func style(_ name: String?, family: String) -> Style {
    var chain: [Style] = []
    var next = name
    while let name = next, chain.count < 32 {
      var style = styles[Self.key(family, name)] ?? Style()
      if styles[Self.key(family, name)] == nil { style.role = ParagraphRole(styleName: name) }
      chain.append(style)
      next = style.parent
    }
    return chain.reversed().reduce(Style()) { $0.under($1) }
  }

  func isOrdered(_ list: String?, depth: Int) -> Bool {
    list.flatMap { numbered[$0]?.contains(depth) } ?? false
  }
}

extension ODTStyles.Style {
  fileprivate mutating func read(_ properties: MarkupTree.Node, in tree: MarkupTree) {
    switch tree.value("text-align", of: properties) {
    case "center": alignment = .centre
    case "end", "right": alignment = .end
    case nil: break
    default: alignment = .natural
    }
    if let value = tree.value("break-before", of: properties) { beginsPage = value == "page" }
    let lines = ["border", "border-top", "border-bottom"].compactMap {
      tree.value($0, of: properties)
    }
    if !lines.isEmpty { hasLine = lines.contains { $0 != "none" && !$0.hasPrefix("0") } }
  }

  func under(_ other: ODTStyles.Style) -> ODTStyles.Style {
    var result = other
    result.role = other.role ?? role
    result.outline = other.outline ?? outline
    result.alignment = other.alignment ?? alignment
    result.beginsPage = other.beginsPage ?? beginsPage
    result.hasLine = other.hasLine ?? hasLine
    result.look = look.under(other.look)
    return result
  }
}

extension TextLook {
  /// What an element of properties says about characters (ODF 1.3 part 3, 20).
  init(openDocument properties: MarkupTree.Node, in tree: MarkupTree) {
    if let weight = tree.value("font-weight", of: properties) {
      isBold = weight == "bold" || (Int(weight) ?? 0) >= 600
    }
    if let style = tree.value("font-style", of: properties) { isItalic = style != "normal" }
    if let line = tree.value("text-underline-style", of: properties) {
      isUnderlined = line != "none"
    }
    let struck = ["text-line-through-style", "text-line-through-type"]
      .compactMap { tree.value($0, of: properties) }
    if !struck.isEmpty { isStruck = struck.contains { $0 != "none" } }
    if let position = tree.value("text-position", of: properties) {
      let first = position.prefix { $0 != " " }
      let height = Int(first.prefix { $0 != "%" }) ?? 0
      raise =
        first == "super" || height > 0 ? 1 : first == "sub" || height < 0 ? -1 : 0
    }
    if let display = tree.value("display", of: properties) { isHidden = display == "none" }
  }
}
