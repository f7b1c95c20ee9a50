internal import FanfoldMarkup
internal import FanfoldStory

/// The title, the authors and the date on top of a text for Pandoc, each behind a percent sign
/// (pandoc.org/MANUAL.html#extension-pandoc_title_block).
struct PandocTitleBlock {
  /// The values in their order, title, authors, date.
  private(set) var values: [(field: HeaderLabels.Field, words: String)] = []
  private(set) var lines = 0
  /// Where the text begins.
  private(set) var end = 0

  /// `nil` when the text begins otherwise.
  init?(_ text: [UInt8]) {
    let fields: [HeaderLabels.Field] = [.title, .author, .published]
    var start = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < text.count {
      let newline = text[start...].firstIndex(of: 0x0A) ?? text.count
      let line = text[start..<newline]
      let isNext = line.starts(with: "% ".utf8) || line.elementsEqual("%".utf8)
      let goesOn = !values.isEmpty && line.first == 0x20
      guard isNext && values.count < fields.count || goesOn else { break }
      let words = PairingParser.trimmed(String(decoding: line.dropFirst(), as: UTF8.self))
      if goesOn {
        let joint = values[values.count - 1].field == .author ? "; " : " "
        values[values.count - 1].words += joint + words
      } else {
        values.append((fields[values.count], words))
      }
      lines += 1
      start = min(newline + 1, text.count)
    }
    end = start
    let isBlock = start == text.count || text[start] == 0x0A || text[start] == 0x0D
    guard values.count >= 2, isBlock, !values[0].words.isEmpty else { return nil }
  }

  func state(in builder: inout ManuscriptBuilder) {
    for (index, value) in values.enumerated() where !value.words.isEmpty {
      builder.sourceLine = index + 1
      let words = "% " + value.words
      builder.count(words.utf8Span.span)
      builder.take(words, .metadata, rule: "front-matter", reason: "what the title block states")
      for item in value.words.components(partedBy: ";") {
        builder.state(
          .field(value.field), PairingParser.trimmed(item), isItem: value.field == .author)
      }
    }
  }
}
