import FanfoldReading
import FanfoldStory
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite("The account of every character")
struct AccountTests {
  /// Pieces that documents are thrown together from.
  private static let pieces = [
    "Title: The Red Door\n", "Author: Rowan\n", "Rating: PG-13\n", "E-mail:\n", "Notes:\n\n",
    "Disclaimer:\n",
    "Summary:\n\nThey walk.\n\n", "by Rowan Hale\n",
    "Chapter 1\n\n", "=== Chapter Two ===\n\n", "III.\n\n", "Epilogue\n", "Part 2/3\r\n",
    "* * *\n\n", "~*~ Later ~*~\n", "-----\n",
    "A/N: be *kind* to me\n", "(A/N: hm)\n\n", "/* a note\n * of mine */\n", "The End\n", "TBC\n\n",
    "~Fin~\n", "Previous post\nUp\n",
    "1.5K 27 1\n", "Where stories live. Discover now", "From: a@b.example\nDate: 1 Jan 2001\n",
    "--\nme\n", "{PAGE|56}\n",
    "\u{1A}", "\0", "\t", "\u{A0}\u{3000}", "\r", "\n\n\n", "🙂🙂", "一\n\n", "「はい」\n", "<3 <What?>\n",
    "_x_ /y/ **z**\n", "\u{FFFE}",
    "    \"Well,\" she said, \"that was *not* what I meant.\"\n", "[HOME, 5 PM]\n", "Harry's POV\n",
    "\u{201C}Quite,\u{201D} he said.\n\n",
  ]

  @Test("closes for texts of any shape", arguments: 1...40)
  func random(seed: UInt64) throws {
    var generator = SplitMix(state: seed)
    for _ in 0..<10 {
      let count = Int.random(in: 1...60, using: &generator)
      var text = ""
      for _ in 0..<count {
        text +=
          Bool.random(using: &generator)
          ? Self.pieces.randomElement(using: &generator) ?? "" : prose(1) + "\n\n"
      }
      guard let reading = try? read(text) else { continue }
      #expect(
        reading.account.isClosed,
        "seed \(seed): \(reading.account.missing) bytes missing of \(text.debugDescription)")
    }
  }

  @Test(
    "closes for every text file of the corpus", .enabled(if: !corpus.isEmpty), arguments: corpus)
  func corpusFile(path: String) throws {
    guard let bytes = Self.bytes(at: path) else { throw Unreadable(path: path) }
    let reading = try reader.read(StoryFile(name: path, bytes: bytes))
    #expect(reading.account.isClosed, "\(reading.account.missing) bytes missing")
  }

  private struct Unreadable: Error { var path: String }

  /// Real inputs that may lie beside the project; the test is skipped where they do not.
  private static let corpus: [String] = {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let kinds = ["seeds", "txt_fic", "txt_story", "usenet_txt", "cjk_txt", "derived_encodings"]
    return kinds.flatMap { files(in: "/\(root)/../shared/corpus/\($0)") }.sorted()
  }()

  private static func files(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(folder + "/" + name) }
    }
    return names
  }

  private static func bytes(at path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
    }
    return bytes
  }
}

/// Random numbers that come again for the same seed.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
