internal import FanfoldReading

extension Inspection {
  /// Writes a sidecar beside each of the files, and gives back their paths.
  ///
  /// - Parameter replacing: Whether a sidecar that is there already, with what somebody wrote into it, may go.
  public func writeSidecars(replacing: Bool) throws(ConversionError) -> [String] {
    let places = parts.map { (SidecarFile.path(beside: $0.file), $0.recognised) }
    for (path, _) in places where !replacing && FileStatus(path: path) != nil {
      throw ConversionError(
        .system, "file-exists", file: path, problem: "there is a sidecar here already",
        help: "edit it, or replace it with --force")
    }
    for (path, sidecar) in places {
      do {
        let file = OutputFile(path, existing: FileStatus(path: path))
        try file.write(SidecarWriter(sidecar).bytes)
      } catch {
        throw ConversionError(
          .system, "cannot-write", file: path, problem: "cannot write the sidecar: \(error)",
          help: "copy the story to a folder you may write to")
      }
    }
    return places.map(\.0)
  }
}
