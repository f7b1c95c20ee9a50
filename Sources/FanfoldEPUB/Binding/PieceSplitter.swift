internal import FanfoldStory

/// Divides a chapter among files when it is too long for one: e-readers of the older kind give up
/// on XHTML of more than 300 KB. Cuts fall between blocks; a block too long for any file is cut
/// between its lines, its items, or its words, and no character is lost.
struct PieceSplitter {
  /// The most that the pieces of one file may weigh.
  var limit: Int

  /// The pieces file by file; at least one file, perhaps with nothing in it.
  func files(of pieces: [Piece]) -> [[Piece]] {
    if Weight(isRough: true).of(pieces) <= limit { return [pieces] }
    let cut = pieces.flatMap { Weight().of($0) <= limit ? [$0] : parts(of: $0) }
    return grouped(cut, weight: { Weight().of($0) })
  }

  private func parts(of piece: Piece) -> [Piece] {
    switch piece {
    case .block(let block):
      return parts(of: block).map { .block($0) }
    case .note(let note):
      let around = Weight().of(note.heading ?? "") + Weight().ofAnchor(of: note)
      let room = max(1, limit - 3 * Weight.ofTags - around)
      return PieceSplitter(limit: room).groups(of: note.blocks).enumerated().map { index, blocks in
        .note(
          NotePiece(
            kind: note.kind, heading: index == 0 ? note.heading : nil,
            isGenerated: note.isGenerated, blocks: blocks, anchor: note.anchor))
      }
    case .noteLink:
      return [piece]
    }
  }

  private func groups(of blocks: [Block]) -> [[Block]] {
    let cut = blocks.flatMap { Weight().of($0) <= limit ? [$0] : parts(of: $0) }
    return grouped(cut, weight: { Weight().of($0) })
  }

  private func parts(of block: Block) -> [Block] {
    let inner = PieceSplitter(limit: max(1, limit - 2 * Weight.ofTags))
    let text = InlineSplitter(limit: inner.limit)
    return inner.contents(of: block.content, text).map {
      Block($0, alignment: block.alignment, lines: block.lines)
    }
  }

  private func contents(of content: Block.Content, _ text: InlineSplitter) -> [Block.Content] {
    switch content {
    case .paragraph(let inlines):
      return text.parts(of: inlines).map { .paragraph($0) }
    case .subheading(let inlines):
      return text.parts(of: inlines).map { .subheading($0) }
    case .sceneBreak(let label):
      return text.parts(of: label).enumerated().map {
        $0 == 0 ? .sceneBreak(label: $1) : .paragraph($1)
      }
    case .lines(let lines):
      let short = InlineSplitter(limit: limit - Weight.ofTags)
      return grouped(lines.flatMap { short.parts(of: $0) }) { Weight().of($0) + Weight.ofTags }
        .map { .lines($0) }
    case .preformatted(let string):
      return text.parts(of: string).map { .preformatted($0) }
    case .quotation(let blocks):
      return groups(of: blocks).map { .quotation($0) }
    case .list(let isOrdered, let items, let start):
      return lists(of: items, from: start).map {
        .list(ordered: isOrdered, items: $0.items, start: $0.start)
      }
    case .table(let table):
      return tables(of: table, text).map { .table($0) }
    case .figure(let pictures, let caption):
      return text.parts(of: pictures).map { .figure($0, caption: []) }
        + text.parts(of: caption).filter { !$0.isEmpty }.map { .paragraph($0) }
    case .spoiler(let summary, let blocks):
      return text.parts(of: summary).map { .spoiler(summary: $0, []) }
        + groups(of: blocks).map { .spoiler(summary: [], $0) }
    }
  }

  /// The items in as many lists as it takes; the numbers go on where an item goes on.
  private func lists(
    of items: [[Block]], from start: Int
  ) -> [(items: [[Block]], start: Int)] {
    let inner = PieceSplitter(limit: max(1, limit - Weight.ofTags))
    let pieces = items.enumerated().flatMap { index, item in
      inner.groups(of: item).map { (blocks: $0, number: start + index) }
    }
    return grouped(pieces) { Weight().of($0.blocks) + Weight.ofTags }.map {
      ($0.map(\.blocks), $0.first?.number ?? start)
    }
  }

  /// Cut between rows; of a row that is too long each field becomes a row.
  private func tables(of table: Table, _ text: InlineSplitter) -> [Table] {
    let inner = PieceSplitter(limit: max(1, limit - 2 * Weight.ofTags))
    let rows = table.rows.flatMap { row in
      guard Weight().of(row) > limit else { return [row] }
      return row.flatMap { cell in
        inner.groups(of: cell.blocks).map { [Table.Cell($0, isHeader: cell.isHeader)] }
      }
    }
    return text.parts(of: table.caption).map { Table(caption: $0, rows: []) }
      + grouped(rows) { Weight().of($0) }.map { Table(rows: $0) }
  }

  private func grouped<Item>(_ items: [Item], weight: (Item) -> Int) -> [[Item]] {
    var groups: [[Item]] = [[]]
    var left = limit
    for item in items {
      let weight = weight(item)
      if weight > left, groups.last?.isEmpty == false {
        groups.append([])
        left = limit
      }
      groups[groups.count - 1].append(item)
      left -= weight
    }
    return groups
  }
}
