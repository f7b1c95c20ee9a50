internal import FanfoldArchive
internal import FanfoldCover
internal import FanfoldEPUB
internal import FanfoldStory

extension Converter {
  /// The cover for a story, and what is to be said when there is none though one was wanted.
  func cover(for story: Story, title: String, identifier: String) -> (BookCover?, remark: String?) {
    cover(CoverText(story.metadata, title: title), identifier: identifier, source: story.cover)
  }

  /// The cover with those words, unless the source has one.
  func cover(
    _ text: CoverText, identifier: String, source: StoryImage?
  ) -> (BookCover?, remark: String?) {
    switch options.cover {
    case .none: return (nil, nil)
    case .picture(let bytes, _):
      let header = ImageHeader(of: bytes)
      return (
        header.map {
          BookCover(
            StoryImage(
              bytes: bytes, mediaType: $0.format.mediaType, width: $0.width, height: $0.height))
        }, nil
      )
    case .automatic:
      if let cover = source { return (BookCover(cover), nil) }
      do throws(CoverError) {
        let bytes = try CoverArtist().draw(text, layout: layout, seed: identifier.utf8)
        let image = StoryImage(
          bytes: bytes, mediaType: "image/png", width: CoverArtist.width,
          height: CoverArtist.height)
        return (BookCover(image, isDrawn: true), nil)
      } catch {
        return (nil, "the book has no cover: \(error)")
      }
    }
  }
}

extension Converter {
  /// The layout that goes with the theme; a stylesheet of somebody's own has the classic one.
  private var layout: CoverLayout {
    options.theme.name.flatMap(CoverLayout.init) ?? .classic
  }
}

extension CoverText {
  /// What a story's metadata says, in as many words as a cover has room for.
  init(_ metadata: StoryMetadata, title: String) {
    let names = metadata.authors.map(\.name)
    let byline =
      names.count > 3
      ? names.prefix(2).joined(separator: ", ") + " and others"
      : ListFormat.joined(names)
    let series = metadata.series.first.map { place in
      place.position.map { "\(place.name), \($0)" } ?? place.name
    }
    self.init(
      title: title, byline: byline, fandom: metadata.fandoms.first.map(Self.short),
      series: series)
  }

  /// "Harry Potter - J. K. Rowling" → "Harry Potter": how the Archive of Our Own names works.
  static func short(_ fandom: String) -> String {
    guard let dash = fandom.firstRange(of: " - "), dash.lowerBound > fandom.startIndex else {
      return fandom
    }
    return String(fandom[..<dash.lowerBound])
  }
}

/// Names in a row.
enum ListFormat {
  /// "A", "A and B", "A, B and C"; `nil` for nobody.
  static func joined(_ names: [String]) -> String? {
    guard let last = names.last else { return nil }
    guard names.count > 1 else { return last }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}
