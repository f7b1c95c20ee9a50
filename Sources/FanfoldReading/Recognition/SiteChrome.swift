internal import FanfoldStory

/// Takes the furniture of sites out of a text: lines that are known for a site, and only when the text shows by
/// other signs that it comes from there. What is removed goes into the ledger.
struct SiteChrome {
  let lexicon: Lexicon

  /// The sites that publish; the others are programs that many sites use, or carriers.
  private static let publishers = [
    "Archive of Our Own", "FanFiction.net", "Wattpad", "LiveJournal", "Royal Road", "Tumblr",
  ]

  private struct Hit {
    var line: Int
    var rows: [ChromeLines.Row]
  }

  /// Removes the furniture; learns the title from a line that has it glued to a slogan, which is given back.
  func remove(from draft: inout Draft) -> String? {
    let hits = find(draft)
    guard !hits.isEmpty else { return nil }
    let sites = recognised(hits)
    let marks = hits.compactMap { hit in hit.rows.first.map { (hit.line, $0.match) } }
    var envelope = SiteEnvelope(lexicon: lexicon, marks: marks)
    var title: String?
    for hit in hits {
      guard let row = hit.rows.first(where: { sites.contains($0.site) }) else { continue }
      if row.match == .suffix {
        title = trim(hit.line, row, &draft) ?? title
      } else if row.match.isEnvelope {
        envelope.take(row, at: hit.line, from: &draft)
      } else if mayRemove(row, hit.line, draft) {
        keepDate(row, hit.line, &draft)
        draft.take(
          hit.line, .removed, rule: "site-furniture", reason: "furniture of \(row.site)")
      }
    }
    if draft.metadata.publisher == nil {
      draft.metadata.publisher = Self.publishers.first(where: sites.contains)
      draft.decide { draft in
        draft.metadata.publisher.flatMap { Self.decision(.publisher, [$0], hits, draft) }
      }
    }
    draft.decide { Self.decision(.site, sites, hits, $0) }
    if sites.contains("LiveJournal") { takeDateLine(&draft) }
    return title
  }

  private static func decision(
    _ subject: Decision.Subject, _ sites: Set<String>, _ hits: [Hit], _ draft: Draft
  ) -> Decision? {
    let own = hits.filter { $0.rows.contains { sites.contains($0.site) } }
    guard let first = own.first else { return nil }
    let others = Set(hits.flatMap { $0.rows.map(\.site) }).subtracting(sites).sorted()
    return Decision(
      subject, sites.sorted().joined(separator: ", "), rule: "site-furniture",
      at: draft.place(first.line),
      because: own.count == 1
        ? "a line that only this site writes: '\(draft.words(first.line))'"
        : "\(own.count) lines of its furniture, the first '\(draft.words(first.line))'",
      insteadOf: others.first.map { .init($0, reason: "too few lines of its furniture") })
  }

  /// The lines that match some row as a whole or end in a slogan.
  private func find(_ draft: Draft) -> [Hit] {
    var hits: [Hit] = []
    for line in draft.fates.indices
    where draft.mayBe(.furniture, line) && draft.fates[line].isText {
      let range = draft.range(line)
      let mayEnd = lexicon.chrome.mayEndInSlogan(draft.manuscript.text.span, range)
      guard mayEnd || range.count <= 170 else { continue }
      let bytes = draft.manuscript.text[range]
      if mayEnd, let row = suffixRow(bytes) {
        hits.append(Hit(line: line, rows: [row]))
      } else if bytes.count <= 170, lexicon.chrome.filter.mayMatch(bytes) {
        let rows = lexicon.chrome.rows(matching: Folding.fold(bytes)).filter {
          mayCount($0, line, draft)
        }
        if !rows.isEmpty { hits.append(Hit(line: line, rows: rows)) }
      }
    }
    return hits
  }

  /// The slogan a line ends with.
  private func suffixRow(_ bytes: ArraySlice<UInt8>) -> ChromeLines.Row? {
    // Letters with accents are longer than those of the table.
    let tail = bytes.suffix(lexicon.chrome.longestSuffix * 2).drop { $0 & 0xC0 == 0x80 }
    let end = Folding.fold(tail).utf8
    return lexicon.chrome.suffixes.first { row in
      end.count >= row.text.utf8.count
        && end.suffix(row.text.utf8.count).elementsEqual(row.text.utf8)
    }
  }

