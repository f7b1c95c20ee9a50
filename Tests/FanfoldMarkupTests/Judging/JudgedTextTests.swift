import FanfoldMarkup
import Testing

/// That a parser which is spared text tells of the same document, at the same places.
@Suite struct JudgedTextTests {
  private static let prose = "“Long enough to be spared,” she said—"

  /// What a document has, and where reading stood behind each tag.
  private func told(_ xml: String) -> [String] {
    let document = JudgedXML.read(Array(xml.utf8))
    let tree = document.tree
    var told = tree.events.map { event in
      switch event {
      case .start(let node): "\(tree.name(of: node)) \(place(tree.readOffset(of: node), document))"
      case .end(let node): "/ \(place(tree.closedOffset(of: node), document))"
      case .text(let node): tree.text(of: node)
      case .instruction(let node): "? \(place(tree.readOffset(of: node), document))"
      }
    }
    if let fault = document.fault { told.append("fault \(place(fault.offset, document))") }
    return told
  }

  private func place(_ offset: Int, _ document: JudgedXML) -> String {
    let (line, column) = document.places.place(of: offset)
    return "\(line):\(column)"
  }

  @Test(
    "text and places",
    arguments: [
      ("<p>\(prose)</p>", ["p 1:4", prose, "/ 1:45"]),
      ("<p>\n \(prose)\n</p>", ["p 1:4", "\n \(prose)\n", "/ 3:5"]),
      ("<p>\(prose)<b/>\(prose)</p>", ["p 1:4", prose, "b 1:45", "/ 1:45", prose, "/ 1:86"]),
      ("<p>\(prose)&amp;\(prose)</p>", ["p 1:4", "\(prose)&\(prose)", "/ 1:87"]),
      ("<p>\(prose)&#127;\(prose)</p>", ["p 1:4", "\(prose)\u{7F}\(prose)", "/ 1:88"]),
      ("<p>\(prose)]\(prose)</p>", ["p 1:4", "\(prose)]\(prose)", "/ 1:83"]),
      ("<p>\(prose)<!--<b>\(prose)--></p>", ["p 1:4", prose, "/ 1:92"]),
      ("<p><![CDATA[<b>\(prose)]]></p>", ["p 1:4", "<b>" + prose, "/ 1:60"]),
      ("<p><?a >\(prose)?>\(prose)</p>", ["p 1:4", "? 1:48", prose, "/ 1:89"]),
      ("<p a='>' b=\"'>\">\(prose)</p>", ["p 1:17", prose, "/ 1:58"]),
      ("<p>\(prose)\r\n\(prose)</p>", ["p 1:4", "\(prose)\n\(prose)", "/ 2:42"]),
      (
        "<!DOCTYPE p [<!ENTITY e \"\(prose)\">]><p>&e;\(prose)</p>",
        ["p 1:70", prose + prose, "/ 1:114"]
      ),
    ])
  func places(xml: String, expected: [String]) {
    #expect(told(xml) == expected)
  }

  @Test(
    "faults",
    arguments: [
      ("<p>\(prose)</b>", ["p 1:4", prose, "fault 1:43"]),
      ("<p>\(prose)]]></p>", ["p 1:4", "fault 1:44"]),
      ("<p>\(prose)\u{1}</p>", ["p 1:4", prose, "fault 1:41"]),
      ("<p>\(prose)\u{FFFF}</p>", ["p 1:4", "fault 1:41"]),
      ("<p>\(prose)", ["p 1:4", prose, "fault 1:41"]),
      ("<p/>\(prose)", ["p 1:5", "/ 1:5", "fault 1:5"]),
    ])
  func faults(xml: String, expected: [String]) {
    #expect(told(xml) == expected)
  }
}
