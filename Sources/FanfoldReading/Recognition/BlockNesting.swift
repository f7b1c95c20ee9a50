internal import FanfoldStory

/// Puts blocks into what stood around them: paragraphs into quotations, items into lists, cells into tables.
struct BlockNesting {
  private let manuscript: Manuscript
  /// The cells of each row, those without text too.
  private var cells: [Int: [Int]] = [:]

  init(_ manuscript: Manuscript) {
    self.manuscript = manuscript
    for (index, enclosure) in manuscript.enclosures.enumerated() {
      if case .cell = enclosure.kind, let row = enclosure.parent {
        cells[row, default: []].append(index)
      }
    }
  }

  /// A block with the enclosures it is in, the outermost first.
  struct Leaf {
    var block: Block
    var path: [Int]
  }

  /// A block as it stands in one of the manuscript.
  func leaf(_ block: Block, in around: Manuscript.Block) -> Leaf {
    Leaf(block: block, path: path(of: around))
  }

  /// The enclosures a block of the manuscript is in, the outermost first.
  func path(of block: Manuscript.Block) -> [Int] {
    block.enclosure == nil ? [] : manuscript.path(of: block)
  }

  /// The same for a change of scene: in a quotation it parts the quotation; within a list or a table it stays there.
  func path(ofBreakIn block: Manuscript.Block) -> [Int] {
    let path = path(of: block)
    let isQuoted = path.allSatisfy { manuscript.enclosures[$0].kind == .quotation }
    return isQuoted ? [] : path
  }

  /// Many leaves, most of which are in nothing.
  struct Leaves {
    private(set) var blocks: [Block] = []
    /// The paths of the leaves, up to the last one that is in something.
    private var paths: [[Int]] = []

    mutating func reserve(_ count: Int) { blocks.reserveCapacity(count) }

    mutating func append(_ block: consuming Block, in path: [Int]) {
      if !path.isEmpty {
        paths += repeatElement([], count: blocks.count - paths.count) + [path]
      }
      blocks.append(block)
    }

    /// The last block when it is in nothing.
    var lastFree: Block? { paths.count < blocks.count ? blocks.last : nil }

    fileprivate var all: [Leaf] {
      blocks.enumerated().map { index, block in
        Leaf(block: block, path: index < paths.count ? paths[index] : [])
      }
    }
  }

  func nest(_ leaves: Leaves) -> [Block] {
    manuscript.enclosures.isEmpty ? leaves.blocks : nest(leaves.all[...], 0)
  }

  func nest(_ leaves: [Leaf]) -> [Block] {
    manuscript.enclosures.isEmpty ? leaves.map(\.block) : nest(leaves[...], 0)
  }

  private func nest(_ leaves: ArraySlice<Leaf>, _ depth: Int) -> [Block] {
    groups(leaves, depth).flatMap { blocks($0, depth + 1) }
  }

  // MARK: groups

  /// Neighbours in the same enclosure, or in none.
  private struct Group {
    var enclosure: Int?
    var leaves: ArraySlice<Leaf>
  }

  private func groups(_ leaves: ArraySlice<Leaf>, _ depth: Int) -> [Group] {
    var groups: [Group] = []
    var rest = leaves
    while let first = rest.first {
      let enclosure = depth < first.path.count ? first.path[depth] : nil
      let same = rest.prefix {
        (depth < $0.path.count ? $0.path[depth] : nil) == enclosure
      }
      groups.append(Group(enclosure: enclosure, leaves: same))
      rest = rest[same.endIndex...]
    }
    return groups
  }

  private func kind(_ group: Group) -> Manuscript.Enclosure.Kind? {
    group.enclosure.map { manuscript.enclosures[$0].kind }
  }

