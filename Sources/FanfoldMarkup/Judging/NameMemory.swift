import CLibXML2

/// The names of documents read before: the next need not have them made anew, and what is known of
/// a name by its number holds for all of these documents.
package struct NameMemory: ~Copyable {
  private var collector = NameCollector()
  /// The parser's own, in which a name is at one place for all documents.
  private var dictionary = Self.emptyDictionary()

  package init() {}

  deinit { xmlDictFree(dictionary) }

  /// More names than books have, and more letters in them: beyond, they are forgotten.
  private static let limit = (names: 4096, letters: 1 << 20)

  /// Has a parser take its names from here; gives those there are.
  mutating func lend(to context: SAXBridge.Context) -> NameCollector {
    if collector.table.names.count >= Self.limit.names
      || xmlDictGetUsage(dictionary) >= Self.limit.letters
    {
      xmlDictFree(dictionary)
      (collector, dictionary) = (NameCollector(), Self.emptyDictionary())
    }
    // Where names are does not last without it.
    if fanfold_share_names(context, dictionary) == 0 { collector = NameCollector() }
    return collector
  }

  /// No document may have more letters in its names than parsers let it have.
  private static func emptyDictionary() -> xmlDictPtr? {
    guard SAXBridge.isReady, let dictionary = xmlDictCreate() else { return nil }
    xmlDictSetLimit(dictionary, limit.letters + Int(XML_MAX_DICTIONARY_LIMIT))
    return dictionary
  }

  mutating func keep(_ names: NameCollector) { collector = names }
}

/// What documents have in common in which one name has one number.
package final class NameLineage: Sendable {
  init() {}
}
