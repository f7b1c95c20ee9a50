internal import FanfoldStory

/// The lines of a header whose labels have no colons: "Title - The Third Cup", "Pairing | Mara/Tom", "Rating....PG". One
/// alone may be prose; three together that share the sign are a header.
struct LooseHeaders {
  /// By their lines.
  private(set) var found: [Int: HeaderLine] = [:]

  init(_ draft: Draft, labels: HeaderLabels, before end: Int?) {
    var run: [(line: Int, header: HeaderLine)] = []
    var sign: UInt8?
    for line in 0..<min(Self.reach, end ?? draft.fates.count) where draft.fates[line] == .text {
      let text = draft.manuscript.text
      let loose = HeaderLine.loose(text, draft.range(line), labels: labels)
      if let loose, sign == nil || loose.separator == sign {
        run.append((line, loose.header))
        sign = loose.separator
        continue
      }
      take(run)
      run = loose.map { [(line, $0.header)] } ?? []
      sign = loose?.separator
    }
    take(run)
  }

  /// Headers begin near the top.
  private static let reach = 60

  /// Believes a run of lines when they fill three fields.
  private mutating func take(_ run: [(line: Int, header: HeaderLine)]) {
    guard Set(run.map(\.header.field)).count >= 3 else { return }
    for (line, header) in run { found[line] = header }
  }
}
