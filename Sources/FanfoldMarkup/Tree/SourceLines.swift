/// A place in a file.
public struct SourcePosition: Sendable, Hashable {
  /// In bytes of the decoded text, from 0.
  public let offset: Int
  /// From 1; LF, CR LF and a lone CR end a line.
  public let line: Int
  /// In bytes, from 1.
  public let column: Int
}

/// Turns offsets in what the parser read into places in the file: the parser's own line numbers
/// stop at 65,535 and know no column.
struct SourceLines: Sendable {
  /// Where lines begin, from the second on.
  private var starts: [UInt32] = []
  var lineStarts: [UInt32] { starts }
  /// Where the parser was given more, or other, bytes than the file has, and by how many it is
  /// ahead from there on.
  private var shifts: [(offset: UInt32, ahead: Int32)] = []

  init() {}

  /// The lines of a file.
  init(_ source: [UInt8]) {
    let bytes = source.span
    starts.reserveCapacity(source.count / 64)
    if bytes.firstIndex(of: 0x0D) == nil {
      var next = bytes.firstIndex(of: 0x0A)
      while let end = next {
        starts.append(UInt32(end + 1))
        next = bytes.firstIndex(of: 0x0A, from: end + 1)
      }
    } else {
      for index in bytes.indices where bytes[index] <= 0x0D {
        let isLone = index + 1 == bytes.count || bytes[index + 1] != 0x0A
        if bytes[index] == 0x0A || (bytes[index] == 0x0D && isLone) {
          starts.append(UInt32(index + 1))
        }
      }
    }
  }

  /// Notes that from an offset in the parser's input on, it is so many bytes ahead of the file.
  mutating func shift(at offset: Int, ahead: Int) {
    shifts.append((UInt32(offset), Int32(ahead)))
  }

  func position(of parsed: Int) -> SourcePosition {
    let offset = sourceOffset(of: parsed)
    let after = starts.partitioningIndex { $0 > offset }
    let start = after == 0 ? 0 : Int(starts[after - 1])
    return SourcePosition(offset: offset, line: after + 1, column: offset - start + 1)
  }

  /// Where the last line was found.
  struct Place: Sendable {
    fileprivate var line = 0
    fileprivate var shift = 0
  }

  /// The line of an offset, looked for from a place on, where it is if offsets are asked for in
  /// their order.
  func line(of parsed: Int, near place: inout Place) -> Int {
    place.shift = shifts.partitioningIndex(near: place.shift) { $0.offset > parsed }
    let offset = place.shift == 0 ? parsed : parsed - Int(shifts[place.shift - 1].ahead)
    place.line = starts.partitioningIndex(near: place.line) { $0 > offset }
    return place.line + 1
  }

  /// Where in the file something is that the parser has at an offset.
  func sourceOffset(of parsed: Int) -> Int {
    let after = shifts.partitioningIndex { $0.offset > parsed }
    return after == 0 ? parsed : parsed - Int(shifts[after - 1].ahead)
  }
}

extension Array {
  /// The first index whose element belongs to the second part, in an array that is in two parts.
  func partitioningIndex(_ isSecond: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      if isSecond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The same, when it is probably within a few steps of another index.
  func partitioningIndex(near guess: Int, _ isSecond: (Element) -> Bool) -> Int {
    var index = guess
    for _ in 0..<16 {
      if index < count, !isSecond(self[index]) {
        index += 1
      } else if index > 0, isSecond(self[index - 1]) {
        index -= 1
      } else {
        return index
      }
    }
    return partitioningIndex(isSecond)
  }
}
