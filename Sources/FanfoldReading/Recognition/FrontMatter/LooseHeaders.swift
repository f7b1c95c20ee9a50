internal import FanfoldStory

/// The lines of a header whose labels have no colons: "Title - The Third Cup", "Pairing | Mara/Tom", "Rating....PG". One
/// alone may be prose; three together that share the sign are a header.
struct LooseHeaders {
  /// By their lines.
  private(set) var found: [Int: HeaderLine] = [:]

  init(_ draft: Draft, labels: HeaderLabels, before end: Int?) {
    var run: [(line: Int, loose: HeaderLine.Loose)] = []
    for line in 0..<min(Self.reach, end ?? draft.fates.count) where draft.fates[line] == .text {
      let text = draft.manuscript.text
      let loose = HeaderLine.loose(text, draft.range(line), labels: labels)
      if let loose, run.last.map({ $0.loose.isAlike(loose) }) ?? true {
        run.append((line, loose))
        continue
      }
      take(run, draft, labels)
      run = loose.map { [(line, $0)] } ?? []
    }
    take(run, draft, labels)
  }

  /// Headers begin near the top.
  private static let reach = 60

  /// Believes a run of lines when they fill three fields.
  private mutating func take(
    _ run: [(line: Int, loose: HeaderLine.Loose)], _ draft: Draft, _ labels: HeaderLabels
  ) {
    guard let first = run.first else { return }
    var counted = run.map(\.loose.header)
    if first.loose.isDoubtful {
      guard Self.isOnTop(first.line, draft) else { return }
      counted = counted.filter { labels.isTelling(Folding.fold(draft.manuscript.text[$0.label])) }
    }
    guard Set(counted.map(\.field)).count >= 3 else { return }
    for (line, loose) in run { found[line] = loose.header }
  }

  /// Whether nothing stands above a line but a title without a name.
  private static func isOnTop(_ line: Int, _ draft: Draft) -> Bool {
    let above = (0..<line).filter { draft.fates[$0].isText }
    guard above.count <= 1 else { return false }
    return above.allSatisfy {
      draft.range($0).count <= 60 && !Sentence.ends(draft.bytes($0))
        && Byline.parse(draft.manuscript.text, draft.range($0), months: [:]) == nil
    }
  }
}
