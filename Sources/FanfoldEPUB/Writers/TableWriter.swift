internal import FanfoldMarkup
internal import FanfoldStory

/// Writes data in rows and columns (HTML §4.9).
struct TableWriter {
  let blocks: BlockWriter

  func write(_ table: Table, style: String?, to out: inout MarkupWriter) {
    let rows = table.rows.filter { !$0.isEmpty }
    let heads = table.headRows < table.rows.count ? rows.prefix(table.headRows) : []
    let body = rows.dropFirst(heads.count)
    out.group("table", ["class": style]) { out in
      if table.caption.isVisible {
        out.line("caption") { blocks.inlines.write(table.caption, to: &$0) }
      }
      if !heads.isEmpty { out.group("thead") { write(heads, isHead: true, to: &$0) } }
      if !body.isEmpty { out.group("tbody") { write(body, isHead: false, to: &$0) } }
    }
  }

  private func write(
    _ rows: ArraySlice<[Table.Cell]>, isHead: Bool, to out: inout MarkupWriter
  ) {
    for row in rows {
      out.group("tr") { out in
        for (column, cell) in row.enumerated() {
          write(cell, scope: isHead ? "col" : column == 0 ? "row" : nil, to: &out)
        }
      }
    }
  }

  private func write(_ cell: Table.Cell, scope: String?, to out: inout MarkupWriter) {
    let columns = cell.columns > 1 ? String(min(cell.columns, 1000)) : nil
    let rows = cell.rows > 1 ? String(min(cell.rows, 65_534)) : nil
    var writer = blocks
    // A heading cell can hold no heading (HTML §4.9.10).
    if cell.isHeader { writer.subheading = "p" }
    writer.write(
      cell.blocks, in: cell.isHeader ? "th" : "td", scope: cell.isHeader ? scope : nil,
      columns: columns, rows: rows, to: &out)
  }
}
