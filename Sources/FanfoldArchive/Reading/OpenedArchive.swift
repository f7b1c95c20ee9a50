internal import CLibZip

/// A libzip archive read from bytes in memory.
final class OpenedArchive {
  /// What the archive reads; it must stay where it is as long as the archive is open.
  private let memory: UnsafeMutableBufferPointer<UInt8>
  private let archive: OpaquePointer

  init(_ bytes: [UInt8]) throws(ArchiveError) {
    memory = UnsafeMutableBufferPointer.allocate(capacity: max(1, bytes.count))
    _ = memory.initialize(from: bytes)
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    let length = zip_uint64_t(bytes.count)
    guard let source = zip_source_buffer_create(memory.baseAddress, length, 0, &error) else {
      memory.deallocate()
      throw .outOfMemory
    }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      zip_source_free(source)
      memory.deallocate()
      throw .notAContainer(reason: String(cString: zip_error_strerror(&error)))
    }
    self.archive = archive
  }

  deinit {
    zip_discard(archive)
    memory.deallocate()
  }

  var count: Int { Int(max(0, zip_get_num_entries(archive, 0))) }

  func entry(at index: Int) -> ContainerEntry? {
    var stat = zip_stat_t()
    guard zip_stat_index(archive, zip_uint64_t(index), 0, &stat) == 0, let name = stat.name
    else { return nil }
    return ContainerEntry(
      index: index, path: String(cString: name), size: Int(clamping: stat.size),
      compressedSize: Int(clamping: stat.comp_size), method: Self.method(stat.comp_method),
      isEncrypted: stat.encryption_method != ZIP_EM_NONE, crc32: stat.crc)
  }

  /// The bytes as the container keeps them.
  func packedBytes(of entry: ContainerEntry) throws(ArchiveError) -> [UInt8] {
    let index = zip_uint64_t(entry.index)
    guard entry.compressedSize <= memory.count,
      let file = zip_fopen_index(archive, index, zip_flags_t(ZIP_FL_COMPRESSED))
    else { throw .damaged(path: entry.path) }
    defer { zip_fclose(file) }
    let size = entry.compressedSize
    let packed = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = max(0, Int(zip_fread(file, buffer.baseAddress, zip_uint64_t(size))))
    }
    guard packed.count == size else { throw .damaged(path: entry.path) }
    return packed
  }

  private static func method(_ number: zip_uint16_t) -> ContainerEntry.Method {
    switch Int32(number) {
    case ZIP_CM_STORE: .stored
    case ZIP_CM_DEFLATE: .deflated
    default: .other(Int(number))
    }
  }
}
