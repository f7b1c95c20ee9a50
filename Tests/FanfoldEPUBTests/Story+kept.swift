import FanfoldStory

extension Story {
  /// What a book keeps of a story: all but the lines of its source and what was left out.
  var kept: Story {
    var story = self
    story.ledger = Ledger()
    func bare(_ blocks: inout [Block]) {
      for index in blocks.indices {
        blocks[index].lines = nil
        switch blocks[index].content {
        case .quotation(var inner):
          bare(&inner)
          blocks[index].content = .quotation(inner)
        case .list(let isOrdered, var items, let start):
          for item in items.indices { bare(&items[item]) }
          blocks[index].content = .list(ordered: isOrdered, items: items, start: start)
        default: continue
        }
      }
    }
    for index in story.chapters.indices {
      story.chapters[index].lines = nil
      bare(&story.chapters[index].blocks)
    }
    return story
  }
}
