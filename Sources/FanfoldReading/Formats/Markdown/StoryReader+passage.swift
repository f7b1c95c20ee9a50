internal import FanfoldMarkup
package import FanfoldStory

extension StoryReader {
  /// Reads words in Markdown that are no story: nothing is looked for in them, a heading stays a heading.
  package func passage(
    _ file: StoryFile
  ) throws(ReadError) -> (blocks: [Block], images: [StoryImage]) {
    let text = try TextInput.decode(file)
    var manuscript = MarkdownReader(labels: lexicon.labels).read(text.bytes, file: file)
    for index in manuscript.blocks.indices { manuscript.blocks[index].role = .body }
    let story = Recogniser(lexicon: lexicon).recognise(manuscript).story
    let blocks = story.chapters.flatMap(\.blocks)
    guard !blocks.isEmpty else { throw ReadError.empty(file.name) }
    return (blocks, story.images)
  }
}
