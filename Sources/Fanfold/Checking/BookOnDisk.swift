/// A book to judge, by its path: a file, or a folder it was expanded into.
public struct BookOnDisk: Sendable, Hashable {
  public let path: String

  /// The book at a path.
  public init(_ path: String) { self.path = path }

  /// Judges the book.
  ///
  /// - Throws: ``ConversionError`` when it cannot be read at all.
  public func check(with validator: Validator) throws(ConversionError) -> Report {
    let contents: FileContents
    do { contents = try FileContents(path: path, limit: validator.limits.totalSize) } catch {
      throw ConversionError(
        .system, error.kind == .missing ? "missing-file" : "unreadable-file", file: path,
        problem: error.description, help: "name a book that can be read")
    }
    switch contents {
    case .bytes(let bytes, _): return validator.check(bytes, name: path)
    case .folder: return validator.check(try folderFiles(validator.limits), name: path)
    case .tooLarge:
      throw ConversionError(
        .input, "too-large", file: path,
        problem: "this file is larger than \(validator.limits.totalSize >> 20) MiB",
        help: "name a smaller file")
    }
  }

  private func folderFiles(_ limits: CheckLimits) throws(ConversionError) -> FolderFiles {
    let paths: [String]
    do { paths = try FolderTree.paths(in: path, atMost: limits.fileCount) } catch {
      throw ConversionError(
        .system, "unreadable-folder", file: path, problem: error.description,
        help: "ask its owner for the right to read it")
    }
    let (folder, size) = (path, limits.fileSize)
    return FolderFiles(paths: paths) { inner in
      guard case .bytes(let bytes, _) = try? FileContents(path: folder + "/" + inner, limit: size)
      else { return nil }
      return bytes
    }
  }
}

extension BookOnDisk {
  /// Judges many books on all processors; the results come in the order of the books, each as soon as it may.
  public static func check<Failure>(
    _ books: [BookOnDisk], with validator: Validator,
    each report: (BookOnDisk, Result<Report, ConversionError>) throws(Failure) -> Void
  ) async throws(Failure) {
    // One by one where there is only one: no other thread is waited for.
    if let only = books.first, books.count == 1 {
      return try report(only, only.result(with: validator))
    }
    var failure: Failure?
    await mapConcurrently(books, width: ProcessorCount.usable, { $0.result(with: validator) }) {
      index, result in
      do throws(Failure) { try report(books[index], result) } catch { failure = error }
      return failure == nil
    }
    if let failure { throw failure }
  }

  private func result(with validator: Validator) -> Result<Report, ConversionError> {
    Result { () throws(ConversionError) in try check(with: validator) }
  }
}
