internal import FanfoldMarkup
internal import FanfoldStory

/// What a paragraph of a Word document says about itself, or a style about its paragraphs.
struct WordParagraph {
  var role: ParagraphRole?
  /// The level of the outline, from 0; 9 is text.
  var outline: Int?
  var alignment: Block.Alignment?
  /// The list and the depth in it, from 0; list 0 is none.
  var list: String?
  var depth: Int?
  var beginsPage: Bool?
  var look = TextLook()

  init() {}

  /// What an element of properties says (ECMA-376 part 1, 17.3.1).
  init(_ properties: MarkupTree.Node?, in tree: MarkupTree) {
    guard let properties else { return }
    for node in tree.children(of: properties) {
      let value = tree.value("val", of: node) ?? ""
      switch tree.name(of: node) {
      case "outlineLvl": outline = Int(value)
      case "jc": alignment = Self.alignments[value] ?? .natural
      case "pageBreakBefore": beginsPage = TextLook.isOn(node, in: tree)
      case "numPr":
        list = tree.child("numId", of: node).flatMap { tree.value("val", of: $0) }
        depth = tree.child("ilvl", of: node).flatMap { tree.value("val", of: $0) }
          .flatMap { Int($0) }
      default: break
      }
    }
  }

  private static let alignments: [String: Block.Alignment] = [
    "center": .centre, "right": .end, "end": .end,
  ]

  /// This one where the other says nothing.
  func under(_ other: WordParagraph) -> WordParagraph {
    var result = other
    result.role = other.role ?? role
    result.outline = other.outline ?? outline
    result.alignment = other.alignment ?? alignment
    result.list = other.list ?? list
    result.depth = other.depth ?? depth
    result.beginsPage = other.beginsPage ?? beginsPage
    result.look = look.under(other.look)
    return result
  }
}

extension TextLook {
  /// What an element of properties says about characters (ECMA-376 part 1, 17.3.2).
  init(_ properties: MarkupTree.Node?, in tree: MarkupTree) {
    guard let properties else { return }
    for node in tree.children(of: properties) {
      switch tree.name(of: node) {
      case "b": isBold = Self.isOn(node, in: tree)
      case "i": isItalic = Self.isOn(node, in: tree)
      case "u": isUnderlined = (tree.value("val", of: node) ?? "single") != "none"
      case "strike", "dstrike": isStruck = Self.isOn(node, in: tree) || isStruck == true
      case "vanish", "webHidden": isHidden = Self.isOn(node, in: tree)
      case "vertAlign":
        let value = tree.value("val", of: node)
        raise = value == "superscript" ? 1 : value == "subscript" ? -1 : 0
      default: break
      }
    }
  }

  /// Whether a switch is on: it is when it says nothing else (17.17.4).
  static func isOn(_ node: MarkupTree.Node, in tree: MarkupTree) -> Bool {
    !["0", "false", "off"].contains(tree.value("val", of: node) ?? "")
  }
}
