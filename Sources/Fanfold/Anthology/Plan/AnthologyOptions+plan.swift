internal import FanfoldArchive
internal import FanfoldEPUB

extension AnthologyOptions {
  /// What is not told as it is when nobody says.
  var completed: AnthologyOptions {
    var options = self
    options.making.cover = cover ?? .automatic
    options.making.theme = theme ?? .classic
    return options
  }

  /// What is not told as the plan has it.
  func completed(by plan: AnthologyPlan, at path: String) throws(ConversionError)
    -> AnthologyOptions
  {
    var options = self
    let place = PlanResolver.Place(path)
    options.title = title ?? plan.title
    if editors.isEmpty { options.editors = plan.editors }
    options.language = language ?? plan.language
    options.order = order ?? plan.order
    options.duplicates = duplicates ?? plan.duplicates
    if cover == nil, let line = plan.cover { options.cover = try Self.cover(line, in: place) }
    if theme == nil, let line = plan.theme { options.theme = try Self.theme(line, in: place) }
    return options.completed
  }

  private static func cover(
    _ line: AnthologyPlan.Line, in place: PlanResolver.Place
  ) throws(ConversionError) -> CoverChoice {
    switch line.text {
    case "auto": return .automatic
    case "none": return .none
    default:
      let file = try file(line, in: place)
      if let fault = CoverChoice.fault(of: file.bytes) {
        throw place.wrong(
          line.number, "the cover '\(line.text)' cannot be used: \(fault)",
          help: "give a JPEG, PNG, GIF, WebP or SVG picture of at most 8 MB")
      }
      return .picture(bytes: file.bytes, name: file.name)
    }
  }

  private static func theme(
    _ line: AnthologyPlan.Line, in place: PlanResolver.Place
  ) throws(ConversionError) -> Theme {
    if let theme = Theme(named: line.text) { return theme }
    guard line.text.contains(where: { $0 == "." || $0 == "/" }) else {
      throw place.wrong(
        line.number, "there is no theme '\(line.text)'",
        help: "use classic, modern, plain or a file: NAME.css")
    }
    let file = try file(line, in: place)
    do throws(StylesheetFault) { return try Theme(stylesheet: file.bytes) } catch {
      throw place.wrong(
        line.number,
        "the stylesheet '\(line.text)' cannot be used: line \(error.line): \(error)",
        help: "a book's stylesheet is CSS in UTF-8 that needs no other file")
    }
  }

  private static func file(
    _ line: AnthologyPlan.Line, in place: PlanResolver.Place
  ) throws(ConversionError) -> InputFile {
    let path = place.path(line)
    guard FileStatus(path: path)?.kind == .regular else { throw place.missing(line) }
    return try InputFile(path: path, limit: 16 << 20)
  }
}
