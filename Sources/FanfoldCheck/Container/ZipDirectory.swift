internal import FanfoldArchive

/// The directory of a ZIP container as Java reads it: what it refuses is refused, what it passes
/// over (counts of files, numbers of disks, lengths and checksums) is passed over.
struct ZipDirectory {
  enum Failure: Error, Equatable {
    /// The container has no directory that could be read.
    case unreadable(String)
    /// An entry of the directory is not as it has to be.
    case entry(String)
  }

  struct Entry {
    let path: String
    let isDeflated: Bool
    let packedLength: Int
    /// The length it says that it has unpacked.
    let length: Int
    let checksum: UInt32
    /// Where its local header begins.
    let offset: Int
  }

  private(set) var entries: [Entry] = []
  /// What stands for a number that is too long for its place.
  private static let unknown = 0xFFFF_FFFF
  private let bytes: [UInt8]
  private let limits: ContainerLimits

  init(_ bytes: [UInt8], limits: ContainerLimits) throws(Failure) {
    self.bytes = bytes
    self.limits = limits
    guard let end = ZipEnd(bytes) else { throw .unreadable("it has no end of a ZIP directory") }
    guard end.offset > 0 else { return }
    let start = end.offset - end.directoryLength
    // What stands before the container, all offsets leave out.
    let prefix = start - end.directoryOffset
    guard start >= 0, prefix >= 0 else { throw .unreadable("its directory is not where it says") }
    guard end.hasComment else { throw .unreadable("its comment breaks off") }
    try readEntries(start..<end.offset, prefix: prefix)
    guard entries.count <= limits.entryCount else {
      throw .unreadable("\(entries.count) files, more than \(limits.entryCount)")
    }
    let total = entries.reduce(into: 0) {
      $0 = min($0 + ($1.length == Self.unknown ? 0 : $1.length), Int.max / 2)
    }
    guard total <= limits.totalSize else {
      throw .unreadable("\(total) bytes unpacked, more than \(limits.totalSize)")
    }
  }

  private mutating func readEntries(_ range: Range<Int>, prefix: Int) throws(Failure) {
    var index = range.lowerBound
    while index + 46 <= range.upperBound {
      guard bytes.number(at: index, 4) == 0x0201_4B50 else {
        throw .entry("no file of the directory is where one should be")
      }
      let nameEnd = index + 46 + bytes.number(at: index + 28, 2)
      let extraEnd = nameEnd + bytes.number(at: index + 30, 2)
      guard nameEnd <= range.upperBound else { throw .entry("a name is too long") }
      let name = bytes[(index + 46)..<nameEnd]
      let words = "'\(String(decoding: name, as: UTF8.self))'"
      let method = bytes.number(at: index + 10, 2)
      if bytes.number(at: index + 8, 2) & 1 != 0 {
        throw .entry("\(words) is encrypted as ZIP does it")
      } else if method != 0, method != 8 {
        throw .entry("\(words) is packed by a method that EPUB does not have")
      } else if (try? UTF8Span(validating: name.span)) == nil {
        throw .entry("the name \(words) is not in UTF-8")
      }
      var extra = ZipExtra(bytes, nameEnd..<extraEnd)
      guard extraEnd <= range.upperBound || extraEnd < nameEnd + 4, extra.isValid else {
        throw .unreadable("the extra fields of \(words) are damaged")
      }
      let length = extra.long(bytes.number(at: index + 24, 4))
      let packedLength = extra.long(bytes.number(at: index + 20, 4))
      entries.append(
        Entry(
          path: String(decoding: name, as: UTF8.self), isDeflated: method == 8,
          packedLength: packedLength, length: length,
          checksum: UInt32(truncatingIfNeeded: bytes.number(at: index + 16, 4)),
          offset: prefix + extra.long(bytes.number(at: index + 42, 4))))
      index = extraEnd + bytes.number(at: index + 32, 2)
    }
    guard index == range.upperBound else { throw .entry("the directory has no even end") }
  }

  /// The bytes of a file, unpacked; nothing when it cannot be read, or would be beyond all measure.
  func contents(of entry: Entry) -> [UInt8]? {
    guard entry.offset >= 0, entry.offset <= bytes.count - 30,
      bytes.number(at: entry.offset, 4) == 0x0403_4B50
    else { return nil }
    let names = bytes.number(at: entry.offset + 26, 2) + bytes.number(at: entry.offset + 28, 2)
    let start = min(entry.offset + 30 + names, bytes.count)
    let packed = bytes[start..<min(bytes.count, start + min(entry.packedLength, bytes.count))]
    guard entry.isDeflated else { return Array(packed) }
    let most = min(
      limits.fileSize, max(ContainerLimits.harmlessSize, packed.count * limits.ratio))
    guard entry.length <= limits.fileSize || entry.length == Self.unknown else { return nil }
    return Inflater.inflate(
      packed, expecting: entry.length == Self.unknown ? packed.count : entry.length, atMost: most)
  }
}
