internal import FanfoldStory

extension TitlePage {
  init(story: Story, title: String, publication: Publication) {
    let fandoms = story.metadata.fandoms.plainLines
    self.init(
      title: title,
      byline: Self.byline(publication.creators.map(\.name)),
      fandoms: fandoms.isEmpty ? nil : fandoms.joined(separator: " · "),
      series: Self.seriesLines(publication.series))
  }

  /// "by A", "by A and B", "by A, B and C".
  static func byline(_ names: [String]) -> String? {
    guard let last = names.last else { return nil }
    guard names.count > 1 else { return "by \(last)" }
    return "by \(names.dropLast().joined(separator: ", ")) and \(last)"
  }

  /// "Part 2 of X"; places that are no number, "prequel", stand behind the name.
  static func seriesLines(_ series: [SeriesPlace]) -> [String] {
    series.map { place in
      guard let position = place.position else { return place.name }
      guard place.number != nil else { return "\(place.name), \(position)" }
      return "Part \(position) of \(place.name)"
    }
  }
}

extension SeriesPlace {
  /// The position as a number, "2" or "2.5"; `nil` when it is something else.
  var number: String? {
    guard let position else { return nil }
    let parts = position.split(separator: ".", omittingEmptySubsequences: false)
    let isNumber = parts.allSatisfy { part in
      (1...6).contains(part.utf8.count) && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    return isNumber && parts.count <= 2 ? position : nil
  }
}
