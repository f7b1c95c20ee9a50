internal import FanfoldEPUB
internal import FanfoldStory

/// Puts stories in an order; those of which the order says nothing stay where they were, behind the others.
struct StorySorter {
  let order: StoryOrder

  func sorted(_ pieces: [StoryPiece]) -> [StoryPiece] {
    guard order != .given else { return pieces }
    let keyed = pieces.enumerated().map {
      (key: key($0.element), place: $0.offset, piece: $0.element)
    }
    return keyed.sorted { ($0.key, $0.place) < ($1.key, $1.place) }.map(\.piece)
  }

  /// What is compared: text first, then a number.
  private struct Key: Comparable {
    var isUnknown = false
    var words: [String] = []
    var number: Double = 0

    static func < (one: Self, other: Self) -> Bool {
      if one.isUnknown != other.isUnknown { return other.isUnknown }
      for (mine, theirs) in zip(one.words, other.words) where mine != theirs {
        return NaturalOrder(mine) < NaturalOrder(theirs)
      }
      if one.words.count != other.words.count { return one.words.count < other.words.count }
      return one.number < other.number
    }
  }

  private func key(_ piece: StoryPiece) -> Key {
    let title = piece.bound.metadata.sortTitle
    switch order {
    case .given: return Key()
    case .title: return Key(words: [title])
    case .author:
      let author = piece.bound.metadata.creators.first?.sortName
      return Key(isUnknown: author == nil, words: [author ?? "", title])
    case .date:
      let date = piece.metadata.published ?? piece.metadata.updated
      return Key(isUnknown: date == nil, words: date.map { [$0.description] } ?? [])
    case .series:
      guard let place = piece.metadata.series.first else { return Key(isUnknown: true) }
      let number = place.position.flatMap { Double($0) }
      return Key(words: [place.name], number: number ?? .infinity)
    case .length: return Key(number: Double(piece.words))
    }
  }
}