  /// Where the words begin with which a line ends.
  private static func start(of slogan: String, at line: ArraySlice<UInt8>) -> Int? {
    let count = slogan.utf8.count
    guard line.count >= count else { return nil }
    let last = line.last.map { $0 | 0x20 }
    if last == slogan.utf8.last.map({ $0 | 0x20 }), Folding.fold(line.suffix(count)) == slogan {
      return line.endIndex - count
    }
    guard line.suffix(count).contains(where: { $0 >= 0x80 }),
      Folding.fold(line).hasSuffix(slogan)
    else { return nil }
    return (line.startIndex...line.endIndex - count).last {
      line[$0] & 0xC0 != 0x80 && Folding.fold(line[$0...]) == slogan
    }
  }

  /// Sites of which a line is proof, or two lines together.
  private func recognised(_ hits: [Hit]) -> Set<String> {
    var points: [String: Int] = [:]
    for hit in hits {
      for row in hit.rows {
        points[row.site, default: 0] += row.sign == .yes ? 2 : row.sign == .two ? 1 : 0
      }
    }
    var sites = Set(points.filter { $0.value >= 2 }.keys)
    // "Previous post" above "Up" at the very end is LiveJournal's navigation.
    for (first, second) in zip(hits, hits.dropFirst()) where second.line - first.line <= 1 {
      let shared = Set(first.rows.filter { $0.sign == .two }.map(\.site)).intersection(
        second.rows.map(\.site))
      sites.formUnion(shared)
    }
    return sites
  }

  /// Counters are furniture only right under a title; other lines wherever they stand.
  private func mayRemove(_ row: ChromeLines.Row, _ line: Int, _ draft: Draft) -> Bool {
    guard row.match == .pattern, row.text == ChromePattern.counters.rawValue else { return true }
    return line < 6
      || draft.manuscript.lines[line].blanksBefore > 0 && draft.range(line - 1).count <= 80
  }

  /// "7 votes", "12 notes": counts that a story may have too, and sites only at the end or beside short lines on top.
  private func mayCount(_ row: ChromeLines.Row, _ line: Int, _ draft: Draft) -> Bool {
    guard row.match == .pattern, Self.counts.contains(row.text) else { return true }
    return line >= draft.fates.count - 4
      || line < 6 && (line == 0 || draft.range(line - 1).count <= 80)
  }

  private static let counts: Set<String> = Set(
    [ChromePattern.readerCount, .tumblrCount].map(\.rawValue))

  private func keepDate(_ row: ChromeLines.Row, _ line: Int, _ draft: inout Draft) {
    guard row.match == .prefix else { return }
    let text = draft.manuscript.string(draft.range(line))
    if let date = DateParser(months: lexicon.months).date(in: text), draft.metadata.updated == nil {
      draft.metadata.updated = date
    }
  }

  /// Cuts the slogan off. What is left is the title when it repeats an earlier line or stands alone, and goes too;
  /// the end of a sentence stays.
  private func trim(_ line: Int, _ row: ChromeLines.Row, _ draft: inout Draft) -> String? {
    let range = draft.range(line)
    let cut =
      Self.start(of: row.text, at: draft.manuscript.text[range])
      ?? range.upperBound - row.text.utf8.count
    let rest = HeadingTokens.trimmed(draft.manuscript.text, range.lowerBound..<cut)
    let reason = "furniture of \(row.site)"
    let title = draft.manuscript.string(rest)
    guard TitleShape.score(draft.manuscript.text[rest]) > 0,
      !Sentence.ends(draft.manuscript.text[rest]) || rest.count < 40
    else {
      draft.take(
        cut..<range.upperBound, of: line, leaving: rest, .removed, rule: "site-furniture",
        reason: reason)
      return nil
    }
    draft.take(line, .removed, rule: "site-furniture", reason: reason)
    return title.isEmpty ? nil : title
  }

  /// LiveJournal's "Oct 24, 2008 23:18" under the subject: a date with the time of day.
  private func takeDateLine(_ draft: inout Draft) {
    let dates = DateParser(months: lexicon.months)
    for line in draft.fates.indices.prefix(6) where draft.fates[line] == .text {
      let text = draft.manuscript.string(draft.range(line))
      guard dates.isDateLine(text), text.contains(":") else { continue }
      draft.metadata.published = dates.date(in: text)
      draft.decide { draft in
        Decision(
          .published, text, rule: "post-date", at: draft.place(line),
          because: "the date LiveJournal puts under a subject")
      }
      draft.take(line, .metadata, rule: "post-date", reason: "date of the post")
      return
    }
  }
}
