internal import FanfoldMarkup

/// An element's name, and what the rules between elements know of it.
struct ContentElement {
  static let html = "http://www.w3.org/1999/xhtml"
  static let epub = "http://www.idpf.org/2007/ops"
  static let speech = "http://www.w3.org/2001/10/synthesis"

  let name: String
  let isHTML: Bool
  let isEPUB: Bool
  let isMath: Bool
  let opens: ElementTraits.Scope
  let exclusions: [(element: String, condition: String?, scopes: ElementTraits.Scope)]

  /// Whether any rule is about elements of that name.
  let hasRules: Bool

  private static let others: Set<String> = [
    "area", "img", "bdo", "head", "title", "meta", "link", "map", "select", "audio", "video",
    "track",
  ]

  init(_ name: MarkupName) {
    self.name = name.local
    isHTML = name.namespace == Self.html && !ContentNames.isCustom(name)
    isEPUB = name.namespace == Self.epub
    isMath = name.namespace == ContentNames.mathNamespace
    let isHTML = isHTML
    opens = ElementTraits.scopes.first { isHTML && $0.element == name.local }?.scope ?? []
    exclusions = ElementTraits.exclusions.filter { isHTML && $0.element == name.local }
    hasRules = isHTML && (!exclusions.isEmpty || Self.others.contains(name.local))
  }
}
