/// The names in a document, each with a number.
struct NameTable: Sendable {
  private(set) var names: [MarkupName] = []
  /// The first name with a local part; `next` leads to those in other namespaces.
  private var first: [String: UInt32] = [:]
  private var next: [UInt32?] = []

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

  fileprivate mutating func number(_ name: MarkupName) -> UInt32 {
    var last: UInt32?
    var candidate = first[name.local]
    while let number = candidate {
      if names[Int(number)] == name { return number }
      last = number
      candidate = next[Int(number)]
    }
    let number = UInt32(names.count)
    names.append(name)
    next.append(nil)
    if let last { next[Int(last)] = number } else { first[name.local] = number }
    return number
  }
}

/// Fills a ``NameTable`` from what a parser says.
///
/// The parser hands out the same pointer for the same name nearly always, so a small cache keyed by
/// pointers spares looking at the letters.
struct NameCollector {
  typealias CName = UnsafePointer<UInt8>

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
    let number = table.number(
      MarkupName(
        local: String(cString: local), prefix: prefix.map { String(cString: $0) } ?? "",
        namespace: namespace.map { String(cString: $0) } ?? ""))
    cache[index] = Slot(local: local, prefix: prefix, namespace: namespace, number: number)
    return number
  }
}
