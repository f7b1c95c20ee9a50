internal import FanfoldReading
internal import FanfoldStory

/// One file of a story, read.
struct StoryPart {
  let input: InputFile
  let reading: Reading
  /// What the file's sidecar says, when it has one.
  let sidecar: Sidecar?
  /// The story as it was read; empty for a part that is there twice.
  var story: Story

  init(input: InputFile, reading: Reading, sidecar: Sidecar?) {
    self.input = input
    self.reading = reading
    self.sidecar = sidecar
    story = reading.story
  }

  /// The number the part gives itself in its first heading ("Part 2/3") or in its title.
  var number: PartNumber? {
    let heading = reading.story.chapters.first?.heading
    return heading.flatMap(PartNumber.init(in:))
      ?? reading.story.metadata.title.flatMap(PartNumber.init(in:))
  }

  var removals: [Conversion.Removal] {
    story.ledger.removed.map { .init(file: input.name, entry: $0) }
  }
}
