internal import FanfoldPublication

/// A book that lies in the place of a new one.
enum PublishedBook {
  /// Whether the file is a book made by this program with that identifier.
  static func isEdition(at path: String, of identifier: String) -> Bool {
    guard case .bytes(let bytes, _) = try? FileContents(path: path, limit: InputFile.usualLimit),
      let package = try? Publication(bytes).package
    else { return false }
    let metadata = package.metadata
    return metadata.first("dc:identifier") == identifier
      && metadata.all("dc:contributor").contains { $0["role"] == "bkp" }
  }
}
