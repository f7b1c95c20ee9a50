internal import FanfoldMarkup

/// Writes `META-INF/container.xml`, which says where the package document is (OCF 3.3 §4.2.6.3.1).
struct ContainerDocumentWriter {
  let packagePath: String

  func write() -> [UInt8] {
    MarkupWriter.document(
      "container",
      ["xmlns": "urn:oasis:names:tc:opendocument:xmlns:container", "version": "1.0"]
    ) { out in
      out.group("rootfiles") {
        $0.voidLine(
          "rootfile",
          ["full-path": packagePath, "media-type": "application/oebps-package+xml"])
      }
    }
  }
}
