internal import FanfoldMarkup

extension WordWalk {
  mutating func addNote(_ reference: MarkupTree.Node, _ kind: String) {
    guard let id = tree.value("id", of: reference), let part = noteParts[kind],
      let node = part.nodes[id], !context.isDeleted
    else { return }
    let isNew = numbers[kind + id] == nil
    let number = numbers[kind + id] ?? numbers.count + 1
    numbers[kind + id] = number
    output.add(String(number).utf8, [.superscript])
    if isNew { notes.append(Note(number: number, tree: part.tree, node: node)) }
  }

  /// Adds the notes of the text so far as paragraphs, each after its number; notes may have notes.
  mutating func addNotes() {
    let (text, outer) = (tree, context)
    while !notes.isEmpty {
      let note = notes.removeFirst()
      tree = note.tree
      context = Context()
      output.begin(.paragraph, alignment: nil)
      output.add(String(note.number).utf8, [.superscript])
      output.add(" ".utf8, [])
      output.goOn()
      walkChildren(of: note.node)
    }
    (tree, context) = (text, outer)
  }

  /// A table of one column is a box around text, and one in another is its cell's text.
  mutating func walkTable(_ table: MarkupTree.Node) {
    let rows = tree.children(of: table).filter { tree.isElement($0, "tr") }
    let cells = rows.map { row in tree.children(of: row).filter { tree.isElement($0, "tc") } }
    guard !context.isInTable, cells.contains(where: { $0.count > 1 }) else {
      return walkChildren(of: table)
    }
    let outer = context
    context.isInTable = true
    output.enter(.table)
    for (row, cells) in zip(rows, cells) where !cells.isEmpty {
      let properties = tree.child("trPr", of: row)
      let isHeader = properties.flatMap { tree.child("tblHeader", of: $0) } != nil
      output.enter(.row)
      for cell in cells {
        let span =
          tree.child("tcPr", of: cell).flatMap { tree.child("gridSpan", of: $0) }
          .flatMap { tree.value("val", of: $0) }.flatMap { Int($0) } ?? 1
        output.enter(.cell(isHeader: isHeader, columns: max(1, min(span, 99)), rows: 1))
        walkChildren(of: cell)
        output.leave()
      }
      output.leave()
    }
    output.leave()
    context = outer
  }

  /// A drawing is a picture, a rule, or a frame with text in it.
  mutating func walkDrawing(_ node: MarkupTree.Node) {
    let below = tree.descendants(of: node)
    if below.contains(where: { tree.value("hr", of: $0) == "t" }) { return output.addRule() }
    if let box = below.first(where: { tree.isElement($0, "txbxContent") }) {
      boxes.append(box)
      return
    }
    guard !context.isDeleted,
      let source = below.first(where: {
        tree.isElement($0, "blip") || tree.isElement($0, "imagedata")
      })
    else { return }
    let alternative =
      below.lazy.compactMap { node in
        tree.isElement(node, "docPr")
          ? tree.value("descr", of: node)
          : tree.isElement(node, "shape") ? tree.value("alt", of: node) : nil
      }.first ?? ""
    guard let target = relation(of: source) else { return }
    output.addPicture(
      target.isExternal ? nil : package.container.bytes(at: target.target), name: target.target,
      alternative: alternative)
  }
}
