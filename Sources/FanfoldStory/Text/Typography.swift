/// How much of a typewriter's text is set as a printer would set it, in the way of its language.
public enum Typography: String, Sendable, Hashable, CaseIterable {
  /// Quotation marks, apostrophes, dashes, ellipses and no-break spaces.
  case full
  /// Quotation marks and apostrophes alone.
  case quotes
  /// The text stays as it was typed.
  case none
}
