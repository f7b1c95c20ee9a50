/// Reads HTML as it is found: any page gives a tree.
public enum HTMLDocument {
  /// The tree of a page given as UTF-8, as ``TextDecoder`` makes it.
  ///
  /// Words in angle brackets that are no HTML ("<What?>", "<3") stay text.
  public static func parse(_ bytes: [UInt8]) throws(MarkupError) -> MarkupTree {
    guard bytes.count < MarkupLimits.documentSize else { throw .documentTooLarge }
    let lines = SourceLines(bytes)
    let tree = try parse(bytes, lines, sparesText: true)
    // A parser that passes over text would have what follows stand in the wrong places.
    return tree.isWhole ? tree : try parse(bytes, lines, sparesText: false)
  }

  private static func parse(
    _ bytes: [UInt8], _ lines: SourceLines, sparesText: Bool
  ) throws(MarkupError) -> MarkupTree {
    var lines = lines
    var stray = StrayMarkup(bytes, sparesText: sparesText)
    let input = try stray.escaped(&lines)
    return try SAXBridge.parse(input, isHTML: true, lines: lines, spared: stray.spared)
  }
}
