/// Reads well-formed XML.
public enum XMLDocument {
  /// The tree of a document given as UTF-8, as ``TextDecoder`` makes it. What its declaration says
  /// about an encoding is not listened to.
  ///
  /// Elements nest up to 256 deep. An entity that is neither XML's own nor HTML's stays as it is
  /// written where the document type allows it, and is an error where not.
  public static func parse(_ bytes: [UInt8]) throws(MarkupError) -> MarkupTree {
    let lines = SourceLines(bytes)
    try checkLongTags(bytes.span, lines)
    return try SAXBridge.parse(bytes, isHTML: false, lines: lines)
  }

  /// What keeps a document from being read that is to be judged.
  static func limitFault(_ bytes: [UInt8], _ lines: SourceLines) -> JudgedXML.Fault? {
    do throws(MarkupError) {
      try checkLongTags(bytes.span, lines)
      return nil
    } catch {
      return .init(kind: .beyondLimits, problem: "too many attributes or one too long", offset: 0)
    }
  }

  /// A shorter tag has not too many attributes.
  static let longTag = 1 << 15

  /// Looks only where the next "<" is far away: a tag with thousands of attributes is long.
  private static func checkLongTags(
    _ bytes: Span<UInt8>, _ lines: SourceLines
  ) throws(MarkupError) {
    var start = bytes.firstIndex(of: UInt8(ascii: "<"))
    while let bracket = start {
      let next = bytes.firstIndex(of: UInt8(ascii: "<"), from: bracket + 1)
      if (next ?? bytes.count) - bracket > longTag,
        let name = TagScanner.name(bytes, at: bracket + 1),
        let tag = TagScanner.extent(bytes, from: name.end)
      {
        try tag.checkLimits(line: lines.position(of: bracket).line)
      }
      start = next
    }
  }
}
