internal import FanfoldStory

/// Finds an author who signed: a name with an address behind it, or a name alone at the right under a dedication.
struct SignatureReader {
  func read(_ draft: inout Draft) {
    for line in draft.fates.indices.prefix(60) {
      guard case .note = draft.fates[line] else { continue }
      if let name = nameBeforeAddress(draft.bytes(line)) ?? rightAligned(line, draft) {
        draft.metadata.authors = [Author(name)]
        draft.decide { draft in
          Decision(
            .author, name, rule: "signature-name", at: draft.place(line),
            because: "a note before the story is signed so")
        }
        return
      }
    }
  }

  /// "Rowan Hale [12345,678]" and "Rowan Hale <rowan@example.org>" at the start of a note.
  private func nameBeforeAddress(_ bytes: ArraySlice<UInt8>) -> String? {
    guard let open = bytes.prefix(44).firstIndex(where: { $0 == 0x5B || $0 == 0x3C || $0 == 0x28 }),
      let close = bytes[open...].firstIndex(where: { $0 == 0x5D || $0 == 0x3E || $0 == 0x29 })
    else { return nil }
    let inside = bytes[(open + 1)..<close]
    let isCompuServe =
      inside.count >= 7 && inside.contains(0x2C)
      && inside.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2C }
    guard isCompuServe || inside.contains(0x40) && !inside.contains(0x20) else { return nil }
    let name = bytes[bytes.startIndex..<open].prefix { _ in true }
    let words = name.last == 0x20 ? name.dropLast() : name
    return PersonName.looksLikeOne(words) ? String(decoding: words, as: UTF8.self) : nil
  }

  private func rightAligned(_ line: Int, _ draft: Draft) -> String? {
    let bytes = draft.bytes(line)
    let place = draft.manuscript.lines[line]
    guard place.indent > draft.manuscript.shape.width / 2, PersonName.looksLikeOne(bytes) else {
      return nil
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
