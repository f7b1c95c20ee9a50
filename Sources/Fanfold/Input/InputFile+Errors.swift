extension InputFile {
  static func folder(_ path: String) -> ConversionError {
    ConversionError(
      .system, "is-a-folder", file: path, problem: "this is a folder",
      help: "name the files of the story that are in it")
  }

  static func tooLarge(_ path: String, limit: Int) -> ConversionError {
    ConversionError(
      .input, "file-too-large", file: path, problem: "larger than \(limit >> 20) MiB",
      help: "split it, or raise the limit with --max-size if this really is one story")
  }

  static func unreadable(_ path: String, _ error: SystemError) -> ConversionError {
    let help: String
    switch error.kind {
    case .missing where path.contains("://"):
      help = "fanfold fetches nothing: save the page first, then name the saved file"
    case .missing:
      help = "check the name and the folder"
    case .forbidden:
      help = "ask its owner for the right to read it"
    case .other:
      help = "copy it to another place and try again"
    }
    let name = error.kind == .missing ? "missing-file" : "unreadable-file"
    return ConversionError(.system, name, file: path, problem: error.description, help: help)
  }
}
