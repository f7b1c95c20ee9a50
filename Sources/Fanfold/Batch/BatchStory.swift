/// The files of one story in a batch.
package struct BatchStory: Sendable, Hashable {
  /// Their paths, as the user would write them.
  package let files: [String]
  /// Whether nobody named them: what is no story there is skipped, not refused.
  package let isFromFolder: Bool
  /// What the story is called when it does not say, when not after its first file.
  package let folderTitle: String?

  package init(files: [String], isFromFolder: Bool = false, folderTitle: String? = nil) {
    self.files = files
    self.isFromFolder = isFromFolder
    self.folderTitle = folderTitle
  }

  /// The same for the same files, wherever the program was started.
  var key: String { paths.joined(separator: "\n") }

  /// The real paths of the files.
  var paths: [String] { files.map { RealPath.of($0) ?? $0 } }

  /// Reads the files.
  func inputs(limit: Int, sidecars: Bool) throws(ConversionError) -> [InputFile] {
    var inputs: [InputFile] = []
    for path in files {
      var input = try InputFile(path: path, limit: limit)
      input.folderTitle = folderTitle
      if sidecars { try input.findSidecar() }
      inputs.append(input)
    }
    return inputs
  }

  /// The files, their sidecars and what was saved with them, as they are on the disk now.
  func stamps(sidecars: Bool) -> [FileStamp] {
    let beside = sidecars ? files.map(SidecarFile.path(beside:)) : []
    return (files + beside + files.flatMap(Self.saved(with:))).compactMap(FileStamp.init(path:))
  }

  /// The pictures in the folder that a browser makes beside a page.
  private static func saved(with page: String) -> [String] {
    guard let dot = page.lastIndex(of: "."), dot > page.startIndex else { return [] }
    let folder = page[..<dot] + StoryWalk.savedEnding
    return ((try? FolderContents.names(in: String(folder))) ?? []).map { "\(folder)/\($0)" }
  }
}
