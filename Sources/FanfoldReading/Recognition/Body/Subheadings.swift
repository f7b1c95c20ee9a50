internal import FanfoldMarkup
internal import FanfoldStory

/// Lines inside a chapter that say where, when or by whom the next scene is told: "[FBI HEADQUARTERS, Washington]",
/// "Harry's POV". They come in numbers, or say "POV".
struct Subheadings {
  let marks: SceneBreakMarks

  func read(_ draft: inout Draft) {
    var bracketed: [Int] = []
    var views: [Int] = []
    let text = draft.manuscript.text
    for block in draft.manuscript.blocks {
      let line = block.lines.lowerBound
      guard line >= draft.storyStart, line < draft.storyEnd else { continue }
      let range = draft.range(line)
      guard range.count <= 90, !range.isEmpty, draft.fates[line].isText else { continue }
      if text[range.lowerBound] == 0x5B, isBracketed(text[range]) { bracketed.append(line) }
      if block.lines.count == 1, range.count <= 44, mayNameView(text.span, range),
        isPointOfView(text[range]) || isNamedView(text[range])
      {
        views.append(line)
      }
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

  private func isBracketed(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.last == 0x5D && bytes.count >= 6 && marks.mark(bytes) != .plain
  }

  /// "(Hermione's point of view)", "Remus Sicht:", "PDV Drago": who sees, said in other words.
  private func isNamedView(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard !bytes.contains(0x22) else { return false }
    let hasMark =
      bytes.last == 0x3A || SceneBreakMarks.isWordByte(bytes.last ?? 0) || bytes.first == 0x28
      || bytes.first == 0x7E || bytes.first == 0x2A || bytes.first == 0x2D
    guard hasMark else { return false }
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
  private func mayNameView(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let pieces = Self.pieces
    var recent: UInt32 = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      if byte >= 0x80 {
        guard byte == 0xE2, index + 2 < range.upperBound, text[index + 1] == 0x80,
          (0x90...0xBF).contains(text[index + 2])
        else { return true }
        recent = 0
        index += 3
        continue
      }
      recent = recent << 8 | UInt32(byte | 0x20)
      if Self.lastLetters & 1 << (byte & 0x1F) != 0,
        pieces.contains(where: { recent & $0.mask == $0.letters })
      {
        return true
      }
      index += 1
    }
    return false
  }

  /// Pieces of "POV", ``viewWords`` and ``phrases``, the last letter lowest.
  private static let pieces: [(letters: UInt32, mask: UInt32)] = [
    "pov", "pdv", "icht", "ktiv", "view", "ista",
  ].map { piece in
    piece.utf8.reduce((0, 0)) { ($0.letters << 8 | UInt32($1), $0.mask << 8 | 0xFF) }
  }

  /// A bit for each letter that a piece ends with, "a" the second lowest.
  private static let lastLetters = pieces.reduce(UInt32(0)) { $0 | 1 << ($1.letters & 0x1F) }

  private static let views: Set<Substring> = ["sicht", "pdv", "perspektive"]
  private static let viewWords = views.map { Array($0.utf8) }.sorted { $0.count < $1.count }
  private static let phrases = ["point of view", "punto de vista"].map { Array($0.utf8) }

  /// "Harry's POV", "~Draco POV~", "POV: Drago".
  private func isPointOfView(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count <= 40 else { return false }
    let words = Folding.fold(bytes).split(whereSeparator: { !$0.isLetter && $0 != "'" })
    return words.count <= 5 && (words.contains("pov") || words.contains("pov's"))
      && !bytes.contains(UInt8(ascii: "."))
  }
}
