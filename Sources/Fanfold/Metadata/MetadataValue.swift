internal import FanfoldStory

/// A value as it was typed, which may not be what its field can hold.
struct MetadataValue {
  private let field: MetadataField
  private let raw: String

  init(_ field: MetadataField, _ raw: String) {
    self.field = field
    self.raw = raw
  }

  func text(lines: Bool) throws(OverrideError) -> String {
    let text = raw.trimmed
    guard !text.isEmpty else {
      throw refusal("is empty", help: "give it a value, or leave it out")
    }
    let controls = text.unicodeScalars.contains {
      $0.value < 0x20 && !(lines && ($0 == "\n" || $0 == "\r" || $0 == "\t")) || $0.value == 0x7F
    }
    guard !controls else {
      throw refusal("holds a control character", help: "write it in one line of plain text")
    }
    return text
  }

  func status() throws(OverrideError) -> StoryMetadata.Status {
    switch raw.trimmed.lowercased() {
    case "complete": return .complete
    case "in-progress": return .inProgress
    case "abandoned": return .abandoned
    default:
      throw refusal("'\(raw)' is no status", help: "use complete, in-progress or abandoned")
    }
  }

  func count() throws(OverrideError) -> Int {
    guard let count = Int(raw.trimmed), count > 0 else {
      throw refusal("'\(raw)' is no number of chapters", help: "use a whole number from 1")
    }
    return count
  }

  func date() throws(OverrideError) -> PartialDate {
    let pieces = raw.trimmed.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = pieces.compactMap { $0.count <= 4 ? Int($0) : nil }
    if (1...3).contains(pieces.count), numbers.count == pieces.count,
      let date = PartialDate(
        year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil,
        day: numbers.count > 2 ? numbers[2] : nil)
    {
      return date
    }
    throw refusal("'\(raw)' is no date", help: "write it as 2008, 2008-10 or 2008-10-24")
  }

  func address() throws(OverrideError) -> String {
    let text = try text(lines: false)
    let scheme = text.prefix { $0 != ":" }
    guard scheme.count > 1, scheme.count < text.count - 1, scheme.first?.isLetter == true,
      scheme.utf8.allSatisfy({ $0 < 0x80 && ($0.isLetterOrDigit || "+-.".utf8.contains($0)) }),
      !text.contains(where: \.isWhitespace)
    else {
      throw refusal(
        "'\(raw)' is no web address", help: "write it in full: https://example.org/story/1")
    }
    return text
  }

  /// BCP 47 §2.1, by its shape: a language of two or three letters, then subtags of up to eight.
  func languageTag() throws(OverrideError) -> String {
    let text = raw.trimmed
    let subtags = text.split(separator: "-", omittingEmptySubsequences: false)
    let shaped = subtags.allSatisfy {
      (1...8).contains($0.utf8.count) && $0.utf8.allSatisfy(\.isLetterOrDigit)
    }
    guard shaped, let language = subtags.first, (2...3).contains(language.utf8.count),
      language.utf8.allSatisfy(\.isLetter)
    else {
      throw refusal("'\(raw)' is no language tag", help: "use a tag such as en, de or pt-BR")
    }
    return text
  }

  private func refusal(_ problem: String, help: String) -> OverrideError {
    OverrideError(key: field.rawValue, problem: problem, help: help)
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }

  fileprivate var isLetterOrDigit: Bool {
    isLetter || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
  }
}