  private func blocks(_ group: Group, _ depth: Int) -> [Block] {
    switch kind(group) {
    case nil: return group.leaves.map(\.block)
    case .quotation: return [block(.quotation(nest(group.leaves, depth)), group)]
    case .list(let ordered, let start):
      let items = groups(group.leaves, depth).map { blocks($0, depth + 1) }
      return [block(.list(ordered: ordered, items: items, start: start), group)]
    case .table: return [block(.table(table(group.leaves, depth)), group)]
    case .spoiler:
      let parts = groups(group.leaves, depth)
      let warning = parts.first { kind($0) == .summary }
      let rest = parts.filter { kind($0) != .summary }.flatMap { blocks($0, depth + 1) }
      let summary = warning.map { nest($0.leaves, depth + 1).inlines } ?? []
      return [block(.spoiler(summary: summary, rest), group)]
    case .figure: return figure(group, depth)
    case .item, .caption, .row, .cell, .summary: return nest(group.leaves, depth)
    }
  }

  private func block(_ content: Block.Content, _ group: Group) -> Block {
    let lines = group.leaves.compactMap(\.block.lines)
    guard let first = lines.first, let last = lines.last else { return Block(content) }
    return Block(content, lines: SourceLines(first.first, last.last))
  }

  // MARK: tables and figures

  private func table(_ leaves: ArraySlice<Leaf>, _ depth: Int) -> FanfoldStory.Table {
    var table = FanfoldStory.Table(rows: [])
    for part in groups(leaves, depth) {
      switch kind(part) {
      case .caption:
        if !table.caption.isEmpty { table.caption.append(.lineBreak) }
        table.caption += nest(part.leaves, depth + 1).inlines
      case .row: table.rows.append(row(part, depth + 1))
      default: table.rows.append([FanfoldStory.Table.Cell(blocks(part, depth + 1))])
      }
    }
    return table
  }

  private func row(_ group: Group, _ depth: Int) -> [FanfoldStory.Table.Cell] {
    var filled = groups(group.leaves, depth)
    let all = group.enclosure.flatMap { cells[$0] } ?? []
    for (place, index) in all.enumerated()
    where !filled.contains(where: { $0.enclosure == index }) {
      filled.insert(Group(enclosure: index, leaves: []), at: min(place, filled.count))
    }
    return filled.map { cell($0, depth + 1) }
  }

  private func cell(_ group: Group, _ depth: Int) -> FanfoldStory.Table.Cell {
    guard case .cell(let isHeader, let columns, let rows) = kind(group) else {
      return FanfoldStory.Table.Cell(blocks(group, depth))
    }
    return FanfoldStory.Table.Cell(
      nest(group.leaves, depth), isHeader: isHeader, columns: columns, rows: rows)
  }

  /// Pictures with their caption; where anything else stands among them, they are blocks like others.
  private func figure(_ group: Group, _ depth: Int) -> [Block] {
    var pictures: [Inline] = []
    var caption: [Inline] = []
    for part in groups(group.leaves, depth) {
      if kind(part) == .caption {
        caption += (caption.isEmpty ? [] : [.lineBreak]) + nest(part.leaves, depth + 1).inlines
        continue
      }
      for block in blocks(part, depth + 1) {
        guard case .figure(let images, let words) = block.content, words.isEmpty else {
          return nest(group.leaves, depth)
        }
        pictures += images
      }
    }
    return pictures.isEmpty
      ? nest(group.leaves, depth) : [block(.figure(pictures, caption: caption), group)]
  }
}

extension [Block] {
  /// The text of blocks in one run.
  fileprivate var inlines: [Inline] {
    var inlines: [Inline] = []
    for block in self {
      let own = block.content.inlines
      if !inlines.isEmpty, !own.isEmpty { inlines.append(.lineBreak) }
      inlines += own
    }
    return inlines
  }
}

extension Block.Content {
  fileprivate var inlines: [Inline] {
    switch self {
    case .paragraph(let inlines), .subheading(let inlines), .sceneBreak(let inlines): inlines
    case .lines(let lines): Array(lines.joined(separator: [.lineBreak]))
    case .preformatted(let text): [.code(text)]
    case .quotation(let blocks): blocks.inlines
    case .list(_, let items, _): items.flatMap(\.self).inlines
    case .table(let table): table.caption + table.rows.flatMap(\.self).flatMap(\.blocks).inlines
    case .figure(let images, let caption): images + caption
    case .spoiler(let summary, let blocks): summary + blocks.inlines
    }
  }
}
