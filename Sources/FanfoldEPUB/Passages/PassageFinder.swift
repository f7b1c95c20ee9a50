internal import FanfoldStory

/// Finds the passages among blocks that follow each other. Each is told by a shape of its own, and one that is not quite
/// sure of its shape is none: that a letter looks like the text around it is no loss.
struct PassageFinder {
  private let blocks: [Block]
  private let words = LetterWords.all

  init(_ blocks: [Block]) { self.blocks = blocks }

  /// The passages in order; none overlaps another.
  func passages() -> [TextPassage] {
    var passages: [TextPassage] = []
    var index = 0
    // Where lines with speakers end that are no dialogue; to look at each again would take long.
    var listEnd = 0
    while index < blocks.count {
      if index >= listEnd, let (end, isDialogue) = speechesEnd(from: index) {
        listEnd = end
        if isDialogue {
          passages.append(TextPassage(kind: .dialogue, range: index..<end))
          index = end
          continue
        }
      }
      if var passage = passage(at: index) {
        let free = (passages.last?.range.upperBound ?? 0)..<index
        if passage.kind == .letter {
          passage.range = headStart(in: free)..<passage.range.upperBound
        }
        passages.append(passage)
      }
      index = max(index + 1, passages.last?.range.upperBound ?? 0)
    }
    return passages
  }

  private func passage(at index: Int) -> TextPassage? {
    guard blocks[index].alignment == .natural, let line = blocks[index].openingLine,
      let opening = line.openingRun
    else { return nil }
    if let end = letterEnd(from: index, opening: opening) {
      return TextPassage(kind: .letter, range: index..<end)
    }
    if Telegram.mayBegin(opening), Telegram.isOne(line.plainText) {
      return TextPassage(kind: .telegram, range: index..<(index + 1))
    }
    return nil
  }

  // MARK: dialogue

  /// Where lines with speakers end, and whether they are dialogue: three or more, and the same people speak again.
  private func speechesEnd(from start: Int) -> (end: Int, isDialogue: Bool)? {
    var speakers: [ArraySlice<UInt8>] = []
    var lines = 0
    var isChat = true
    var end = start
    while end < blocks.count, let spoken = Self.speeches(of: blocks[end]) {
      for speech in spoken {
        lines += 1
        isChat = isChat && speech.isChat
        if speakers.count < 40, !speakers.contains(speech.speaker) {
          speakers.append(speech.speaker)
        }
      }
      end += 1
    }
    guard lines > 0 else { return nil }
    return (end, lines >= 3 && (isChat || speakers.count < 40 && speakers.count * 3 <= lines * 2))
  }

  /// The speeches of a paragraph or of lines; `nil` when some line has no speaker.
  private static func speeches(of block: Block) -> [SpeechLine]? {
    guard block.alignment == .natural else { return nil }
    switch block.content {
    case .paragraph(let inlines):
      guard let speech = inlines.speech else { return nil }
      return [speech]
    case .lines(let lines):
      var speeches: [SpeechLine] = []
      for line in lines {
        guard let speech = line.speech else { return nil }
        speeches.append(speech)
      }
      return speeches
    default: return nil
    }
  }

  // MARK: letters

  /// Where a letter ends that begins with a salutation: behind the signature, which must be there.
  private func letterEnd(from start: Int, opening: String) -> Int? {
    guard opening.utf8.count <= Self.lineLimit, words.mayBeginSalutation(opening),
      let line = blocks[start].openingLine,
      let text = line.shortText(limit: Self.lineLimit), words.isSalutation(text)
    else { return nil }
    let last = min(blocks.count, start + Self.longestLetter)
    var index = start + 1
    while index < last {
      guard Self.isOfLetter(blocks[index]) else { return nil }
      if index > start + 1 || blocks[index].openingLine != nil,
        let end = signatureEnd(at: index)
      {
        return end
      }
      index += 1
    }
    return nil
  }

  /// Where the lines at the right begin that stand over a salutation: a place, a date.
  private func headStart(in range: Range<Int>) -> Int {
    var start = range.upperBound
    while start > range.lowerBound, blocks[start - 1].alignment == .end,
      blocks[start - 1].openingLine?.shortText(limit: Self.lineLimit) != nil
    {
      start -= 1
    }
    return start
  }

  /// Where the signature ends that begins at a block: "Yours," and the name in the next, or a name behind a dash.
  private func signatureEnd(at index: Int) -> Int? {
    let block = blocks[index]
    guard let line = block.openingLine, let text = line.shortText(limit: Self.lineLimit) else {
      return nil
    }
    guard words.isClosing(text) else {
      return block.alignment == .end || Self.isDashedName(text) ? index + 1 : nil
    }
    if case .lines = block.content { return index + 1 }
    guard index + 1 < blocks.count,
      let name = blocks[index + 1].openingLine?.shortText(limit: Self.lineLimit),
      Self.isName(name)
    else { return index + 1 }
    return index + 2
  }

  /// "– H. Granger"; a dash that opens speech is followed by more words.
  private static func isDashedName(_ text: String) -> Bool {
    guard let first = text.first, "-–—~".contains(first) else { return false }
    let name = text.drop { "-–—~ ".contains($0) }
    return isName(String(name))
  }

  private static func isName(_ text: String) -> Bool {
    guard text.first?.isUppercase == true, let last = text.split(separator: " ").last,
      text.split(separator: " ").count <= 3
    else { return false }
    // "H. G.", but no sentence.
    return last.last?.isLetter == true || last.count == 2 && last.last == "."
  }

  private static func isOfLetter(_ block: Block) -> Bool {
    switch block.content {
    case .paragraph, .lines, .list: true
    case .preformatted, .subheading, .sceneBreak, .quotation, .table, .figure, .spoiler: false
    }
  }

  private static let lineLimit = 80
  private static let longestLetter = 40
}

// MARK: - Quotations

extension PassageFinder {
  /// What a quotation is as a whole.
  static func kind(ofQuotation blocks: [Block]) -> TextPassage.Kind? {
    guard let first = blocks.first else { return nil }
    if let line = first.openingLine, Telegram.isOne(line.plainText) { return .telegram }
    let finder = PassageFinder(blocks)
    if finder.isLetter { return .letter }
    return blocks.count > 1 && finder.hasHeadline ? .clipping : nil
  }

  /// Salutation or signature is enough where the author has set the text apart.
  private var isLetter: Bool {
    if let text = blocks[0].openingLine?.shortText(limit: Self.lineLimit),
      words.isSalutation(text), blocks.count > 1 || blocks[0].lineCount > 1
    {
      return true
    }
    return blocks.count > 1
      && (signatureEnd(at: blocks.count - 1) != nil
        || signatureEnd(at: blocks.count - 2) == blocks.count)
  }

  /// A short first line in capitals or in bold, or a heading, over a text.
  private var hasHeadline: Bool {
    guard blocks[1].openingLine?.shortText(limit: Self.lineLimit) == nil || blocks.count > 2 else {
      return false
    }
    switch blocks[0].content {
    case .subheading: return true
    case .paragraph(let inlines):
      guard let text = inlines.shortText(limit: 120), text.contains(" ") else { return false }
      if inlines.count == 1, case .strong = inlines[0] { return true }
      return text.contains { $0.isUppercase } && !text.contains { $0.isLowercase }
    default: return false
    }
  }
}

extension Block {
  fileprivate var lineCount: Int {
    if case .lines(let lines) = content { lines.count } else { 1 }
  }
}
