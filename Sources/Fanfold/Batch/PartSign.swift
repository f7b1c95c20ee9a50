internal import FanfoldReading
internal import FanfoldStory

/// What a file says at its beginning about being a part of a story.
struct PartSign {
  /// The story's title without the part's number, in small letters.
  let title: String?
  let number: Int

  /// Of a text only the head is read: a batch's files are asked before they are converted.
  private static let head = 4 << 10
  private static let longHead = 32 << 10

  init?(path: String, limit: Int, reader: StoryReader) {
    guard let input = try? InputFile(path: path, limit: limit) else { return nil }
    let isPlain = input.bytes.prefix(Self.longHead).allSatisfy {
      $0 != 0 && $0 != UInt8(ascii: "<")
    }
    func story(_ head: Int) -> Story? {
      let bytes = head < input.bytes.count ? Array(input.bytes[..<head]) : input.bytes
      return try? reader.read(StoryFile(name: path, bytes: bytes, neighbour: nil)).story
    }
    let quick = isPlain ? story(Self.head) : nil
    // A header may be longer than that.
    let hasHeading = quick?.chapters.first.map { $0.heading != nil || $0.label != nil } ?? false
    guard let story = hasHeading ? quick : story(isPlain ? Self.longHead : .max) else { return nil }
    self.init(story)
  }

  private init?(_ story: Story) {
    let title = story.metadata.title
    let chapter = story.chapters.first
    let inTitle = title.flatMap(PartNumber.init(in:))
    guard
      let number = chapter?.heading.flatMap(PartNumber.init(in:)) ?? inTitle
        ?? chapter?.label.flatMap(PartNumber.init(label:))
    else { return nil }
    self.number = number.number
    self.title = title.map { inTitle == nil ? $0.lowercased() : Self.bare($0) }
  }

  /// "Borrowed Coat, Part 2/3" → "borrowed coat".
  private static func bare(_ title: String) -> String {
    var words = title.lowercased().split { " ()[]:,-".contains($0) }
    if let number = words.firstIndex(where: { $0.first.map { ("0"..."9").contains($0) } ?? false }),
      number > 0
    {
      words = Array(words[..<number])
    }
    while let last = words.last, ["part", "pt", "pt.", "chapter", "ch"].contains(last) {
      words.removeLast()
    }
    return words.joined(separator: " ")
  }
}
