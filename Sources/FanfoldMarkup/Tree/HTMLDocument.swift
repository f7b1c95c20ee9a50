/// Reads HTML as it is found: any page gives a tree.
public enum HTMLDocument {
  /// The tree of a page given as UTF-8, as ``TextDecoder`` makes it.
  ///
  /// Words in angle brackets that are no HTML ("<What?>", "<3") stay text.
  public static func parse(_ bytes: [UInt8]) throws(MarkupError) -> MarkupTree {
    guard bytes.count < MarkupLimits.documentSize else { throw .documentTooLarge }
    var lines = SourceLines(bytes)
    var stray = StrayMarkup(bytes)
    let input = try stray.escaped(&lines)
    return try SAXBridge.parse(input, isHTML: true, lines: lines)
  }
}
