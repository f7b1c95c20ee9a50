internal import CLibZip

/// Hands a member to libzip. A source that says its bytes are deflated already, with both lengths
/// and the checksum, is copied into the container as it is.
final class MemberSource {
  private let member: PackedFile
  private var position = 0

  private init(_ member: PackedFile) {
    self.member = member
  }

  /// A libzip source of the member's bytes, which lives until libzip frees it.
  static func make(for member: PackedFile) -> OpaquePointer? {
    let reference = Unmanaged.passRetained(MemberSource(member))
    let source = zip_source_function_create(
      { context, data, length, command in
        guard let context else { return -1 }
        let reference = Unmanaged<MemberSource>.fromOpaque(context)
        guard command != ZIP_SOURCE_FREE else {
          reference.release()
          return 0
        }
        return reference.takeUnretainedValue().answer(command, data, Int(length))
      }, reference.toOpaque(), nil)
    if source == nil { reference.release() }
    return source
  }

  private func answer(
    _ command: zip_source_cmd_t, _ data: UnsafeMutableRawPointer?, _ length: Int
  ) -> zip_int64_t {
    switch command {
    case ZIP_SOURCE_OPEN:
      position = 0
      return 0
    case ZIP_SOURCE_READ: return read(into: data, length)
    case ZIP_SOURCE_STAT: return stat(into: data, length)
    case ZIP_SOURCE_CLOSE, ZIP_SOURCE_ERROR: return 0
    case ZIP_SOURCE_SUPPORTS:
      return [
        ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
        ZIP_SOURCE_FREE,
      ].reduce(0) { $0 | 1 << zip_int64_t($1.rawValue) }
    default: return -1
    }
  }

  private func read(into data: UnsafeMutableRawPointer?, _ length: Int) -> zip_int64_t {
    let count = min(length, member.content.count - position)
    guard let data, count > 0 else { return 0 }
    member.content.withUnsafeBytes { bytes in
      UnsafeMutableRawBufferPointer(start: data, count: count)
        .copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[position..<position + count]))
    }
    position += count
    return zip_int64_t(count)
  }

  private func stat(into data: UnsafeMutableRawPointer?, _ length: Int) -> zip_int64_t {
    guard let data, length >= MemoryLayout<zip_stat_t>.size else { return -1 }
    let stat = data.assumingMemoryBound(to: zip_stat_t.self)
    zip_stat_init(stat)
    stat.pointee.comp_method = zip_uint16_t(member.isDeflated ? ZIP_CM_DEFLATE : ZIP_CM_STORE)
    stat.pointee.size = zip_uint64_t(member.size)
    stat.pointee.comp_size = zip_uint64_t(member.content.count)
    stat.pointee.crc = member.crc
    stat.pointee.valid = zip_uint64_t(
      ZIP_STAT_COMP_METHOD | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_CRC)
    return zip_int64_t(MemoryLayout<zip_stat_t>.size)
  }
}
