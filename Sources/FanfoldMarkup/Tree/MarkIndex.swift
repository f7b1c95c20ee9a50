/// Where the words of `class` and the values of `id` stand in a page, so that a selector that asks
/// for one looks at the elements that have it and at no other: sites are told apart by dozens of
/// selectors of which a page meets a handful.
struct MarkIndex: Sendable {
  /// What a selector asks for.
  enum Kind: UInt64 {
    case id = 0x1D
    case className = 0xC1
  }

  private struct Entry {
    let hash: UInt32
    let node: UInt32
    /// The entry before in the same slot, from 1; 0 is none.
    let previous: UInt32
  }

  private var slots: [UInt32] = []
  private var entries: [Entry] = []
  /// Where the first and the last element of each name are: there is one title, at the top.
  private var extents: [(first: UInt32, last: UInt32)] = []

  /// An index of nothing: XML has its trees read in another way.
  init() {}

  /// The index of a page.
  init(_ tree: MarkupTree.Parts) {
    let id = tree.nameTable.numbers("id").first
    let className = tree.nameTable.numbers("class").first
    slots = Array(repeating: 0, count: 1024)
    extents = Array(repeating: (.max, 0), count: tree.nameTable.names.count)
    for index in tree.records.indices where tree.records[index].kind == .element {
      let name = Int(tree.records[index].name)
      extents[name].first = min(extents[name].first, UInt32(index))
      extents[name].last = UInt32(index)
      for attribute in tree.attributes[tree.records[index].attributeRange] {
        guard attribute.name == id || attribute.name == className else { continue }
        let value = Int(attribute.value.lowerBound)..<Int(attribute.value.upperBound)
        if attribute.name == id {
          add(Self.hash(.id, tree.text.span.extracting(value)), index)
        } else {
          addWords(of: tree.text.span.extracting(value), index)
        }
      }
    }
  }

  private mutating func addWords(of value: Span<UInt8>, _ node: Int) {
    var start = 0
    while start < value.count {
      var end = start
      while end < value.count, value[end] > 0x20 { end += 1 }
      if end > start { add(Self.hash(.className, value.extracting(start..<end)), node) }
      start = end + 1
    }
  }

  private mutating func add(_ hash: UInt32, _ node: Int) {
    let slot = Int(hash & 1023)
    entries.append(Entry(hash: hash, node: UInt32(node), previous: slots[slot]))
    slots[slot] = UInt32(entries.count)
  }

  /// The elements that may have a word, the last first; `nil` where there is no index.
  func nodes(with word: [UInt8], _ kind: Kind) -> [Int]? {
    guard !slots.isEmpty else { return nil }
    let hash = Self.hash(kind, word.span)
    var nodes: [Int] = []
    var next = slots[Int(hash & 1023)]
    while next != 0 {
      let entry = entries[Int(next) - 1]
      if entry.hash == hash, nodes.last != Int(entry.node) { nodes.append(Int(entry.node)) }
      next = entry.previous
    }
    return nodes
  }

  /// Among which nodes all elements of a name are; `nil` where there is no index.
  func places(of name: UInt32) -> Range<Int>? {
    guard !slots.isEmpty else { return nil }
    let extent = extents[Int(name)]
    return extent.first <= extent.last ? Int(extent.first)..<Int(extent.last) + 1 : 0..<0
  }

  /// FNV-1a, its halves folded into one. Two words with one hash cost a comparison and no more.
  private static func hash(_ kind: Kind, _ word: Span<UInt8>) -> UInt32 {
    var hash = 0xCBF2_9CE4_8422_2325 ^ kind.rawValue
    for index in word.indices { hash = (hash ^ UInt64(word[index])) &* 0x100_0000_01B3 }
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }
}
