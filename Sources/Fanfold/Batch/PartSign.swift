internal import FanfoldReading

/// What a file says at its beginning about being a part of a story.
struct PartSign {
  /// The story's title without the part's number, in small letters.
  let title: String?
  let number: Int

  /// Of a text only the head is read: a batch's files are asked before they are converted.
  private static let head = 8 << 10

  init?(path: String, limit: Int, reader: StoryReader) {
    guard let input = try? InputFile(path: path, limit: limit) else { return nil }
    let isPlain = input.bytes.prefix(Self.head).allSatisfy { $0 != 0 && $0 != UInt8(ascii: "<") }
    let bytes = isPlain ? Array(input.bytes.prefix(Self.head)) : input.bytes
    let file = StoryFile(name: path, bytes: bytes, neighbour: nil)
    guard let reading = try? reader.read(file) else { return nil }
    let title = reading.story.metadata.title
    let chapter = reading.story.chapters.first
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
