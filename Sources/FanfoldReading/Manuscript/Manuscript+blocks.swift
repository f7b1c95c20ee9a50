extension Manuscript {
  /// Puts blocks in the place of one.
  ///
  /// - Parameters:
  ///   - blocks: The new ones, whose lines are numbered from 0.
  ///   - lines: Their lines.
  mutating func replace(_ index: Int, by blocks: [Block], of lines: [Line]) {
    let old = self.blocks[index].lines
    let growth = lines.count - old.count
    for later in self.blocks.indices.dropFirst(index + 1) {
      self.blocks[later].lines = self.blocks[later].lines.moved(by: growth)
    }
    self.lines.replaceSubrange(old, with: lines)
    self.blocks.replaceSubrange(
      index...index,
      with: blocks.map { block in
        var block = block
        block.lines = block.lines.moved(by: old.lowerBound)
        return block
      })
  }
}

extension Range<Int> {
  fileprivate func moved(by distance: Int) -> Range<Int> {
    lowerBound + distance..<upperBound + distance
  }
}
