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

  /// The lines of a paragraph, which may be one; a quotation may go over several.
  func set(_ lines: [[Inline]]) -> [[Inline]] {
    guard scan.finds(in: lines) else { return lines }
    var flow = TextFlow(lines)
    flow.lock(ProtectedText.places(in: flow.bytes))
    var quotes = QuoteSetter(flow, rules: rules, style: style, survey: survey)
    var hasChanged = flow.apply(quotes.run())
    if scope == .full {
      var dashes = DashSetter(flow, rules: rules.dash)
      hasChanged = flow.apply(dashes.run()) || hasChanged
      hasChanged = flow.apply(EllipsisSetter.edits(of: flow)) || hasChanged
    }
    var spaces = SpaceSetter(flow, rules: scope == .full ? rules.spaces : nil, style: style)
    hasChanged = flow.apply(spaces.run()) || hasChanged
    return hasChanged ? flow.lines(like: lines) : lines
  }

  /// A paragraph of one line.
  func set(_ inlines: [Inline]) -> [Inline] {
    set([inlines])[0]
  }

  /// A text in which nothing is emphasised: a title.
  func set(_ text: String) -> String {
    set([.text(text)]).plainText
  }
}
