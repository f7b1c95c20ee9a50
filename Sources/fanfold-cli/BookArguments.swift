import ArgumentParser
import Fanfold

/// The options that say how books are made, the same for one, for many and for many stories in one.
struct BookArguments: ParsableArguments {
  @Option(
    help: .init("Set quotes, dashes and spaces: full, quotes or none.", valueName: "scope"))
  var typography: String?

  @Option(
    help: .init("Put the author's notes inline, end, popup or none.", valueName: "place"))
  var notes = NotePlacement.inline.rawValue

  @Flag(help: "Make a book for Kobo's readers, BOOK.kepub.epub.")
  var kobo = false

  @Flag(help: "Leave out the page of contents.")
  var noContentsPage = false

  @Flag(help: "Begin chapters with a large letter.")
  var dropInitials = false

  @Option(
    help: .init("The cover: 'auto', 'none' or a picture.", valueName: "auto|none|picture"))
  var cover: String?

  @Option(
    help: .init(
      "How pages look: classic, modern, plain or a CSS file.", valueName: "theme"))
  var theme: String?

  @Flag(help: "Write what was made without checking it.")
  var noCheck = false

  /// The options' values, checked.
  ///
  /// - Parameter usual: What of the text is set when nobody says.
  func options(
    _ overrides: MetadataOverrides = MetadataOverrides(), typography usual: Typography = .full
  ) throws -> ConversionOptions {
    guard let scope = typography.map(Typography.init(rawValue:)) ?? usual else {
      throw UsageError("--typography is '\(typography ?? "")'", help: "use full, quotes or none")
    }
    guard let notes = NotePlacement(rawValue: notes) else {
      throw UsageError("--notes is '\(notes)'", help: "use inline, end, popup or none")
    }
    var options = ConversionOptions(
      overrides: overrides, modified: try SourceDate.given(),
      cover: try CoverArgument.choice(cover ?? "auto"), typography: scope,
      theme: try ThemeArgument.choice(theme ?? "classic"))
    options.notes = notes
    options.isForKobo = kobo
    options.hasContentsPage = !noContentsPage
    options.hasInitials = dropInitials
    options.isChecked = !noCheck
    return options
  }
}
