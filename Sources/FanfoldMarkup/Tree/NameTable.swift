/// The names in a document, each with a number.
struct NameTable: Sendable {
  typealias CName = UnsafePointer<UInt8>

  private(set) var names: [MarkupName] = []
  /// Tables that share it have one number for one name, as far as both go.
  let lineage = NameLineage()
  /// The first name with a local part; `next` leads to those in other namespaces.
  private var first: [String: UInt32] = [:]
  private var next: [UInt32?] = []
  /// Where each name is spelt in `letters`: local part, prefix and namespace, each ended by 0.
  private var spellings: [UInt32] = []
  private var letters: [UInt8] = []
  private var hashes: [UInt32] = []
  /// Numbers, from 1, by hashes; 0 is none.
  private var slots: [UInt32] = []

  /// The numbers of the names that a test holds for among those with a local part.
  func numbers(_ local: String, where holds: (MarkupName) -> Bool = { _ in true }) -> [UInt32] {
    var numbers: [UInt32] = []
    var candidate = first[local]
    while let number = candidate {
      if holds(names[Int(number)]) { numbers.append(number) }
      candidate = next[Int(number)]
    }
    return numbers
  }

  /// The number of a name as a parser spells it.
  mutating func number(_ local: CName, _ prefix: CName?, _ namespace: CName?) -> UInt32 {
    if slots.isEmpty { slots = Array(repeating: 0, count: 128) }
    let hash = Self.hash(namespace, Self.hash(prefix, Self.hash(local, 0xCBF2_9CE4_8422_2325)))
    var slot = Int(truncatingIfNeeded: hash >> 32) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = slots[slot] - 1
      var place = Int(spellings[Int(number)])
      if has(local, at: &place), has(prefix, at: &place), has(namespace, at: &place) {
        return number
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    spellings.append(UInt32(letters.count))
    for part in [local, prefix, namespace] { spell(part) }
    let name = MarkupName(
      local: String(cString: local), prefix: prefix.map { String(cString: $0) } ?? "",
      namespace: namespace.map { String(cString: $0) } ?? "")
    hashes.append(UInt32(truncatingIfNeeded: hash >> 32))
    let number = append(name)
    slots[slot] = number + 1
    if names.count * 2 > slots.count { grow() }
    return number
  }

  private mutating func append(_ name: MarkupName) -> UInt32 {
    var last: UInt32?
    var candidate = first[name.local]
    while let number = candidate {
      last = number
      candidate = next[Int(number)]
    }
    let number = UInt32(names.count)
    names.append(name)
    next.append(nil)
    if let last { next[Int(last)] = number } else { first[name.local] = number }
    return number
  }

  // MARK: Spelling

  /// One step of FNV-1a for each letter, and one for the end.
  private static func hash(_ part: CName?, _ hash: UInt64) -> UInt64 {
    var hash = hash
    if var letter = part {
      while letter.pointee != 0 {
        hash = (hash ^ UInt64(letter.pointee)) &* 0x100_0000_01B3
        letter += 1
      }
    }
    return (hash ^ 0xFF) &* 0x100_0000_01B3
  }

  private mutating func spell(_ part: CName?) {
    if var letter = part {
      while letter.pointee != 0 {
        letters.append(letter.pointee)
        letter += 1
      }
    }
    letters.append(0)
  }

  /// Whether a part of a name stands at a place; leads behind it.
  private func has(_ part: CName?, at place: inout Int) -> Bool {
    if var letter = part {
      while letter.pointee != 0 {
        guard letters[place] == letter.pointee else { return false }
        place += 1
        letter += 1
      }
    }
    guard letters[place] == 0 else { return false }
    place += 1
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for (number, hash) in hashes.enumerated() {
      var slot = Int(hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number) + 1
    }
  }
}

/// Fills a ``NameTable`` from what a parser says.
///
/// The parser hands out the same pointer for the same name nearly always, so a small cache keyed by
/// pointers spares looking at the letters.
struct NameCollector {
  typealias CName = NameTable.CName

  private struct Slot {
    var local: CName?
    var prefix: CName?
    var namespace: CName?
    var number: UInt32 = 0
  }

  private(set) var table = NameTable()
  private var cache = [Slot](repeating: Slot(), count: 256)

  mutating func number(
    _ local: CName, _ prefix: CName? = nil, _ namespace: CName? = nil
  ) -> UInt32 {
    let bits = UInt(bitPattern: local) ^ UInt(bitPattern: prefix) &* 31
    let index = Int(truncatingIfNeeded: (bits ^ bits >> 8) & 255)
    let slot = cache[index]
    if slot.local == local, slot.prefix == prefix, slot.namespace == namespace {
      return slot.number
    }
    let number = table.number(local, prefix, namespace)
    cache[index] = Slot(local: local, prefix: prefix, namespace: namespace, number: number)
    return number
  }
}
