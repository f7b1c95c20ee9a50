internal import FanfoldMarkup

/// The bytes of a text file as UTF-8, or why they are not text.
enum TextInput {
  /// - Parameter isMarkup: Whether the file may declare its encoding.
  static func decode(_ file: StoryFile, isMarkup: Bool = false) throws(ReadError) -> DecodedText {
    guard !file.bytes.isEmpty else { throw ReadError.empty(file.name) }
    let text: DecodedText
    do {
      let declared = isMarkup ? DeclaredEncoding.label(in: file.bytes) : nil
      text = try TextDecoder.decode(file.bytes, declared: declared)
    } catch {
      throw ReadError.notText(file.name, error)
    }
    guard text.bytes.count <= CompactRange.limit else { throw ReadError.tooLong(file.name) }
    return text
  }

  /// What a reader should know about the decoding.
  static func remarks(_ text: DecodedText) -> [String] {
    guard text.replaced > 0 else { return [] }
    let place = text.firstReplacedLine.map { ", the first on line \($0)" } ?? ""
    return ["\(text.replaced) broken characters became U+FFFD (read as \(text.encoding))\(place)"]
  }
}

extension ReadError {
  static func empty(_ file: String) -> ReadError {
    ReadError(
      "empty-file", file: file, problem: "the file is empty",
      help: "save the story again; nothing was stored")
  }

  static func tooLong(_ file: String) -> ReadError {
    ReadError(
      "text-too-long", file: file, problem: "the text has more than 4 GB",
      help: "split it into several files")
  }

  static func noStory(_ file: String) -> ReadError {
    ReadError(
      "no-story", file: file,
      problem: "there is no story in this file, only what stands around one",
      help: "open the page and save or copy the story's own text")
  }

  private static func help(_ error: DecodingError) -> String {
    guard case .binary(let kind, _) = error else {
      return "save the story as plain text and convert that"
    }
    if kind.hasSuffix("archive") { return "unpack it and convert the folder, or the files in it" }
    if kind.hasSuffix("book") {
      return "make an EPUB of it, with calibre or the like, and convert that"
    }
    return "save the story as plain text and convert that"
  }

  static func notText(_ file: String, _ error: DecodingError) -> ReadError {
    let problem =
      switch error {
      case .unknownEncoding(let name): "the encoding '\(name)' is not known"
      case .binary(let kind, _): "this is not a text file but \(kind)"
      }
    return ReadError("not-text", file: file, problem: problem, help: help(error))
  }
}
