/// The name of an element or an attribute. In HTML only the local part is there, in lower case.
public struct MarkupName: Sendable, Hashable {
  /// The name without its prefix.
  public let local: String
  /// The prefix as the document has it, or "".
  public let prefix: String
  /// The namespace the prefix stands for, or "".
  public let namespace: String

  /// The name as the document spells it: "epub:type".
  public var qualified: String { prefix.isEmpty ? local : prefix + ":" + local }

  /// Whether the document spells it so, with a prefix.
  func isSpelled(_ name: String) -> Bool {
    name.utf8.count == prefix.utf8.count + 1 + local.utf8.count && qualified == name
  }
}
