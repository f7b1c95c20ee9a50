import FanfoldArchive
import FanfoldReading
import FanfoldStory
import Testing

/// A Word document or an OpenDocument text written for a test.
enum SampleDocument {
  /// A Word document of the parts, around a body; a relation for each part of a kind.
  static func word(
    _ body: String, styles: String = "", parts: [(kind: String, xml: String)] = [],
    relations: String = "", files: [ContainerFile] = [],
    namespace: String = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  ) throws -> [UInt8] {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let names = "xmlns:w=\"\(namespace)\" xmlns:r=\"\(office)\""
    let all =
      [("styles", "<w:styles \(names)>\(styles)</w:styles>")] + parts.map { ($0.kind, $0.xml) }
    var list = relations
    var written: [ContainerFile] = []
    for (kind, xml) in all {
      list +=
        "<Relationship Id=\"part-\(kind)\" Type=\"\(office)/\(kind)\" Target=\"\(kind).xml\"/>"
      let open = xml.replacing("<w:\(kind)>", with: "<w:\(kind) \(names)>")
      written.append(file("word/\(kind).xml", open))
    }
    written += [
      file("[Content_Types].xml", "<Types/>"),
      file("word/document.xml", "<w:document \(names)><w:body>\(body)</w:body></w:document>"),
      file("word/_rels/document.xml.rels", "<Relationships>\(list)</Relationships>"),
    ]
    return try ContainerWriter.write(written + files, modified: 0)
  }

  /// A flat OpenDocument text.
  static func openDocument(_ body: String, styles: String = "") -> [UInt8] {
    let odf = "urn:oasis:names:tc:opendocument:xmlns:"
    return Array(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <office:document xmlns:office="\(odf)office:1.0" xmlns:text="\(odf)text:1.0" \
      xmlns:style="\(odf)style:1.0" xmlns:fo="\(odf)xsl-fo-compatible:1.0" \
      xmlns:table="\(odf)table:1.0" xmlns:draw="\(odf)drawing:1.0" \
      xmlns:xlink="http://www.w3.org/1999/xlink"><office:automatic-styles>\(styles)\
      </office:automatic-styles><office:body><office:text>\(body)</office:text></office:body>\
      </office:document>
      """.utf8)
  }

  static func file(_ path: String, _ xml: String) -> ContainerFile {
    ContainerFile(path: path, bytes: Array(xml.utf8))
  }

  /// A paragraph of one run with properties.
  static func paragraph(_ text: String, _ properties: String = "") -> String {
    "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"
  }

  static func read(_ bytes: [UInt8], name: String) throws -> Story {
    let reading = try reader.read(StoryFile(name: name, bytes: bytes))
    #expect(reading.account.isClosed, "\(reading.account.missing) bytes missing")
    return reading.story
  }
}
