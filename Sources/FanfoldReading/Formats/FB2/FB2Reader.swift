internal import FanfoldMarkup
internal import FanfoldStory

/// A FictionBook 2 document → manuscript (schema FictionBook2.21, read 2026-11), as Ficbook and the libraries of Eastern
/// Europe give stories out.
///
/// The account counts all text but that of its pictures.
struct FB2Reader {
  /// Whether a file is a FictionBook, a byte order mark and an XML declaration before its element or not.
  static func matches(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first(where: { $0 > 0x20 }), first == 0x3C || first >= 0x80 else {
      return false
    }
    return bytes.prefix(2048).firstRange(of: Array("<FictionBook".utf8)) != nil
  }

  /// - Parameter text: The file as UTF-8.
  func read(_ text: [UInt8], file: StoryFile) throws(ReadError) -> Manuscript {
    let tree: MarkupTree
    do {
      tree = try XMLDocument.parse(text)
    } catch {
      throw ReadError(
        "bad-markup", file: file.name, problem: "the book cannot be read: \(error)",
        help: "get the book again; this file is damaged or was cut short")
    }
    let bodies = tree.descendants(of: tree.root).filter { tree.isElement($0, "body") }
    guard !bodies.isEmpty else {
      throw ReadError(
        "not-a-document", file: file.name, problem: "there is no body in the book",
        help: "get the book again; this file was cut short")
    }
    var builder = ManuscriptBuilder(file: file, textCapacity: text.count)
    let binaries = FB2Binaries(tree)
    builder.sourceLine = 0
    FB2Description(tree, binaries: binaries).state(in: &builder)
    var walk = FB2Walk(tree, binaries: binaries, builder: builder)
    // Bodies of notes have a name; their text stands behind the story's.
    for body in bodies where tree.attribute("name", of: body) == nil { walk.body(body) }
    for body in bodies where tree.attribute("name", of: body) != nil { walk.notes(body) }
    return walk.finish()
  }
}

/// The pictures of a FictionBook, which stand at its end in Base64.
struct FB2Binaries {
  private let tree: MarkupTree
  private var nodes: [String: MarkupTree.Node] = [:]

  init(_ tree: MarkupTree) {
    self.tree = tree
    for node in tree.descendants(of: tree.root) where tree.isElement(node, "binary") {
      if let id = tree.attribute("id", of: node) { nodes[id] = node }
    }
  }

  /// The name and the bytes of the picture that an `<image>` shows; no bytes where the file lacks it.
  func picture(of image: MarkupTree.Node) -> (name: String, bytes: [UInt8]?) {
    let name = tree.target(of: image).map { String($0.drop { $0 == "#" }) } ?? "without an address"
    return (name, nodes[name].flatMap { DataAddress.base64(Array(tree.text(of: $0).utf8)) })
  }
}

extension MarkupTree {
  /// Where an element of a FictionBook leads, whatever prefix its file gives to XLink.
  func target(of node: Node) -> String? {
    for name in ["l:href", "xlink:href", "href"] {
      if let target = attribute(name, of: node) { return target }
    }
    return nil
  }
}
