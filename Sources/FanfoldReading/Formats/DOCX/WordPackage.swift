internal import FanfoldMarkup
internal import FanfoldPublication

/// The parts of a Word document, found by the relations between them (ECMA-376 part 2, 9.3).
struct WordPackage {
  /// Where a relation leads.
  struct Relation {
    var target: String
    var kind: String
    var isExternal: Bool
  }

  let container: OfficeContainer
  let document: MarkupTree
  let relations: [String: Relation]

  init(_ file: StoryFile) throws(ReadError) {
    container = try OfficeContainer(file)
    let top = Self.relations(of: "", in: container)
    let path =
      top.values.filter { $0.kind == "officeDocument" }.map(\.target).min() ?? "word/document.xml"
    document = try container.main(at: path)
    relations = Self.relations(of: path, in: container)
  }

  /// The relations of a part, by their names; of the whole package for "".
  private static func relations(
    of part: String, in container: OfficeContainer
  ) -> [String: Relation] {
    let name = part.split(separator: "/").last.map(String.init) ?? ""
    let path = String(part.dropLast(name.count)) + "_rels/" + name + ".rels"
    guard let tree = container.document(at: path) else { return [:] }
    var relations: [String: Relation] = [:]
    for node in tree.descendants(of: tree.root) where tree.isElement(node, "Relationship") {
      guard let id = tree.value("Id", of: node), let target = tree.value("Target", of: node)
      else { continue }
      let kind = tree.value("Type", of: node)?.split(separator: "/").last.map(String.init) ?? ""
      let isExternal = tree.value("TargetMode", of: node) == "External"
      let place = isExternal ? target : ContainerPath.resolve(target, from: part)
      relations[id] = place.map { Relation(target: $0, kind: kind, isExternal: isExternal) }
    }
    return relations
  }

  /// The parts of a kind, "styles", in the order of their paths.
  func parts(_ kind: String) -> [MarkupTree] {
    relations.values.filter { $0.kind == kind && !$0.isExternal }.map(\.target).sorted()
      .compactMap(container.document)
  }

  /// The notes of a part by their identifiers, without the lines that only part them from the text.
  func notes(_ kind: String, _ element: String) -> (tree: MarkupTree, nodes: [String: Node])? {
    guard let tree = parts(kind).first else { return nil }
    var nodes: [String: Node] = [:]
    for node in tree.descendants(of: tree.root) where tree.isElement(node, element) {
      let type = tree.value("type", of: node) ?? "normal"
      if type == "normal", let id = tree.value("id", of: node) { nodes[id] = node }
    }
    return (tree, nodes)
  }

  typealias Node = MarkupTree.Node
}
