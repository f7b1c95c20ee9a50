/// Writes an XML document into bytes and cannot write one that is not well-formed: elements close
/// where their closure ends, text and attribute values are escaped, and a character that XML 1.0
/// forbids (§2.2) comes out as U+FFFD.
///
/// Element and attribute names are literals of the program, never of its input.
public struct MarkupWriter {
  /// Attributes in the order they are written; one without a value is left out.
  public typealias Attributes = KeyValuePairs<StaticString, String?>

  private var bytes: [UInt8]
  /// The spans that text and pictures get from here on; `nil` when they get none.
  package var koboSpans: KoboSpans?

  private init(capacity: Int) {
    bytes = []
    bytes.reserveCapacity(capacity)
  }

  /// A whole document: the XML declaration, the document type when there is one, and the root.
  public static func document(
    _ root: StaticString, _ attributes: Attributes, doctype: Doctype? = nil,
    capacity: Int = 4096, content: (inout MarkupWriter) -> Void
  ) -> [UInt8] {
    var out = MarkupWriter(capacity: capacity)
    out.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    switch doctype {
    case .html: out.append("<!DOCTYPE html>\n")
    case nil: break
    }
    out.group(root, attributes, content)
    return out.bytes
  }

  /// The document types an EPUB has a use for.
  public enum Doctype: Sendable {
    case html
  }

  /// An element within a line of text; always with an end tag, because `<i/>` opens an element for
  /// readers that take XHTML for HTML.
  public mutating func element(
    _ name: StaticString, _ attributes: Attributes = [:], _ content: (inout MarkupWriter) -> Void
  ) {
    open(name, attributes)
    content(&self)
    close(name)
  }

  /// An element on a line of its own.
  public mutating func line(
    _ name: StaticString, _ attributes: Attributes = [:], _ content: (inout MarkupWriter) -> Void
  ) {
    element(name, attributes, content)
    lineEnd()
  }

  /// An element of lines: its tags stand on lines of their own.
  public mutating func group(
    _ name: StaticString, _ attributes: Attributes = [:], _ content: (inout MarkupWriter) -> Void
  ) {
    open(name, attributes)
    lineEnd()
    content(&self)
    close(name)
    lineEnd()
  }

  /// An element that has no content by definition, `<br/>`.
  public mutating func void(_ name: StaticString, _ attributes: Attributes = [:]) {
    guard koboSpans != nil, name.description == "img", let id = koboSpans?.pictureID() else {
      start(name, attributes)
      return append("/>")
    }
    start("span", ["class": "koboSpan", "id": id])
    bytes.append(UInt8(ascii: ">"))
    start(name, attributes)
    append("/></span>")
  }

  /// An element that has no content, on a line of its own.
  public mutating func voidLine(_ name: StaticString, _ attributes: Attributes = [:]) {
    void(name, attributes)
    lineEnd()
  }

  /// Character data.
  public mutating func text(_ text: String) {
    guard let runs = koboSpans?.runs(of: text) else {
      return Escaping(isAttribute: false).append(text, to: &bytes)
    }
    for run in runs {
      if let id = run.id {
        start("span", ["class": "koboSpan", "id": id])
        bytes.append(UInt8(ascii: ">"))
      }
      Escaping(isAttribute: false).append(String(run.text), to: &bytes)
      if run.id != nil { append("</span>") }
    }
  }

  /// The end of a line between elements, where white space has no meaning.
  public mutating func lineEnd() {
    bytes.append(UInt8(ascii: "\n"))
  }
}

// MARK: - Tags

extension MarkupWriter {
  private mutating func open(_ name: StaticString, _ attributes: Attributes) {
    koboSpans?.open(name)
    start(name, attributes)
    bytes.append(UInt8(ascii: ">"))
  }

  private mutating func close(_ name: StaticString) {
    koboSpans?.close(name)
    append("</")
    append(name)
    bytes.append(UInt8(ascii: ">"))
  }

  private mutating func start(_ name: StaticString, _ attributes: Attributes) {
    assert(XMLName.isValid(name.description), "an element cannot be called \(name)")
    bytes.append(UInt8(ascii: "<"))
    append(name)
    for (key, value) in attributes {
      guard let value else { continue }
      assert(XMLName.isValid(key.description), "an attribute cannot be called \(key)")
      bytes.append(UInt8(ascii: " "))
      append(key)
      append("=\"")
      Escaping(isAttribute: true).append(value, to: &bytes)
      bytes.append(UInt8(ascii: "\""))
    }
  }

  private mutating func append(_ literal: StaticString) {
    literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }
}
