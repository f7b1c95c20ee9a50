internal import FanfoldReading

/// One file of a story, read.
struct StoryPart {
  let input: InputFile
  let reading: Reading

  /// The number the part gives itself in its first heading ("Part 2/3") or in its title.
  var number: PartNumber? {
    let metadata = reading.story.metadata
    let heading = reading.story.chapters.first?.heading
    return [heading, metadata.title].lazy.compactMap { $0 }.compactMap(PartNumber.init(in:)).first
  }

  var removals: [Conversion.Removal] {
    reading.story.ledger.removed.map { .init(file: input.name, entry: $0) }
  }
}
