internal import FanfoldReading
internal import FanfoldStory

/// One value for one field of the metadata, known to be good.
enum MetadataChange: Sendable, Hashable {
  case text(MetadataField, String)
  case status(StoryMetadata.Status)
  case chapters(Int)
  case date(MetadataField, PartialDate)

  init(_ field: MetadataField, _ raw: String) throws(OverrideError) {
    let value = MetadataValue(field, raw)
    switch field {
    case .status: self = .status(try value.status())
    case .chapters: self = .chapters(try value.count())
    case .published, .updated: self = .date(field, try value.date())
    case .source: self = .text(field, try value.address())
    case .language: self = .text(field, try value.languageTag())
    case .summary: self = .text(field, try value.text(lines: true))
    case .title, .author, .fandom, .relationship, .character, .rating, .warning, .category,
      .tag, .series, .publisher, .beta, .translator, .artist, .recipient:
      self = .text(field, try value.text(lines: false))
    }
  }

  func apply(to metadata: inout StoryMetadata) {
    switch self {
    case .status(let status): metadata.status = status
    case .chapters(let count): metadata.plannedChapters = count
    case .date(.published, let date): metadata.published = date
    case .date(_, let date): metadata.updated = date
    case .text(let field, let text): metadata.put(text, into: field)
    }
  }
}

extension StoryMetadata {
  fileprivate mutating func put(_ text: String, into field: MetadataField) {
    switch field {
    case .title: title = text
    case .author: authors.append(Author(text))
    case .fandom: fandoms.append(text)
    case .relationship: relationships.append(.init(written: text))
    case .character: characters.append(text)
    case .rating: rating = Rating(written: text)
    case .warning: warnings.append(text)
    case .category: categories.append(text)
    case .tag: tags.append(text)
    case .summary: summary = text.split(whereSeparator: \.isNewline).map { [.text(String($0))] }
    case .series: series.append(.init(written: text))
    case .source: source = text
    case .publisher: publisher = text
    case .language: language = text
    case .beta: contributors.append(.init(text, role: .beta))
    case .translator: contributors.append(.init(text, role: .translator))
    case .artist: contributors.append(.init(text, role: .artist))
    case .recipient: contributors.append(.init(text, role: .recipient))
    case .status, .chapters, .published, .updated: break
    }
  }
}
