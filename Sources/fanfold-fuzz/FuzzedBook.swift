/// A small sound book of which one file is replaced by what the fuzzer makes up.
enum FuzzedBook {
  static let files: [String: [UInt8]] = [
    "mimetype": Array("application/epub+zip".utf8),
    "META-INF/container.xml": Array(
      """
      <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
      <rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
      </rootfiles></container>
      """.utf8),
    "EPUB/package.opf": Array(
      """
      <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
      <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
      <dc:identifier id="id">urn:uuid:6ba7b810-9dad-11d1-80b4-00c04fd430c8</dc:identifier>
      <dc:title>The Ferry</dc:title><dc:language>en</dc:language>
      <meta property="dcterms:modified">2026-01-01T00:00:00Z</meta></metadata>
      <manifest>
      <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
      <item id="chapter" href="chapter.xhtml" media-type="application/xhtml+xml"/>
      <item id="style" href="style.css" media-type="text/css"/>
      </manifest>
      <spine><itemref idref="chapter"/></spine></package>
      """.utf8),
    "EPUB/nav.xhtml": Array(
      """
      <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">
      <head><title>Contents</title></head><body><nav epub:type="toc"><ol>
      <li><a href="chapter.xhtml">One</a></li></ol></nav></body></html>
      """.utf8),
    "EPUB/chapter.xhtml": Array(
      """
      <html xmlns="http://www.w3.org/1999/xhtml"><head><title>One</title>
      <link rel="stylesheet" href="style.css"/></head><body><p>The lamp was lit.</p></body></html>
      """.utf8),
    "EPUB/style.css": Array("p { margin: 0 }\n".utf8),
  ]
}
