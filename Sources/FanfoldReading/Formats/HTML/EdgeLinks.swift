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

  /// A text node, and what it is in.
  private struct Piece {
    let node: MarkupTree.Node
    let inLink: Bool
    let inHeading: Bool
  }

  private struct Line {
    var words = ""
    /// The bytes of letters and digits outside of links, and in them.
    var plain = 0
    var linked = 0
    var isHeading = false

    var isBlank: Bool { plain == 0 && linked == 0 }
  }

  /// The text nodes of those lines. Only lines at the edges are looked at: letters take long to tell.
  func find(in scope: MarkupTree.Node) -> Set<MarkupTree.Node> {
    let lines = lines(in: scope)
    guard lines.contains(where: { line($0).plain > 0 }) else { return [] }
    var found: Set<MarkupTree.Node> = []
    for pieces in lines {
      let line = line(pieces)
      guard !line.isBlank else { continue }
      guard isWay(line), !title.contains(Folding.fold(line.words)) else { break }
      found.formUnion(pieces.map(\.node))
    }
    // Remarks about the page below the ways out of it go with those.
    var remarks: [MarkupTree.Node] = []
    for pieces in lines.reversed() {
      let line = line(pieces)
      guard !line.isBlank else { continue }
      if isWay(line) || asksForComments(line) {
        found.formUnion(pieces.map(\.node) + remarks)
        remarks = []
      } else if remarks.count < 8, isAboutPage(line) {
        remarks += pieces.map(\.node)
      } else {
        break
      }
    }
    return found
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

  /// "You are visitor number", "Last updated 12/3/99": what pages say about themselves.
  private func isAboutPage(_ line: Line) -> Bool {
    guard line.plain <= 90 else { return false }
    let words = Folding.fold(line.words).split(whereSeparator: { !$0.isLetter }).map(String.init)
    return words.contains { Self.pageWords.contains($0) }
  }

  private static let pageWords: Set<String> = [
    "visitor", "visitors", "updated", "modified", "webmaster", "counter", "webring", "hosted",
    "maintained", "hits", "browser", "netscape", "geocities", "angelfire", "tripod",
  ]

  private static let requests: Set<String> = [
    "comment", "comments", "feedback", "review", "reviews", "guestbook", "index", "home", "next",
    "previous", "back", "email", "mail", "return", "archive", "page",
  ]

  private func lines(in scope: MarkupTree.Node) -> [ArraySlice<Piece>] {
    let roles = ElementRoles(tree)
    var pieces: [Piece] = []
    var starts = [0]
    func visit(_ node: MarkupTree.Node, inLink: Bool, inHeading: Bool) {
      switch tree.kind(of: node) {
      case .text: pieces.append(Piece(node: node, inLink: inLink, inHeading: inHeading))
      case .element:
        let role = roles.role(of: node, in: tree)
        let breaks = [.lineBreak, .rule, .table, .block].contains(role)
        if breaks { starts.append(pieces.count) }
        let isLink = tree.isElement(node, "a") && tree.attribute("href", of: node) != nil
        let isHeading = role == .block && tree.name(of: node).isHeadingName
        for child in tree.children(of: node) {
          visit(child, inLink: inLink || isLink, inHeading: inHeading || isHeading)
        }
        if breaks { starts.append(pieces.count) }
      case .document, .rawText, .comment, .instruction: break
      }
    }
    for child in tree.children(of: scope) { visit(child, inLink: false, inHeading: false) }
    return zip(starts, starts.dropFirst() + [pieces.count]).filter { $0 < $1 }
      .map { pieces[$0..<$1] }
  }

  private func line(_ pieces: ArraySlice<Piece>) -> Line {
    var line = Line()
    for piece in pieces {
      let text = tree.text(of: piece.node)
      let letters = text.unicodeScalars.count {
        $0.properties.isAlphabetic || $0.properties.numericType != nil
      }
      line.words += text
      line.isHeading = line.isHeading || piece.inHeading
      if piece.inLink { line.linked += letters } else { line.plain += letters }
    }
    return line
  }
}

extension String {
  /// Whether it is "h1" or one of its like.
  fileprivate var isHeadingName: Bool { utf8.count == 2 && first == "h" }
}
