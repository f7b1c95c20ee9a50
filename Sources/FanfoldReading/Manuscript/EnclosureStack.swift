/// Keeps track of what stands around the blocks of a manuscript that is being built.
struct EnclosureStack {
  private(set) var enclosures: [Manuscript.Enclosure] = []
  /// The innermost enclosure that is open.
  private(set) var current: Int?
  /// The lists and the quotation that blocks of flat formats are in, the outermost first.
  private var flat: [Int] = []

  mutating func enter(_ kind: Manuscript.Enclosure.Kind) {
    leaveFlat()
    open(kind)
  }

  mutating func leave() {
    leaveFlat()
    close()
  }

  private mutating func open(_ kind: Manuscript.Enclosure.Kind) {
    enclosures.append(Manuscript.Enclosure(kind: kind, parent: current))
    current = enclosures.count - 1
  }

  private mutating func close() { current = current.flatMap { enclosures[$0].parent } }

  // MARK: what blocks are here

  /// The kinds around the next block, the innermost first.
  private var kinds: [Manuscript.Enclosure.Kind] {
    var kinds: [Manuscript.Enclosure.Kind] = []
    var next = current
    while let index = next {
      kinds.append(enclosures[index].kind)
      next = enclosures[index].parent
    }
    return kinds
  }

  /// Whether the text here is no prose: fields of a table, words under a picture.
  var isApart: Bool {
    kinds.contains { $0 == .table || $0 == .figure || $0 == .summary }
  }

  /// What a paragraph is here: an item in a list, part of a quotation in one.
  var paragraph: Manuscript.Block.Kind {
    guard current != nil else { return .paragraph }
    let kinds = kinds
    var depth = 0
    var isOrdered: Bool?
    for case .list(let ordered, _) in kinds {
      depth += 1
      isOrdered = isOrdered ?? ordered
    }
    if let isOrdered { return .item(ordered: isOrdered, depth: depth) }
    return kinds.contains(.quotation) ? .quotation : .paragraph
  }

  // MARK: flat formats

  /// Makes ready for a block of a format that says of each block what it is, but not where a list or a quotation
  /// begins and ends: those are opened and closed as it takes. Gives the kind that the block has.
  mutating func prepare(for kind: Manuscript.Block.Kind) -> Manuscript.Block.Kind {
    switch kind {
    case .item(let ordered, let depth):
      beginItem(ordered: ordered, depth: max(1, min(depth, 32)))
      return kind
    case .quotation:
      beginQuotation()
      return kind
    case .paragraph:
      leaveFlat()
      return paragraph
    case .heading, .rule, .preformatted, .picture:
      leaveFlat()
      return kind
    }
  }

  private mutating func beginItem(ordered: Bool, depth: Int) {
    if flat.isEmpty, case .item = paragraph { return }
    if let first = flat.first, enclosures[first].kind == .quotation { leaveFlat() }
    while flat.count > depth { leaveLast() }
    if let last = flat.last, flat.count == depth {
      if case .list(ordered, _) = enclosures[last].kind { current = last } else { leaveLast() }
    }
    while flat.count < depth {
      open(.list(ordered: ordered, start: 1))
      if let current { flat.append(current) }
      if flat.count < depth { open(.item) }
    }
    open(.item)
  }

  private mutating func beginQuotation() {
    if let first = flat.first, enclosures[first].kind == .quotation { return }
    leaveFlat()
    guard !kinds.contains(.quotation) else { return }
    open(.quotation)
    if let current { flat.append(current) }
  }

  private mutating func leaveLast() {
    guard let last = flat.popLast() else { return }
    current = enclosures[last].parent
  }

  private mutating func leaveFlat() { while !flat.isEmpty { leaveLast() } }
}
