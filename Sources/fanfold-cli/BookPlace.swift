import Fanfold

/// Where a book goes.
enum BookPlace: Equatable {
  case file(String)
  case standardOutput

  /// How the name of a book ends.
  enum Ending: String {
    case epub = ".epub"
    /// By which Kobo's readers know what is marked for them.
    case kepub = ".kepub.epub"
  }

  /// The place the user named, else the first input's own with the ending.
  init(_ output: String?, inputs: [String], ending: Ending = .epub) throws(UsageError) {
    if inputs.count(where: { $0 == "-" }) > 1 {
      throw UsageError("standard input is named twice", help: "name '-' once")
    }
    if output == "-" {
      guard !StandardStream.output.isTerminal else {
        throw UsageError("a book is no text for a terminal", help: "name a file: -o BOOK.epub")
      }
      self = .standardOutput
      return
    }
    let path = try Self.path(output, first: inputs.first ?? "-", ending)
    if inputs.contains(where: { Environment.isSameFile($0, path) }) {
      throw UsageError(
        "'\(path)' is an input and the book's place", help: "name another file: -o BOOK.epub")
    }
    self = .file(path)
  }

  /// The place in words, or in a program's.
  var name: String {
    switch self {
    case .file(let path): path
    case .standardOutput: "-"
    }
  }

  /// The file, when it is one.
  var path: String? {
    switch self {
    case .file(let path): path
    case .standardOutput: nil
    }
  }

  /// What is odd about the place.
  func remarks(isForKobo: Bool) -> [Conversion.Remark] {
    guard isForKobo, case .file(let path) = self,
      !path.lowercased().hasSuffix(Ending.kepub.rawValue)
    else { return [] }
    return [
      .init(file: path, text: "Kobo's readers know books for them by a name in .kepub.epub")
    ]
  }

  /// Writes the book.
  func put(
    _ conversion: Conversion, replacing: Conversion.Replacing
  ) throws(ConversionError) {
    switch self {
    case .file(let path): try conversion.write(to: path, replacing: replacing)
    case .standardOutput: try StandardStream.output.write(conversion.epub)
    }
  }

  /// Writes the book.
  func put(
    _ anthology: Anthology, replacing: Conversion.Replacing
  ) throws(ConversionError) {
    switch self {
    case .file(let path): try anthology.write(to: path, replacing: replacing)
    case .standardOutput: try StandardStream.output.write(anthology.epub)
    }
  }

  private static func path(_ output: String?, first: String, _ ending: Ending) throws(UsageError)
    -> String
  {
    if let output, output.isEmpty {
      throw UsageError("-o is empty", help: "name a file: -o BOOK.epub")
    }
    if let output, !Environment.isFolder(output), !output.hasSuffix("/") { return output }
    guard first != "-" else {
      throw UsageError("standard input has no name for the book", help: "name it: -o BOOK.epub")
    }
    // A folder's book lies beside it, not among its files.
    let first = String(first.reversed().drop { $0 == "/" }.reversed())
    var stem = InputFile(name: first, bytes: []).stem
    if stem.lowercased().hasSuffix(".kepub") { stem.removeLast(".kepub".count) }
    let bare = stem + ending.rawValue
    guard !["", ".", ".."].contains(first.split(separator: "/").last ?? "") else {
      throw UsageError("this folder has no name for the book", help: "name it: -o BOOK.epub")
    }
    if let output { return output.hasSuffix("/") ? output + bare : output + "/" + bare }
    guard let slash = first.lastIndex(of: "/") else { return bare }
    return first[...slash] + bare
  }
}
