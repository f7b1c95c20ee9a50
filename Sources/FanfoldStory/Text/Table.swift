/// Data in rows and columns: a character sheet, a tally of votes, a timetable.
public struct Table: Sendable, Hashable, Codable {
  /// What stands over the table; often nothing.
  public var caption: [Inline]
  public var rows: [[Cell]]

  /// A table of rows.
  public init(caption: [Inline] = [], rows: [[Cell]]) {
    self.caption = caption
    self.rows = rows
  }

  /// One field of a table.
  public struct Cell: Sendable, Hashable, Codable {
    public var blocks: [Block]
    /// Whether the field says what its row or its column holds.
    public var isHeader: Bool
    /// How many columns the field is wide, at least 1.
    public var columns: Int
    /// How many rows the field is high, at least 1.
    public var rows: Int

    /// A field with text in it.
    public init(_ blocks: [Block], isHeader: Bool = false, columns: Int = 1, rows: Int = 1) {
      self.blocks = blocks
      self.isHeader = isHeader
      self.columns = Swift.max(1, columns)
      self.rows = Swift.max(1, rows)
    }
  }

  /// How many rows at the top say what the columns hold.
  public var headRows: Int {
    rows.prefix { !$0.isEmpty && $0.allSatisfy(\.isHeader) }.count
  }
}
