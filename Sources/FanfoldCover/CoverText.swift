/// What stands on a cover.
public struct CoverText: Sendable, Hashable {
  public var title: String
  /// The authors in one line, "rowan and sorrel"; nil when nobody is known.
  public var byline: String?
  /// The works the story is a fan work of.
  public var fandom: String?
  /// "Part 2 of Harbour Lights".
  public var series: String?

  /// The words of a cover; all but the title may be missing.
  public init(
    title: String, byline: String? = nil, fandom: String? = nil, series: String? = nil
  ) {
    self.title = title
    self.byline = byline
    self.fandom = fandom
    self.series = series
  }
}

/// How a cover is laid out; each goes with the theme of that name.
public enum CoverLayout: String, Sendable, Hashable, CaseIterable {
  case classic, modern, plain
}

/// Why there is no cover. A book does well without one.
public enum CoverError: Error, Sendable, Hashable, CustomStringConvertible {
  case noLibrary, noFonts, outOfMemory

  /// What is wrong: lower case, no full stop.
  public var description: String {
    switch self {
    case .noLibrary: "Pango and Cairo are not installed, with which covers are drawn"
    case .noFonts: "no font is installed with which a cover could be set"
    case .outOfMemory: "not enough memory for the cover"
    }
  }
}
