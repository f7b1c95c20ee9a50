import Fanfold

/// What a batch says while it works and when it is done.
struct BatchTalk {
  private let console: Console
  private let isQuiet: Bool
  private let isDry: Bool
  private let hasBar: Bool
  private let start = ContinuousClock.now
  private var drawn: ContinuousClock.Instant?

  init(console: Console, isQuiet: Bool, isDry: Bool) {
    self.console = console
    self.isQuiet = isQuiet
    self.isDry = isDry
    hasBar = !isQuiet && StandardStream.error.isTerminal && !isDry
  }

  mutating func tell(_ event: BatchEvent) {
    switch event.kind {
    case .failed(let error):
      clear()
      console.error(error)
    case .made(let output) where isDry && !isQuiet: plan("make", event, output)
    case .unchanged(let output) where isDry && !isQuiet: plan("keep", event, output)
    case .skipped where isDry && !isQuiet: plan("skip", event, nil)
    case .made, .unchanged, .skipped: break
    }
    draw(event)
  }

  /// One line that sums up.
  mutating func end(_ summary: BatchSummary, folder: String) {
    clear()
    guard !isQuiet else { return }
    var parts = ["\(ConversionReport.count(summary.made, "book")) \(isDry ? "to make" : "made")"]
    if summary.unchanged > 0 { parts.append("\(summary.unchanged) unchanged") }
    if summary.failed > 0 { parts.append("\(summary.failed) failed") }
    if summary.orphaned > 0 { parts.append("\(summary.orphaned) kept whose stories are gone") }
    if summary.skipped > 0 {
      parts.append("\(ConversionReport.count(summary.skipped, "other file")) skipped")
    }
    console.say("\(folder): " + parts.joined(separator: ", "))
  }

  /// What would be done, on standard output: it is what was asked for.
  private func plan(_ verb: String, _ event: BatchEvent, _ output: String?) {
    let files = event.story.files.joined(separator: ", ")
    let line = TerminalText.safe("\(verb) \(files)" + (output.map { " -> \($0)" } ?? ""))
    try? StandardStream.output.write(Array((line + "\n").utf8))
  }

  private mutating func draw(_ event: BatchEvent) {
    let now = ContinuousClock.now
    guard hasBar, drawn.map({ now - $0 > .milliseconds(100) }) ?? true else { return }
    drawn = now
    let seconds =
      Double((now - start).components.seconds)
      + Double((now - start).components.attoseconds) / 1e18
    let rate = seconds > 0 ? Double(event.done) / seconds : 0
    let left = rate > 0 ? Int((Double(event.total - event.done) / rate).rounded(.up)) : 0
    let line = "\(event.done)/\(event.total) stories, \(Int(rate))/s, \(Self.time(left)) left"
    try? StandardStream.error.write(Array("\r\u{1B}[K\(line)".utf8))
  }

  private mutating func clear() {
    guard hasBar, drawn != nil else { return }
    try? StandardStream.error.write(Array("\r\u{1B}[K".utf8))
    drawn = nil
  }

  private static func time(_ seconds: Int) -> String {
    seconds < 60 ? "\(seconds) s" : "\(seconds / 60) min \(seconds % 60) s"
  }
}
