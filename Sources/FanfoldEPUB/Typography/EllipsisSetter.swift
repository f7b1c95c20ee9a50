internal import FanfoldMarkup

/// Sets three dots, together or with spaces between, as one character; four are an ellipsis and a
/// full stop. Two dots, and five and more, are the author's own.
struct EllipsisSetter {
  /// The changes to be made.
  static func edits(of flow: TextFlow) -> [TextFlow.Edit] {
    let bytes = flow.bytes
    var edits: [TextFlow.Edit] = []
    var offset = 0
    while let dot = bytes.span.firstIndex(of: UInt8(ascii: "."), from: offset) {
      offset = dot
      // One dot alone is a full stop.
      guard offset + 1 < bytes.count,
        bytes[offset + 1] == 0x20 || bytes[offset + 1] == bytes[offset]
      else {
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
      place = start..<end
      let before = start > 0 ? bytes[start - 1] : 0x20
      let after = end < bytes.count ? bytes[end] : 0x20
      isPartOfPath =
        Self.isStroke(before) || Self.isStroke(after)
        || start > 2 && Self.isEllipsis(at: start - 3, in: bytes)
        || Self.isEllipsis(at: end, in: bytes)
    }

    private static func isStroke(_ byte: UInt8) -> Bool {
      byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\")
    }

    private static func isEllipsis(at offset: Int, in bytes: [UInt8]) -> Bool {
      offset + 2 < bytes.count && bytes[offset] == 0xE2 && bytes[offset + 1] == 0x80
        && bytes[offset + 2] == 0xA6
    }
  }
}
