internal import FanfoldMarkup

/// What a package document says about its book: each statement with those that refine it
/// (EPUB 3.3 §5.5; OPF 2.0.1 §2.2).
public struct PackageMetadata: Sendable, Hashable {
  /// One statement.
  public struct Statement: Sendable, Hashable {
    /// A Dublin Core element's name with its prefix, "dc:title"; the property of a `meta` otherwise.
    public var name: String
    public var value: String
    public var id: String?
    /// What EPUB 2 says in attributes, by their local names: "role", "file-as", "event", "scheme".
    public var attributes: [String: String] = [:]
    /// What EPUB 3 says in statements of their own, by their properties: "role", "file-as".
    public var refinements: [String: String] = [:]

    /// What either way of saying it gives.
    public subscript(name: String) -> String? { refinements[name] ?? attributes[name] }
  }

  /// In the document's order; refining ones are not among them.
  public private(set) var statements: [Statement] = []

  /// The statements of that name.
  public func all(_ name: String) -> [Statement] { statements.filter { $0.name == name } }
  /// The value of the first of them.
  public func first(_ name: String) -> String? { statements.first { $0.name == name }?.value }

  init(_ tree: MarkupTree) {
    var refining: [(target: String, name: String, value: String)] = []
    guard
      let scope = tree.descendants(of: tree.root).first(where: { tree.isElement($0, "metadata") })
    else { return }
    for node in tree.descendants(of: scope) where tree.kind(of: node) == .element {
      guard let name = tree.fullName(of: node) else { continue }
      let value = Self.words(tree.text(of: node))
      switch name.local {
      case "meta":
        if let name = tree.attribute("name", of: node) {
          // EPUB 2's way.
          let content = Self.words(tree.attribute("content", of: node) ?? "")
          statements.append(Statement(name: name, value: content))
        } else if let property = tree.attribute("property", of: node) {
          if let target = tree.attribute("refines", of: node), target.hasPrefix("#") {
            refining.append((String(target.dropFirst()), property, value))
          } else {
            add(node, property, value, tree)
          }
        }
      case "metadata", "dc-metadata", "x-metadata", "link": continue
      default:
        if name.namespace.hasPrefix("http://purl.org/dc/elements") || name.prefix == "dc" {
          add(node, "dc:" + name.local.lowercased(), value, tree)
        }
      }
    }
    for refinement in refining {
      for index in statements.indices where statements[index].id == refinement.target {
        let known = statements[index].refinements[refinement.name]
        statements[index].refinements[refinement.name] = known ?? refinement.value
      }
    }
  }

  private mutating func add(
    _ node: MarkupTree.Node, _ name: String, _ value: String, _ tree: MarkupTree
  ) {
    guard !value.isEmpty else { return }
    var statement = Statement(name: name, value: value, id: tree.attribute("id", of: node))
    for attribute in tree.attributes(of: node) {
      statement.attributes[attribute.name.local] = attribute.value
    }
    statements.append(statement)
  }

  private static func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
