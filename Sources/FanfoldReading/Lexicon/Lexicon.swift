/// All the tables a recogniser asks, read once and shared by all readings.
final class Lexicon: Sendable {
  let labels = HeaderLabels()
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
  let sites: SiteCatalog

  init() {
    sites = SiteCatalog(labels: labels)
    var months: [String: Int] = [:]
    for row in Table("months").rows where row.count >= 3 { months[row[2]] = Int(row[0]) }
    self.months = months
    nothing = Set(Table("nothing").rows.map { $0[0] })
    sceneBreaks = SceneBreakMarks(words: Set(Table("break-words").rows.map { $0[0] }))
  }
}
