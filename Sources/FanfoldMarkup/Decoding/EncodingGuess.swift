/// Decides which legacy encoding a file is in.
///
/// uchardet knows scripts and languages by their statistics, but takes a handful of Mac quotation
/// marks for Central European letters. So where few bytes are odd, the code pages western writers
/// used are compared by what each odd byte means in its place.
struct EncodingGuess {
  private let sample: LegacySample

  init(_ sample: LegacySample) {
    self.sample = sample
  }

  func encoding() -> TextEncoding {
    var suggestion = isDrawing ? nil : CharsetDetector.suggestion(for: sample.bytes)
    switch suggestion?.form {
    case .multiByte where sample.density >= 10, .stateful:
      if let suggestion, isClean(suggestion) { return suggestion }
    case .singleByte where sample.density >= 20:
      if let suggestion, isWritten(in: suggestion) {
        return best([suggestion] + siblings(suggestion))
      }
      suggestion = nil
    case .utf8, .utf16, .utf32, .singleByte, .multiByte, nil: break
    }
    let western = ["windows-1252", "macintosh", "IBM850", "IBM437", "ISO-8859-15"]
    var candidates = western.compactMap { TextEncoding.named($0) }
    if let suggestion, suggestion.form == .singleByte {
      candidates += ([suggestion] + siblings(suggestion)).filter { !candidates.contains($0) }
    }
    return best(candidates, suggestion: suggestion)
  }

  /// The most plausible of some code pages; the earlier when two read alike.
  private func best(
    _ candidates: [TextEncoding], suggestion: TextEncoding? = nil
  ) -> TextEncoding {
    var best: (encoding: TextEncoding, score: Int)?
    for candidate in candidates {
      guard let page = CodePage(candidate) else { continue }
      let isSuggested = suggestion.map { [$0] + siblings($0) }?.contains(candidate) ?? false
      let score = Plausibility(page: page, isSuggested: isSuggested).score(sample.bytes)
      if best.map({ score > $0.score }) ?? true { best = (candidate, score) }
    }
    return best?.encoding ?? .windows1252
  }

  /// Whether a multi-byte encoding reads the sample with hardly an error; its end may be cut.
  private func isClean(_ encoding: TextEncoding) -> Bool {
    guard let converter = IconvConverter(encoding) else { return false }
    return converter.convert(sample.bytes).replaced <= 1 + sample.oddCount / 200
  }

  /// Whether the odd bytes can only be frames drawn in a code page of DOS: few different ones, all
  /// of them lines. Half of KOI8-R stands in the same places, but no words are made of so few
  /// letters.
  private var isDrawing: Bool {
    let odd = Set(sample.bytes.filter { $0 >= 0x80 })
    return odd.count < 10 && odd.allSatisfy { (0xB0...0xDF).contains($0) } && hasRuns
  }

  private var hasRuns: Bool {
    zip(sample.bytes, sample.bytes.dropFirst()).contains { $0 == $1 && $0 >= 0xC4 && $0 <= 0xCD }
      || sample.bytes.contains(0xBA) || sample.bytes.contains(0xB3)
  }

  /// Whether most odd bytes are letters of another script.
  private func isWritten(in encoding: TextEncoding) -> Bool {
    guard let page = CodePage(encoding) else { return false }
    var letters = 0
    for byte in sample.bytes where byte >= 0x80 && page.scalar(byte) > 0x24F {
      if page.kind(byte).isLetter { letters += 1 }
    }
    return letters * 2 > sample.oddCount
  }

  /// Code pages for the same letters that differ in a few places only.
  private func siblings(_ encoding: TextEncoding) -> [TextEncoding] {
    let families = [
      ["ISO-8859-2", "windows-1250"], ["ISO-8859-7", "windows-1253"],
      ["ISO-8859-13", "windows-1257"], ["KOI8-R", "KOI8-U"],
      ["ISO-8859-3", "IBM857", "windows-1254"],
    ]
    let family = families.first { $0.contains(encoding.name) } ?? []
    return family.filter { $0 != encoding.name }.compactMap { TextEncoding.named($0) }
  }
}
