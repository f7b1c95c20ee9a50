internal import FanfoldArchive
internal import FanfoldMarkup

/// The parts of a word processor's file, which is a ZIP container of XML documents.
struct OfficeContainer {
  private let container: ContainerReader
  private let file: String

  init(_ file: StoryFile) throws(ReadError) {
    self.file = file.name
    do {
      container = try ContainerReader(file.bytes)
    } catch {
      throw ReadError(error, file: file.name)
    }
  }

  /// The bytes of a part; `nil` where there is none, or none that can be unpacked.
  func bytes(at path: String) -> [UInt8]? { try? container.bytes(at: path) }

  /// A part that the file may do without; `nil` too where it cannot be read.
  func document(at path: String) -> MarkupTree? {
    guard let bytes = bytes(at: path), let text = try? TextDecoder.decode(bytes) else { return nil }
    return try? XMLDocument.parse(text.bytes)
  }

  /// The part that holds the text.
  func main(at path: String) throws(ReadError) -> MarkupTree {
    let bytes: [UInt8]
    do {
      bytes = try container.bytes(at: path)
    } catch {
      throw ReadError(error, file: file)
    }
    return try Self.parse(bytes, part: path, file: file)
  }

  /// The tree of an XML document of a file.
  static func parse(
    _ bytes: [UInt8], part: String, file: String
  ) throws(ReadError) -> MarkupTree {
    let text: [UInt8]
    do {
      text = try TextDecoder.decode(bytes, declared: DeclaredEncoding.label(in: bytes)).bytes
    } catch {
      throw ReadError.notText(file, error)
    }
    do {
      return try XMLDocument.parse(text)
    } catch {
      throw ReadError(
        "bad-markup", file: file, problem: "'\(part)' in the document cannot be read: \(error)",
        help: "open the file in a word processor and save it again")
    }
  }
}

extension ReadError {
  /// A container that cannot be read.
  fileprivate init(_ error: ArchiveError, file: String) {
    self.init(
      "bad-container", file: file, problem: "\(error)",
      help: "copy the file again, or open it in a word processor and save it again")
  }
}

extension MarkupTree {
  /// The value of an attribute by its local name: the namespaces differ between the editions of a format (ECMA-376,
  /// transitional and strict).
  func value(_ local: String, of node: Node) -> String? {
    attributes(of: node).first { $0.name.local == local }?.value
  }

  /// The first child of that local name.
  func child(_ name: String, of node: Node) -> Node? {
    children(of: node).first { isElement($0, name) }
  }

  /// The first element below a node with that local name.
  func firstElement(_ name: String, in node: Node) -> Node? {
    descendants(of: node).first { isElement($0, name) }
  }
}
