internal import FanfoldStory

extension [Block] {
  /// Adds blocks: paragraphs of a quotation go into the quotation before them, items into the list before them.
  mutating func append(joining blocks: [Block]) {
    for block in blocks {
      guard let last, let joined = Self.joined(last.content, block.content) else {
        append(block)
        continue
      }
      self[count - 1].content = joined
      if let first = last.lines?.first, let end = block.lines?.last {
        self[count - 1].lines = SourceLines(first, end)
      }
    }
  }

  private static func joined(_ first: Block.Content, _ second: Block.Content) -> Block.Content? {
    switch (first, second) {
    case (.quotation(let before), .quotation(let after)):
      .quotation(before + after)
    case (.list(let isOrdered, let before), .list(let goesOn, let after)) where isOrdered == goesOn:
      .list(ordered: isOrdered, items: before + after)
    default: nil
    }
  }
}
