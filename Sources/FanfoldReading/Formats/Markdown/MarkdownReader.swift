internal import FanfoldMarkup
internal import FanfoldStory

/// Markdown → manuscript: CommonMark with GitHub's tables, strikethrough, bare addresses and footnotes; front matter in
/// YAML becomes facts.
///
/// What the account counts is what a reader of the finished page would see: the literals of the document, and the keys
/// and values of the front matter. The signs of Markdown, the targets of links and HTML's tags and comments are markup
/// and are not counted.
struct MarkdownReader {
  let labels: HeaderLabels

  func read(_ text: [UInt8], file: StoryFile) -> Manuscript {
    var builder = ManuscriptBuilder(file: file, textCapacity: text.count)
    let text = ControlCharacters.taken(from: text, into: &builder)
    var body = text[...]
    if let front = YAMLMatter(text) {
      FrontMatterReader(labels: labels).read(front.pairs, into: &builder)
      builder.lineOffset = front.lines
      body = text[front.end...]
    } else if let block = PandocTitleBlock(text) {
      block.state(in: &builder)
      builder.lineOffset = block.lines
      body = text[block.end...]
    }
    var flattener = MarkdownFlattener(neighbours: Neighbours(of: file))
    let events = MarkdownLines(labels: labels).events(
      MarkdownDocument(MarkdownOrnaments.escaped(body)).events)
    for event in events { flattener.add(event, to: &builder) }
    return builder.finish(hasTypedMarks: false)
  }
}
