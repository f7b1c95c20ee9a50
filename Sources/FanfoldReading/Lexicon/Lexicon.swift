/// All the tables a recogniser asks, read once and shared by all readings; those of sites only when a page asks.
final class Lexicon: Sendable {
  let labels = HeaderLabels.shared
  let headings = HeadingWords()
  let endings = Endings()
  let chrome = ChromeLines()
  let ratings = Ratings()
  let notes = NoteWords()
  let months: [String: Int]
  let nothing: Set<String>
  let sceneBreaks: SceneBreakMarks
  let fandoms = FandomNames()
  let languages = LanguageDetector()
  /// What lines may be by their look.
  let judge: LineJudge

  /// The sites whose pages are known.
  var sites: SiteCatalog { Self.sites }
  private static let sites = SiteCatalog()

  init() {
    var months: [String: Int] = [:]
    for row in Table("months").rows where row.count >= 3 { months[row[2]] = Int(row[0]) }
    self.months = months
    nothing = Set(Table("nothing").rows.map { $0[0] })
    sceneBreaks = SceneBreakMarks(words: Set(Table("break-words").rows.map { $0[0] }))
    judge = LineJudge(
      furniture: chrome, endings: endings, headings: headings, sceneBreaks: sceneBreaks)
  }
}
