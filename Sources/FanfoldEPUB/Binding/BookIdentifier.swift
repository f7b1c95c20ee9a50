private import FanfoldArchive
internal import FanfoldStory

/// The name a book keeps through all its editions: a version 5 UUID (RFC 9562 §5.5), worked out
/// from where the story stands, or else from what it is called and who wrote it.
enum BookIdentifier {
  static func of(_ story: Story, title: String?, authors: [String]) -> String {
    if let source = story.metadata.source?.plainLine {
      return "urn:uuid:" + uuid(StoryAddress().identity(of: source))
    }
    var words = ["urn:fanfold:story", title ?? ""] + authors
    if title == nil || authors.isEmpty { words.append(opening(of: story)) }
    return "urn:uuid:" + uuid(words.joined(separator: "\u{1F}"))
  }

  /// An anthology stays the same when stories join it.
  static func of(anthology title: String, editors: [String]) -> String {
    "urn:uuid:" + uuid((["urn:fanfold:anthology", title] + editors).joined(separator: "\u{1F}"))
  }

  /// The first letters of the text, which tell apart stories that are called alike.
  private static func opening(of story: Story) -> String {
    var opening = ""
    for block in story.chapters.lazy.flatMap(\.blocks) {
      block.forEachText { text in
        guard opening.utf8.count < 400 else { return }
        // No text has more letters than bytes, and bytes are quicker to count.
        opening += text.utf8.count <= 400 ? text[...] : text.prefix(400)
      }
      if opening.utf8.count >= 400 { break }
    }
    return opening.plainLine ?? ""
  }

  private static func uuid(_ name: String) -> String {
    // The namespace for URLs (RFC 9562 §6.6).
    let namespace: [UInt8] = [
      0x6B, 0xA7, 0xB8, 0x11, 0x9D, 0xAD, 0x11, 0xD1, 0x80, 0xB4, 0x00, 0xC0, 0x4F, 0xD4, 0x30,
      0xC8,
    ]
    var bytes = Array(Digest.sha1(namespace + Array(name.utf8)).prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x50
    bytes[8] = bytes[8] & 0x3F | 0x80
    let groups = [0..<4, 4..<6, 6..<8, 8..<10, 10..<16]
    return groups.map { Hexadecimal.text(bytes[$0]) }.joined(separator: "-")
  }
}
