internal import FanfoldMarkup

/// A Word document (ECMA-376, ISO/IEC 29500, transitional and strict) → manuscript.
///
/// The account counts the text of the document, its notes, comments, headers and footers, deleted text that is still
/// in the file, and its properties; numbers of lists and fields that Word computes are no text.
struct DOCXReader {
  func read(_ file: StoryFile) throws(ReadError) -> Manuscript {
    let package = try WordPackage(file)
    guard package.document.first("body", in: package.document.root) != nil else {
      throw ReadError(
        "not-a-document", file: file.name, problem: "there is no text part in the Word document",
        help: "open the file in a word processor and save it again as .docx")
    }
    var output = OfficeOutput(file)
    output.sourceLine = 0
    if let properties = package.container.document(at: "docProps/core.xml") {
      DocumentProperties.read(properties, below: properties.root, into: &output)
    }
    for kind in ["header", "footer", "comments"] {
      for part in package.parts(kind) {
        for node in part.descendants(of: part.root) where part.isElement(node, "t") {
          output.leaveOut(part.text(of: node).utf8, kind == "comments" ? .comment : .everyPage)
        }
      }
    }
    var walk = WordWalk(package, output)
    walk.run()
    return walk.output.manuscript()
  }
}
