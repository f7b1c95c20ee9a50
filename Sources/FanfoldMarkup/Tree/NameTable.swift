/// Gives each name in a document one number.
///
/// The parser hands out the same pointer for the same name nearly always, so a small cache keyed by
/// pointers spares looking at the letters.
struct NameTable {
  typealias CName = UnsafePointer<UInt8>

  private struct Slot {
    var local: CName?
    var prefix: CName?
    var namespace: CName?
    var number: UInt32 = 0
  }

  private(set) var names: [MarkupName] = []
  private var numbers: [MarkupName: UInt32] = [:]
  private var cache = [Slot](repeating: Slot(), count: 256)

  /// Names of a document by their local part.
  var byLocalPart: [String: [UInt32]] {
    var result: [String: [UInt32]] = [:]
    for (number, name) in names.enumerated() {
      result[name.local, default: []].append(UInt32(number))
    }
    return result
  }

  mutating func number(_ local: CName, _ prefix: CName? = nil, _ namespace: CName? = nil) -> UInt32
  {
    let bits = UInt(bitPattern: local) ^ UInt(bitPattern: prefix) &* 31
    let index = Int(truncatingIfNeeded: (bits ^ bits >> 8) & 255)
    let slot = cache[index]
    if slot.local == local, slot.prefix == prefix, slot.namespace == namespace {
      return slot.number
    }
    let number = register(
      MarkupName(
        local: String(cString: local), prefix: prefix.map { String(cString: $0) } ?? "",
        namespace: namespace.map { String(cString: $0) } ?? ""))
    cache[index] = Slot(local: local, prefix: prefix, namespace: namespace, number: number)
    return number
  }

  private mutating func register(_ name: MarkupName) -> UInt32 {
    if let known = numbers[name] { return known }
    let number = UInt32(names.count)
    names.append(name)
    numbers[name] = number
    return number
  }
}
