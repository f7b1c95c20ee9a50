internal import FanfoldArchive
internal import FanfoldMarkup

/// What of a book is encrypted, and how (EPUB 3.3 §4.2.6.3.2; W3C XML Encryption).
public struct Encryption: Sendable, Hashable {
  /// The algorithm of each encrypted file, by its path.
  public private(set) var algorithms: [String: String] = [:]

  /// The two ways to scramble fonts, which hide nothing that is read.
  public static let fontObfuscations: Set<String> = [
    "http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC",
  ]

  static let path = "META-INF/encryption.xml"

  init(_ container: ContainerReader) {
    guard let bytes = try? container.bytes(at: Self.path),
      let tree = try? XMLDocument.parse(TextDecoder.decode(bytes).bytes)
    else { return }
    for data in tree.descendants(of: tree.root) where tree.isElement(data, "EncryptedData") {
      var algorithm = ""
      for node in tree.descendants(of: data) {
        if tree.isElement(node, "EncryptionMethod"), tree.parent(of: node) == data {
          algorithm = tree.attribute("Algorithm", of: node) ?? ""
        } else if tree.isElement(node, "CipherReference"),
          let target = tree.attribute("URI", of: node),
          let path = ContainerPath.resolve(target, from: "")
        {
          algorithms[path] = algorithm
        }
      }
    }
  }

  /// Whether a file cannot be read because of it.
  public func locks(_ path: String) -> Bool {
    algorithms[path].map { !Self.fontObfuscations.contains($0) } ?? false
  }

  /// The system that holds the key, by the file it leaves in a container.
  static func system(of container: ContainerReader) -> String {
    systems.first { container.entry(at: $0.path) != nil }?.name ?? "an encryption"
  }

  private static let systems = [
    (path: "META-INF/license.lcpl", name: "Readium LCP"),
    (path: "META-INF/sinf.xml", name: "Apple FairPlay"),
    (path: "META-INF/rights.xml", name: "Adobe ADEPT"),
    (path: "rights.xml", name: "Adobe ADEPT"),
  ]
}
