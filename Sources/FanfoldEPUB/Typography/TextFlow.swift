internal import FanfoldStory

/// The text of a paragraph as one run of bytes, whatever is emphasised or linked in it: a quotation
/// opened in one node is often closed in another. Each node's text keeps its place, so that the
/// nodes can be made anew of the changed bytes.
struct TextFlow {
  /// Stands for code and for words of another language, which are no text to the marks around them; no
  /// UTF-8 has this byte.
  static let opaque: UInt8 = 0xFF

  private(set) var bytes: [UInt8] = []
  /// Where the text of each node ends, in reading order.
  private var ends: [Int] = []
  /// What must stay as it is, in order and without overlap.
  private(set) var locks: [Range<Int>] = []

  /// The text of the lines, a line end between them.
  init(_ lines: [[Inline]]) {
    bytes.reserveCapacity(512)
    ends.reserveCapacity(8)
    for (index, line) in lines.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: "\n")) }
      for inline in line { append(inline) }
    }
  }

  private mutating func append(_ inline: Inline) {
    switch inline {
    case .text(let text):
      // A line end before the node is no part of it, so its beginning is kept as well.
      ends.append(bytes.count)
      bytes.append(contentsOf: text.utf8)
      ends.append(bytes.count)
    case .code, .language: bytes.append(Self.opaque)
    case .lineBreak, .image: bytes.append(UInt8(ascii: "\n"))
    default:
      for inline in inline.inner ?? [] { append(inline) }
    }
  }

  /// Keeps these places from being changed.
  mutating func lock(_ places: [Range<Int>]) {
    locks = places
  }

  /// Whether the byte must stay as it is.
  func isLocked(_ offset: Int) -> Bool {
    guard !locks.isEmpty else { return false }
    let index = locks.partition { $0.upperBound > offset }
    return index < locks.count && locks[index].contains(offset)
  }

  /// Whether the bytes may be exchanged as one: they are free, and of one node.
  func isFree(_ place: Range<Int>) -> Bool {
    guard !isLocked(place.lowerBound), !isLocked(place.upperBound - 1) else { return false }
    let index = ends.partition { $0 > place.lowerBound }
    return index < ends.count && ends[index] >= place.upperBound
  }
}

extension TextFlow {
  /// A change of a few bytes of one node. What is to be put in comes with the character beside it,
  /// so that there is no doubt which node it belongs to.
  struct Edit {
    var place: Range<Int>
    var text: String

    init(_ place: Range<Int>, _ text: String) {
      self.place = place
      self.text = text
    }
  }

  /// Makes the changes, which are in order and do not overlap.
  mutating func apply(_ edits: [Edit]) {
    guard !edits.isEmpty else { return }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + edits.count * 3)
    var moved = Shift(edits)
    var from = 0
    for edit in edits {
      result.append(contentsOf: bytes[from..<edit.place.lowerBound])
      result.append(contentsOf: edit.text.utf8)
      from = edit.place.upperBound
    }
    result.append(contentsOf: bytes[from...])
    bytes = result
    for index in ends.indices { ends[index] = moved.offset(ends[index]) }
    moved.restart()
    for index in locks.indices {
      let start = moved.offset(locks[index].lowerBound)
      locks[index] = start..<moved.offset(locks[index].upperBound)
    }
  }

  /// Tells where offsets are after edits; they are asked for in rising order.
  private struct Shift {
    private let edits: [Edit]
    private var next = 0
    private var difference = 0

    init(_ edits: [Edit]) { self.edits = edits }

    mutating func offset(_ old: Int) -> Int {
      while next < edits.count, edits[next].place.upperBound <= old {
        difference += edits[next].text.utf8.count - edits[next].place.count
        next += 1
      }
      return old + difference
    }

    mutating func restart() {
      next = 0
      difference = 0
    }
  }
}

extension TextFlow {
  /// The lines again, with the texts as they are now.
  func lines(like lines: [[Inline]]) -> [[Inline]] {
    var node = 0
    return lines.map { $0.map { inline(like: $0, &node) } }
  }

  private func inlines(like inlines: [Inline], _ node: inout Int) -> [Inline] {
    inlines.map { inline(like: $0, &node) }
  }

  private func inline(like inline: Inline, _ node: inout Int) -> Inline {
    switch inline {
    case .text:
      defer { node += 2 }
      return .text(String(decoding: bytes[ends[node]..<ends[node + 1]], as: UTF8.self))
    case .code, .language, .lineBreak, .image: return inline
    default: return inline.replacing(inner: inlines(like: inline.inner ?? [], &node))
    }
  }
}

extension Array {
  /// How many elements stand before the first for which `isBeyond` is true; it is true for all after.
  func partition(_ isBeyond: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBeyond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
