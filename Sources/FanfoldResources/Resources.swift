internal import CFanfoldResources

/// The files of the `Resources` folder, themes and tables, embedded in the program.
public enum Resources {
  /// The content of the file at `path`, counted from the folder ("themes/classic.css"), or `nil`
  /// when there is no such file.
  public static func bytes(at path: String) -> [UInt8]? {
    guard let file = fanfold_resource_at(path)?.pointee else { return nil }
    return Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
  }

  /// The paths of all files in a folder, "themes", in alphabetical order.
  public static func paths(in folder: String) -> [String] {
    var found: [String] = []
    var index = 0
    while let file = fanfold_resource(index)?.pointee {
      let path = String(cString: file.path)
      if path.hasPrefix(folder + "/") { found.append(path) }
      index += 1
    }
    return found.sorted()
  }
}
