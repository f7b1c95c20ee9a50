extension Manuscript {
  /// What stands around blocks: a quotation, an item of a list, a cell of a table. Blocks name the innermost one they
  /// are in; each names the one around it.
  struct Enclosure {
    enum Kind: Equatable {
      case quotation
      case list(ordered: Bool, start: Int)
      /// In a list.
      case item
      case table
      /// In a table, besides its rows; or in a figure, under its pictures.
      case caption
      /// In a table.
      case row
      /// In a row.
      case cell(isHeader: Bool, columns: Int, rows: Int)
      /// What a page shows only to those who ask.
      case spoiler
      /// In a spoiler: the words that warn of it.
      case summary
      /// Pictures and their caption.
      case figure
    }
    var kind: Kind
    /// The index of the enclosure around this one.
    var parent: Int?
  }

  /// The enclosures a block is in, the outermost first.
  func path(of block: Block) -> [Int] {
    var path: [Int] = []
    var next = block.enclosure
    while let index = next {
      path.append(index)
      next = enclosures[index].parent
    }
    return path.reversed()
  }

  /// Takes away quotations around nearly all of the text: their authors wanted it indented.
  mutating func dropQuotationsAroundAll() {
    let all = blocks.reduce(0) { $0 + size(of: $1) }
    for index in enclosures.indices where enclosures[index].kind == .quotation {
      let inside = blocks.reduce(0) { $0 + (path(of: $1).contains(index) ? size(of: $1) : 0) }
      guard inside * 20 >= all * 17 else { return }
      let parent = enclosures[index].parent
      for block in blocks.indices where blocks[block].enclosure == index {
        blocks[block].enclosure = parent
      }
      for inner in enclosures.indices where enclosures[inner].parent == index {
        enclosures[inner].parent = parent
      }
    }
  }

  private func size(of block: Block) -> Int {
    block.lines.reduce(0) { $0 + lines[$1].range.count }
  }
}
