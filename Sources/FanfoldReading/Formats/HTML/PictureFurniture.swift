internal import FanfoldMarkup

/// Pictures that pages are made of rather than stories: told by what the page calls them and how small they are.
enum PictureFurniture {
  /// What such a picture is; `nil` for any other.
  static func kind(of node: MarkupTree.Node, in tree: MarkupTree) -> PagePictures.Place? {
    let size = ["width", "height"].map { side(of: $0, of: node, in: tree) }
    if size.contains(where: { $0.map { $0 <= 3 } ?? false }) { return .furniture }
    // A large picture is meant to be looked at, whatever it is called.
    guard !size.contains(where: { $0.map { $0 > 200 } ?? false }) else { return nil }
    let names = words(of: node, in: tree)
    if !signs.isDisjoint(with: names) { return .sign }
    return furniture.isDisjoint(with: names) ? nil : .furniture
  }

  private static func side(
    of name: String, of node: MarkupTree.Node, in tree: MarkupTree
  ) -> Int? {
    tree.attribute(name, of: node).flatMap { Int($0.prefix { $0.isNumber }) }
  }

  /// The words of the classes and the id, and those of the folders and the file in the address.
  private static func words(of node: MarkupTree.Node, in tree: MarkupTree) -> Set<Substring> {
    var text = tree.attribute("class", of: node) ?? ""
    text += " " + (tree.attribute("id", of: node) ?? "")
    let source = tree.attribute("src", of: node) ?? ""
    if !source.lowercased().hasPrefix("data:") {
      text += " " + source.prefix { $0 != "?" && $0 != "#" }
    }
    return Set(text.lowercased().split { !$0.isLetter })
  }

  private static let signs: Set<Substring> = [
    "smiley", "smileys", "smilie", "smilies", "smile", "emoji", "emojis", "emoticon", "emoticons",
  ]

  private static let furniture: Set<Substring> = [
    "avatar", "avatars", "userpic", "userpics", "usericon", "userhead", "gravatar", "favicon",
    "icon", "icons", "badge", "badges", "button", "buttons", "logo", "pixel", "spacer",
    "transparent", "tracker", "counter", "webbug", "btn",
  ]
}
