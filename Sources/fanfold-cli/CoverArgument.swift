import Fanfold

/// What `--cover` says: a word, or the path of a picture.
enum CoverArgument {
  static func choice(_ word: String) throws -> CoverChoice {
    switch word {
    case "auto": return .automatic
    case "none": return .none
    default:
      let file = try InputFile(path: word)
      if let fault = CoverChoice.fault(of: file.bytes) {
        throw UsageError(
          "the cover '\(word)' cannot be used: \(fault)",
          help: "give a JPEG, PNG, GIF, WebP or SVG picture of at most 8 MB")
      }
      return .picture(bytes: file.bytes, name: file.name)
    }
  }
}
