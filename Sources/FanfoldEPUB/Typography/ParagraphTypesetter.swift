internal import FanfoldStory

/// Sets the marks of one paragraph after the other, each by itself.
struct ParagraphTypesetter {
  private let rules: TypographicRules
  private let scope: Typography
  private let survey: TextSurvey
  private let style: QuoteStyle
  private let scan: MarkScan

  init(_ rules: TypographicRules, scope: Typography, survey: TextSurvey) {
    self.rules = rules
    self.scope = scope
    self.survey = survey
    style = survey.style(of: rules.quotes)
    scan = MarkScan(rules, scope: scope)
  }

  /// The lines of a paragraph, which may be one; a quotation may go over several. `nil` when nothing changes.
  func set(_ lines: [[Inline]]) -> [[Inline]]? {
    lines.contains(where: scan.finds) ? setFound(lines) : nil
  }

  /// A paragraph of one line.
  func set(_ inlines: [Inline]) -> [Inline]? {
    scan.finds(in: inlines) ? setFound([inlines])?.first : nil
  }

  private func setFound(_ lines: [[Inline]]) -> [[Inline]]? {
    var flow = TextFlow(lines)
    let typed = flow.bytes
    flow.lock(ProtectedText.places(in: flow.bytes))
    var quotes = QuoteSetter(flow, rules: rules, style: style, survey: survey)
    flow.apply(quotes.run())
    if scope == .full {
      var dashes = DashSetter(flow, rules: rules.dash)
      flow.apply(dashes.run())
      flow.apply(EllipsisSetter.edits(of: flow))
    }
    var spaces = SpaceSetter(flow, rules: scope == .full ? rules.spaces : nil, style: style)
    flow.apply(spaces.run())
    return flow.bytes == typed ? nil : flow.lines(like: lines)
  }
}
