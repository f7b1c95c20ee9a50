internal import FanfoldMarkup

/// What the elements of one page are to its text, by the numbers of their names: a name is looked up once, and not
/// for each element that has it.
struct ElementRoles {
  enum Role {
    /// Text that is not for reading.
    case unseen
    case lineBreak, rule, image, preformatted, orderedList, list, ruby, table, cell
    /// Stands on lines of its own.
    case block
    /// Stands within a line.
    case inline
  }

  private let roles: [Role]
  /// Which names may mean more than that a block begins, whatever attributes the element has.
  private let telling: [Bool]

  init(_ tree: MarkupTree) {
    roles = tree.allNames.map { Self.role(of: $0.local) }
    telling = tree.allNames.map { $0.local != "p" && $0.local != "div" }
  }

  /// Whether an element is a paragraph or a box and no more, as nearly all of a page's blocks are.
  func isBare(_ node: MarkupTree.Node, in tree: MarkupTree) -> Bool {
    !telling[tree.nameNumber(of: node)] && !tree.hasAttributes(node)
  }

  /// The role of an element.
  func role(of node: MarkupTree.Node, in tree: MarkupTree) -> Role {
    roles[tree.nameNumber(of: node)]
  }

  private static func role(of name: String) -> Role {
    switch name {
    case "br": .lineBreak
    case "hr": .rule
    case "img": .image
    case "pre": .preformatted
    case "ol": .orderedList
    case "ul": .list
    case "ruby": .ruby
    case "table": .table
    case "td", "th": .cell
    default:
      unseen.contains(name) ? .unseen : blocks.contains(name) ? .block : .inline
    }
  }

  private static let blocks: Set<String> = [
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "center", "section", "article",
    "main", "header", "footer",
    "aside", "nav", "li", "dl", "dt", "dd", "tbody", "thead", "tfoot", "tr", "caption",
    "figure", "figcaption", "address", "form",
    "fieldset", "legend", "details", "summary", "body", "html",
  ]

  private static let unseen: Set<String> = [
    "script", "style", "noscript", "template", "button", "select", "option", "textarea", "iframe",
    "object", "svg", "head", "map",
    "audio", "video", "label",
  ]
}
