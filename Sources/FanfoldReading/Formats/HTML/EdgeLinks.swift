internal import FanfoldMarkup

/// Finds the lines at the top and the bottom of a text that are nothing but links, "main fanfic page", "Home | Next",
/// and at the bottom those that ask for comments: the ways of the site, not the story.
struct EdgeLinks {
  private let tree: MarkupTree
  private let title: String

  init(_ tree: MarkupTree, title: String) {
    self.tree = tree
    self.title = Folding.fold(title)
  }

  private struct Line {
    var nodes: [MarkupTree.Node] = []
    var words = ""
    /// The bytes of letters and digits outside of links, and in them.
    var plain = 0
    var linked = 0
    var isHeading = false

    var isBlank: Bool { plain == 0 && linked == 0 }
  }

  /// The text nodes of those lines.
  func find(in scope: MarkupTree.Node) -> Set<MarkupTree.Node> {
    let lines = lines(in: scope).filter { !$0.isBlank }
    guard lines.contains(where: { $0.plain > 0 }) else { return [] }
    let top = lines.prefix { isWay($0) && !title.contains(Folding.fold($0.words)) }
    let bottom = lines.reversed().prefix { isWay($0) || asksForComments($0) }
    return Set(top.flatMap(\.nodes) + bottom.flatMap(\.nodes))
  }

  private func isWay(_ line: Line) -> Bool {
    line.linked > 0 && line.plain == 0 && !line.isHeading && line.words.utf8.count <= 200
  }

  private func asksForComments(_ line: Line) -> Bool {
    guard line.linked > 0, line.plain + line.linked <= 90 else { return false }
    return Folding.fold(line.words).split(whereSeparator: { !$0.isLetter }).contains {
      Self.requests.contains(String($0))
    }
  }

  private static let requests: Set<String> = [
    "comment", "comments", "feedback", "review", "reviews", "guestbook", "index", "home", "next",
    "previous", "back", "email", "mail", "return", "archive", "page",
  ]

  private func lines(in scope: MarkupTree.Node) -> [Line] {
    var lines = [Line()]
    func visit(_ node: MarkupTree.Node, inLink: Bool, inHeading: Bool) {
      switch tree.kind(of: node) {
      case .text: add(node, inLink: inLink, inHeading: inHeading, to: &lines[lines.count - 1])
      case .element:
        let name = tree.name(of: node)
        let breaks = name == "br" || name == "hr" || HTMLElements.blocks.contains(name)
        if breaks { lines.append(Line()) }
        let isLink = name == "a" && tree.attribute("href", of: node) != nil
        let isHeading = name.utf8.count == 2 && name.first == "h" && name != "hr"
        for child in tree.children(of: node) {
          visit(child, inLink: inLink || isLink, inHeading: inHeading || isHeading)
        }
        if breaks { lines.append(Line()) }
      case .document, .rawText, .comment, .instruction: break
      }
    }
    for child in tree.children(of: scope) { visit(child, inLink: false, inHeading: false) }
    return lines
  }

  private func add(
    _ node: MarkupTree.Node, inLink: Bool, inHeading: Bool, to line: inout Line
  ) {
    let text = tree.text(of: node)
    let letters = text.unicodeScalars.count {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
    line.nodes.append(node)
    line.words += text
    line.isHeading = line.isHeading || inHeading
    if inLink { line.linked += letters } else { line.plain += letters }
  }
}
