/// Turns offsets in UTF-8 text into lines and columns as Java programs count them: columns in units
/// of UTF-16. A reader of XML that stands behind the first letter of a file is at 1:2.
package final class TextPlaces: Sendable {
  let source: [UInt8]
  private let lines: SourceLines
  /// In lines that are very long, columns counted beforehand.
  private let milestones: [(offset: UInt32, column: UInt32)]

  private static let stride = 4096

  init(_ bytes: [UInt8], lines: SourceLines) {
    source = bytes
    self.lines = lines
    var milestones: [(offset: UInt32, column: UInt32)] = []
    for (start, end) in lines.longLines(over: Self.stride, in: bytes.count) {
      var column = 1
      for block in Swift.stride(from: start, to: end, by: Self.stride) {
        milestones.append((UInt32(block), UInt32(column)))
        column += Self.units(bytes.span.extracting(block..<min(block + Self.stride, end)))
      }
    }
    self.milestones = milestones
  }

  /// The line and column of an offset, both from 1.
  package func place(of offset: Int) -> (line: Int, column: Int) {
    let source = source
    let offset = min(max(0, offset), source.count)
    let position = lines.position(of: offset)
    var (from, column) = (offset - position.column + 1, 1)
    let after = milestones.partitioningIndex { $0.offset > offset }
    if after > 0, milestones[after - 1].offset >= from {
      (from, column) = (Int(milestones[after - 1].offset), Int(milestones[after - 1].column))
    }
    return (position.line, column + Self.units(source.span.extracting(from..<offset)))
  }

  private static func units(_ text: Span<UInt8>) -> Int {
    let ascii = EightBytes.firstWide(text)
    var count = ascii
    for index in ascii..<text.count {
      let byte = text[index]
      if byte & 0xC0 != 0x80 { count += byte >= 0xF0 ? 2 : 1 }
    }
    return count
  }
}

extension SourceLines {
  /// Where the lines longer than a bound begin and end.
  func longLines(over bound: Int, in count: Int) -> [(start: Int, end: Int)] {
    var found: [(start: Int, end: Int)] = []
    var start = 0
    for next in lineStarts + [UInt32(count)] {
      if Int(next) - start > bound { found.append((start, Int(next))) }
      start = Int(next)
    }
    return found
  }
}
