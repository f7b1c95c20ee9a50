/// Reads well-formed XML.
public enum XMLDocument {
  /// The tree of a document given as UTF-8, as ``TextDecoder`` makes it. What its declaration says
  /// about an encoding is not listened to.
  ///
  /// Elements nest up to 256 deep. An entity that is neither XML's own nor HTML's stays as it is
  /// written where the document type allows it, and is an error where not.
  public static func parse(_ bytes: [UInt8]) throws(MarkupError) -> MarkupTree {
    try SAXBridge.parse(bytes, isHTML: false, lines: SourceLines(bytes))
  }
}
