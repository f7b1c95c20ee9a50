internal import FanfoldMarkup

/// What META-INF/encryption.xml says of the book's files (EPUB 3.3 §4.2.6.3.2, §4.4).
enum EncryptionCheck {
  private static let obfuscation = "http://www.idpf.org/2008/embedding"
  private static let adobe = "http://ns.adobe.com/digitaleditions/enc"

  static func check(_ judge: inout BookJudge) {
    let path = "META-INF/encryption.xml"
    guard let bytes = judge.bytesOfMetaFile(path) else { return }
    let document = XMLCheck.read(
      bytes, path: path, mediaType: "application/xml", judge.context.version, judge.context.desk,
      &judge.findings)
    DocumentSchemaCheck.checkMeta(document, judge.context, &judge.findings)
    var urls = URLCheck(base: .inBook(""), isInBook: true)
    let tree = document.tree
    for case .start(let node) in tree.events where tree.isElement(node, "CipherReference") {
      let place = document.place(of: node)
      guard let text = tree.attribute("URI", of: node),
        let url = urls.check(text, at: place, &judge.findings)
      else { continue }
      guard url.fragment == nil, judge.context.files.contains(url.bookPath) else {
        judge.findings.add(.targetMissing, at: place, "there is no '\(text)' in the book")
        continue
      }
      judge.context.files.markEncrypted(url.bookPath)
      if algorithm(of: node, in: tree) == obfuscation {
        judge.obfuscated.removeAll { $0.path == url.bookPath }
        judge.obfuscated.append((url.bookPath, place))
      }
    }
  }

  /// How the file that a reference names is encrypted.
  private static func algorithm(of reference: MarkupTree.Node, in tree: MarkupTree) -> String? {
    guard let data = tree.ancestors(of: reference).dropFirst().first(where: { _ in true }),
      tree.isElement(data, "EncryptedData"),
      tree.attribute("compression", in: adobe, of: data) == nil
    else { return nil }
    let methods = tree.children(of: data).filter {
      tree.isElement($0, "EncryptionMethod") && $0 < reference
    }
    return methods.last.flatMap { tree.attribute("Algorithm", of: $0) }
  }
}
