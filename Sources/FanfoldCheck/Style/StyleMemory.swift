internal import FanfoldMarkup

/// Style sheets that were judged, and what was found in them: the books of a library share theirs.
struct StyleMemory: Sendable {
  private struct Sheet {
    let bytes: [UInt8]
    let judged: StyleCheck
  }

  private var sheets: [Sheet] = []
  /// The one that gives way to the next when there are enough.
  private var oldest = 0

  /// There are not many that come again, and large ones are too dear to keep.
  private static let limit = (count: 8, size: 1 << 17)

  /// What was found in a sheet, if it is known.
  func judged(_ bytes: [UInt8], like check: StyleCheck) -> StyleCheck? {
    sheets.first { $0.judged.isLike(check) && $0.bytes.isEqual(to: bytes) }?.judged
  }

  mutating func keep(_ judged: StyleCheck, of bytes: [UInt8]) {
    guard bytes.count <= Self.limit.size else { return }
    let sheet = Sheet(bytes: bytes, judged: judged)
    if sheets.count < Self.limit.count {
      sheets.append(sheet)
    } else {
      sheets[oldest] = sheet
      oldest = (oldest + 1) % Self.limit.count
    }
  }
}
