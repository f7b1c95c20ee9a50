internal import FanfoldStory

/// A title line parted into the title and what announcements and lists put beside it: "NEW: The Long Way", "[FIC] The Long
/// Way", "The Long Way (complete)", "The Long Way, PG-13".
struct TitleWords {
  private(set) var title: String
  /// "complete", "work in progress".
  private(set) var status: String?
  private(set) var rating: String?

  init(_ line: String, ratings: Ratings) {
    title = SiteName.dropped(from: SubjectLine.withoutPrefixes(line))
    while takeTail(ratings) {}
    if title.isEmpty { title = line }
  }

  /// Takes one thing off the end; tells whether there was one.
  private mutating func takeTail(_ ratings: Ratings) -> Bool {
    for (open, close) in [(" (", ")"), (" [", "]"), (" - ", ""), (", ", "")] {
      guard title.hasSuffix(close), let start = title.components(partedBy: open).last,
        start.utf8.count < title.utf8.count - open.utf8.count
      else { continue }
      let tail = String(start.dropLast(close.count))
      let folded = Folding.fold(tail)
      // "Malcolm, X", "War - Finished": outside brackets only what no title says.
      let isCertain = !close.isEmpty || folded.contains(where: { !$0.isLetter }) || folded == "wip"
      if isCertain, Self.statuses.contains(folded) {
        status = tail
      } else if isCertain, tail == tail.uppercased(), tail != tail.lowercased(),
        ratings.level(folded) != nil
      {
        rating = tail
      } else if !isCertain || !Self.others.contains(folded) {
        continue
      }
      title.removeLast(start.count + open.count)
      return true
    }
    return false
  }

  private static let statuses: Set<String> = [
    "complete", "completed", "finished", "wip", "work in progress", "in progress", "incomplete",
    "unfinished", "abandoned", "on hiatus", "hiatus", "discontinued",
  ]
  private static let others: Set<String> = [
    "1/1", "oneshot", "one-shot", "one shot", "repost", "reposted", "revised", "edited", "new",
    "updated", "part 1/1", "standalone", "oc",
  ]
}
