internal import FanfoldCover
internal import FanfoldStory

/// What an anthology is called when nobody says: after what its stories have in common.
struct AnthologyTitle {
  let pieces: [StoryPiece]
  /// The name of the folder they come from.
  let folder: String?

  var title: String {
    if let series { return series }
    if let folder { return folder }
    let authors = unique(pieces.flatMap { $0.metadata.authors.map(\.name) })
    if (1...3).contains(authors.count), pieces.allSatisfy({ !$0.metadata.authors.isEmpty }) {
      return "Stories by \(ListFormat.joined(authors) ?? "")"
    }
    let fandoms = pieces.map { Set($0.metadata.fandoms) }
    if let first = pieces.first?.metadata.fandoms.first(where: { fandom in
      fandoms.allSatisfy { $0.contains(fandom) }
    }) {
      return "\(CoverText.short(first)) Stories"
    }
    return pieces.count == 1 ? pieces[0].title : "\(pieces.count) Stories"
  }

  /// The series that all stories are of.
  var series: String? {
    guard let first = pieces.first, pieces.count > 1 else { return nil }
    return first.metadata.series.map(\.name).first { name in
      pieces.allSatisfy { $0.metadata.series.contains { $0.name == name } }
    }
  }

  private func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}
