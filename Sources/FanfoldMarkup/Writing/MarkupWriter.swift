/// Writes an XML document into bytes and cannot write one that is not well-formed: elements close
/// where their closure ends, text and attribute values are escaped, and a character that XML 1.0
/// forbids (§2.2) comes out as U+FFFD.
///
/// Element and attribute names are literals of the program, never of its input.
public struct MarkupWriter {
  /// Attributes in the order they are written; one without a value is left out.
  public typealias Attributes = KeyValuePairs<StaticString, String?>

  private var bytes: [UInt8]

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
    start(name, attributes)
    append("/>")
  }

  /// An element that has no content, on a line of its own.
  public mutating func voidLine(_ name: StaticString, _ attributes: Attributes = [:]) {
    void(name, attributes)
    lineEnd()
  }

  /// Character data.
  public mutating func text(_ text: String) {
    escape(text, asAttribute: false)
  }

  /// The end of a line between elements, where white space has no meaning.
  public mutating func lineEnd() {
    bytes.append(UInt8(ascii: "\n"))
  }
}

// MARK: - Tags

extension MarkupWriter {
  private mutating func open(_ name: StaticString, _ attributes: Attributes) {
    start(name, attributes)
    bytes.append(UInt8(ascii: ">"))
  }

  private mutating func close(_ name: StaticString) {
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
      escape(value, asAttribute: true)
      bytes.append(UInt8(ascii: "\""))
    }
  }

  private mutating func append(_ literal: StaticString) {
    literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }
}

// MARK: - Escaping

extension MarkupWriter {
  /// Copies the runs between characters that cannot stand as they are, in one go each.
  private mutating func escape(_ text: String, asAttribute: Bool) {
    let source = text.utf8Span.span
    var runStart = 0
    var index = 0
    while index < source.count {
      guard Self.mayNeedEscape(source[index]),
        let (length, replacement) = Self.replacement(source, at: index, asAttribute: asAttribute)
      else {
        index += 1
        continue
      }
      append(source, runStart..<index)
      append(replacement)
      index += length
      runStart = index
    }
    append(source, runStart..<source.count)
  }

  @inline(__always)
  private static func mayNeedEscape(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      0xEF:
      true
    default: false
    }
  }

  /// What stands for the character at `index` and how many bytes it replaces; `nil` when the
  /// character can stand. Line ends and tabs in attributes would be read as blanks (XML §3.3.3), a
  /// carriage return in text as a line feed (§2.11).
  private static func replacement(
    _ source: Span<UInt8>, at index: Int, asAttribute: Bool
  ) -> (length: Int, text: StaticString)? {
    switch source[index] {
    case UInt8(ascii: "&"): return (1, "&amp;")
    case UInt8(ascii: "<"): return (1, "&lt;")
    case UInt8(ascii: ">"): return (1, "&gt;")
    case UInt8(ascii: "\""): return asAttribute ? (1, "&quot;") : nil
    case UInt8(ascii: "\t"): return asAttribute ? (1, "&#9;") : nil
    case UInt8(ascii: "\n"): return asAttribute ? (1, "&#10;") : nil
    case UInt8(ascii: "\r"): return (1, "&#13;")
    case 0xEF
    where index + 2 < source.count && source[index + 1] == 0xBF
      && source[index + 2] >= 0xBE:
      // U+FFFE and U+FFFF.
      return (3, "\u{FFFD}")
    case 0..<0x20: return (1, "\u{FFFD}")
    default: return nil
    }
  }

  private mutating func append(_ source: Span<UInt8>, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    source.extracting(range).withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
  }
}
