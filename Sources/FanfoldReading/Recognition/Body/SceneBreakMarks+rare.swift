/// Marks that only their coming again and again tells from text.
extension SceneBreakMarks {
  /// Whether a line may be one: a sign or a ring alone, "%", "o", a row of hearts, "<3 <3 <3", or the few capitals that
  /// stand for a story's world or its people, between signs that stand around no speech, "~HP~", "-SW-SW-".
  static func isRare(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first, let last = bytes.last else { return false }
    if bytes.count <= 3, alone.contains(String(decoding: bytes, as: UTF8.self)) { return true }
    guard bytes.count >= 4 else { return false }
    let parts = bytes.split { $0 == 0x20 }
    if parts.count >= 3, parts.allSatisfy({ $0.elementsEqual("<3".utf8) }) { return true }
    guard fences.contains(first), fences.contains(last) else { return false }
    let groups = bytes.split { fences.contains($0) }
    return (1...4).contains(groups.count)
      && groups.allSatisfy { $0.count <= 4 && $0.allSatisfy { (0x41...0x5A).contains($0) } }
      && groups.contains { $0.count >= 2 }
  }

  private static let alone: Set<String> = [
    "-", "–", "—", "/", "|", "+", ".", "x", "o", "X", "O", "%", "&", "=", "^", "@", "<>",
  ]
  private static let fences = Set("~-=+".utf8)
}
