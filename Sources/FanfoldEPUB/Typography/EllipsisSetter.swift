/// Sets three dots, together or with spaces between, as one character; four are an ellipsis and a
/// full stop. Two dots, and five and more, are the author's own.
struct EllipsisSetter {
  /// The changes to be made.
  static func edits(of flow: TextFlow) -> [TextFlow.Edit] {
    let bytes = flow.bytes
    var edits: [TextFlow.Edit] = []
    var offset = 0
    while offset < bytes.count {
      guard bytes[offset] == UInt8(ascii: ".") else {
        offset += 1
        continue
      }
      let dots = Dots(from: offset, in: bytes)
      if dots.count == 3 || dots.count == 4, flow.isFree(dots.place), !dots.isPartOfPath {
        edits.append(.init(dots.place, dots.count == 3 ? "…" : "…."))
      }
      offset = dots.place.upperBound
    }
    return edits
  }

  /// Dots that belong together.
  private struct Dots {
    var count = 0
    var place: Range<Int>
    /// `.../x`
    var isPartOfPath: Bool

    init(from start: Int, in bytes: [UInt8]) {
      let dot = UInt8(ascii: ".")
      var end = start
      while end < bytes.count, bytes[end] == dot {
        end += 1
        count += 1
      }
      if count == 1 {
        while end + 1 < bytes.count, bytes[end] == 0x20, bytes[end + 1] == dot {
          end += 2
          count += 1
        }
        // The last of `. . ...` is no part of a row.
        if end < bytes.count, bytes[end] == dot { count = 2 }
      } else if end + 1 < bytes.count, bytes[end] == 0x20, bytes[end + 1] == dot {
        count = 0
        while end + 1 < bytes.count,
          bytes[end] == dot || bytes[end] == 0x20 && bytes[end + 1] == dot
        { end += 1 }
      }
      let slashes = "/\\".utf8
      let ellipsis = Array("…".utf8)
      place = start..<end
      isPartOfPath =
        start > 0 && slashes.contains(bytes[start - 1])
        || end < bytes.count && slashes.contains(bytes[end])
        || start > 2 && bytes[start - 3..<start].elementsEqual(ellipsis)
        || bytes[end...].starts(with: ellipsis)
    }
  }
}
