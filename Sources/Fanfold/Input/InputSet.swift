/// The files of one story as they were named: one by one, or by the folder they are in.
public struct InputSet: Sendable {
  public private(set) var files: [InputFile] = []
  /// What was not read, and why.
  public private(set) var remarks: [Conversion.Remark] = []

  /// Reads the files; `-` is standard input. A folder stands for the files in it, those numbered first before the
  /// others, without hidden files, sidecars and folders.
  ///
  /// - Parameters:
  ///   - limit: The most bytes of one file.
  ///   - sidecars: Whether what lies beside the files is to be obeyed.
  public init(
    _ paths: [String], limit: Int = InputFile.usualLimit, sidecars: Bool = true
  ) throws(ConversionError) {
    for path in paths {
      if path == "-" {
        files.append(try .standardInput(limit: limit))
      } else if FileStatus(path: path)?.kind == .folder {
        try addFolder(path, limit: limit)
      } else {
        files.append(try InputFile(path: path, limit: limit))
      }
    }
    guard sidecars else { return }
    for index in files.indices { try files[index].findSidecar() }
  }

  private mutating func addFolder(_ path: String, limit: Int) throws(ConversionError) {
    let folder = String(path.reversed().drop { $0 == "/" }.reversed())
    let names: [String]
    do { names = try FolderContents.names(in: path) } catch {
      throw ConversionError(
        .system, "unreadable-folder", file: path, problem: error.description,
        help: "ask its owner for the right to read it")
    }
    let count = files.count
    for name in names where !name.hasSuffix(SidecarFile.ending) {
      add(folder.isEmpty ? "/" + name : folder + "/" + name, in: folder, limit: limit)
    }
    guard files.count > count else {
      throw ConversionError(
        .input, "no-story", file: path, problem: "there is no file in this folder",
        help: "name the story's files, or the folder they are in")
    }
  }

  private mutating func add(_ path: String, in folder: String, limit: Int) {
    guard FileStatus(path: path)?.kind == .regular else {
      // A page saved "complete" has its pictures in such a folder.
      if !path.hasSuffix("_files") {
        remarks.append(.init(file: path, text: "this is no file; it was skipped"))
      }
      return
    }
    do throws(ConversionError) {
      var file = try InputFile(path: path, limit: limit)
      file.isFromFolder = true
      file.folderTitle = InputFile(name: folder, bytes: []).storyTitle
      files.append(file)
    } catch {
      remarks.append(.init(file: path, text: "\(error.problem); it was skipped"))
    }
  }
}
