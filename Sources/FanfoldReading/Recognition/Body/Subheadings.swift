internal import FanfoldMarkup
internal import FanfoldStory

/// Lines inside a chapter that say where, when or by whom the next scene is told: "[FBI HEADQUARTERS, Washington]",
/// "Harry's POV". They come in numbers, or say "POV".
struct Subheadings {
  let marks: SceneBreakMarks

  func read(_ draft: inout Draft) {
    var bracketed: [Int] = []
    var views: [Int] = []
    for block in draft.manuscript.blocks {
      guard let line = block.lines.first, line >= draft.storyStart, line < draft.storyEnd,
        draft.range(line).count <= 90, draft.fates[line].isText
      else { continue }
      let bytes = draft.bytes(line)
      if bytes.first == 0x5B, bytes.last == 0x5D, bytes.count >= 6, marks.mark(bytes) != .plain {
        bracketed.append(line)
      }
      if block.lines.count == 1, isPointOfView(bytes) || isNamedView(bytes) { views.append(line) }
    }
    if bracketed.count >= 2 { for line in bracketed { draft.fates[line] = .subheading } }
    for line in views { draft.fates[line] = .subheading }
    for line in draft.explains ? draft.fates.indices : 0..<0
    where draft.fates[line] == .subheading {
      draft.decide { draft in
        Decision(
          .subheading, draft.words(line), rule: "subheading", at: draft.place(line),
          because: "a line alone that says where, when or by whom the scene is told")
      }
    }
  }

  /// "(Hermione's point of view)", "Remus Sicht:", "PDV Drago": who sees, said in other words.
  private func isNamedView(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count <= 44, !bytes.contains(0x22) else { return false }
    let hasMark =
      bytes.last == 0x3A || SceneBreakMarks.isWordByte(bytes.last ?? 0) || bytes.first == 0x28
      || bytes.first == 0x7E || bytes.first == 0x2A || bytes.first == 0x2D
    guard hasMark, mayNameView(bytes) else { return false }
    let folded = Folding.fold(bytes)
    let span = folded.utf8Span.span
    if Self.phrases.contains(where: { span.firstIndex(of: $0) != nil }) { return true }
    guard Self.viewWords.contains(where: { span.firstIndex(of: $0) != nil }) else { return false }
    let words = folded.split(whereSeparator: { !$0.isLetter && $0 != "'" })
    guard (2...3).contains(words.count), let first = words.first, let last = words.last else {
      return false
    }
    return Self.views.contains(first) || Self.views.contains(last)
  }

  /// A look at the letters, so that not every line is folded: whether a piece of each word that says so is there, or
  /// something that folding might make one of. Quotation marks and dashes it does not.
  private func mayNameView(_ bytes: ArraySlice<UInt8>) -> Bool {
    let text = bytes.span
    let pieces = Self.pieces
    var recent: UInt32 = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte >= 0x80 {
        guard byte == 0xE2, index + 2 < text.count, text[index + 1] == 0x80,
          (0x90...0xBF).contains(text[index + 2])
        else { return true }
        recent = 0
        index += 3
        continue
      }
      recent = recent << 8 | UInt32(byte | 0x20)
      if pieces.contains(where: { recent & $0.mask == $0.letters }) { return true }
      index += 1
    }
    return false
  }

  /// Pieces of ``viewWords`` and ``phrases``, the last letter lowest.
  private static let pieces: [(letters: UInt32, mask: UInt32)] = [
    "pdv", "icht", "ktiv", "view", "ista",
  ].map { piece in
    piece.utf8.reduce((0, 0)) { ($0.letters << 8 | UInt32($1), $0.mask << 8 | 0xFF) }
  }

  private static let views: Set<Substring> = ["sicht", "pdv", "perspektive"]
  private static let viewWords = views.map { Array($0.utf8) }.sorted { $0.count < $1.count }
  private static let phrases = ["point of view", "punto de vista"].map { Array($0.utf8) }

  /// Whether the letters stand in the line, in capitals or not.
  private func hasPOV(_ bytes: ArraySlice<UInt8>) -> Bool {
    var recent: UInt32 = 0
    for byte in bytes {
      recent = recent << 8 & 0xFF_FFFF | UInt32(byte | 0x20)
      if recent == 0x70_6F76 { return true }
    }
    return false
  }

  /// "Harry's POV", "~Draco POV~", "POV: Drago".
  private func isPointOfView(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count <= 40, hasPOV(bytes) else { return false }
    let words = Folding.fold(bytes).split(whereSeparator: { !$0.isLetter && $0 != "'" })
    return words.count <= 5 && (words.contains("pov") || words.contains("pov's"))
      && !bytes.contains(UInt8(ascii: "."))
  }
}
