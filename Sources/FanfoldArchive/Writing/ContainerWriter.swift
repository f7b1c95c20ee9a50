internal import CLibZip

/// Writes a ZIP container into memory, as EPUB asks for it (EPUB OCF 3.3 §4): files in the order
/// given, no extra fields, nothing from the clock, so that the same files make the same bytes.
public enum ContainerWriter {
  /// The container of the files; each carries the time `modified`, in seconds since 1970, as UTC.
  public static func write(
    _ files: [ContainerFile], modified: Int64
  ) throws(ArchiveError) -> [UInt8] {
    var deflater = try Deflater()
    return try write(packed: files.map { deflater.pack($0) }, modified: modified)
  }

  /// The container of files that are packed already.
  package static func write(
    packed files: [PackedFile], modified: Int64
  ) throws(ArchiveError) -> [UInt8] {
    let archive = try MemoryArchive()
    let time = DOSTime(secondsSince1970: modified)
    for file in files { try archive.add(file, time: time) }
    var bytes = try archive.finish()
    TimeStamps(time: time).write(into: &bytes)
    return bytes
  }
}

/// A libzip archive that is written into memory.
private final class MemoryArchive {
  private let output: OpaquePointer
  private var archive: OpaquePointer?

  init() throws(ArchiveError) {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let output = zip_source_buffer_create(nil, 0, 0, &error) else { throw .outOfMemory }
    // The archive takes over one reference; the bytes are read through the other.
    zip_source_keep(output)
    guard let archive = zip_open_from_source(output, ZIP_TRUNCATE, &error) else {
      zip_source_free(output)
      zip_source_free(output)
      throw .unfinished(reason: String(cString: zip_error_strerror(&error)))
    }
    self.output = output
    self.archive = archive
  }

  deinit {
    if let archive { zip_discard(archive) }
    zip_source_free(output)
  }

  func add(_ member: PackedFile, time: DOSTime) throws(ArchiveError) {
    guard let source = MemberSource.make(for: member) else { throw .outOfMemory }
    let index = zip_file_add(archive, member.path, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      zip_source_free(source)
      throw .rejected(path: member.path, reason: reason)
    }
    let method = member.isDeflated ? ZIP_CM_DEFLATE : ZIP_CM_STORE
    guard zip_set_file_compression(archive, zip_uint64_t(index), method, 0) == 0,
      zip_file_set_dostime(archive, zip_uint64_t(index), time.time, time.date, 0) == 0
    else { throw .rejected(path: member.path, reason: reason) }
  }

  /// Writes the container and gives its bytes.
  func finish() throws(ArchiveError) -> [UInt8] {
    guard zip_close(archive) == 0 else { throw .unfinished(reason: reason) }
    archive = nil
    var stat = zip_stat_t()
    guard zip_source_open(output) == 0, zip_source_stat(output, &stat) == 0 else {
      throw .outOfMemory
    }
    defer { zip_source_close(output) }
    let size = Int(stat.size)
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = max(0, Int(zip_source_read(output, buffer.baseAddress, zip_uint64_t(size))))
    }
    guard bytes.count == size else { throw .unfinished(reason: "its bytes cannot be read back") }
    return bytes
  }

  private var reason: String {
    guard let archive else { return "it is closed" }
    return String(cString: zip_strerror(archive))
  }
}
