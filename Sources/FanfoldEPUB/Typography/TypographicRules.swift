/// What printers do in a language, as data: one row a language, in `TypographicRules+languages.swift`.
struct TypographicRules: Sendable {
  /// The subtag of the language, with a region where a country has ways of its own.
  var language: String
  /// The pairs of quotation marks in use, the usual one first; another is taken in a text that
  /// has it already.
  var quotes: [QuoteStyle]
  /// Words that begin with an apostrophe, in lower case.
  var elisions: Set<String> = []
  var dash: DashRules
  var spaces = SpaceRules()
}

/// Quotation marks, and those inside a quotation.
struct QuoteStyle: Sendable, Hashable {
  var open: String
  var close: String
  var innerOpen: String
  var innerClose: String
  /// The space inside the marks, as French has it.
  var inset: String?

  /// The marks of a style in the order of its properties: `“”‘’`.
  init(_ marks: String, inset: String? = nil) {
    let marks = marks.map { String($0) }
    open = marks[0]
    close = marks[1]
    innerOpen = marks[2]
    innerClose = marks[3]
    self.inset = inset
  }
}

/// Dashes between words and before direct speech.
struct DashRules: Sendable {
  /// The dash within a sentence.
  var mark: String
  /// Whether it stands without spaces, as in English.
  var isTight = false
  /// The space before it, where a line must not begin with it.
  var blankBefore = " "
  /// The dash that begins direct speech; `nil` where speech has quotation marks only.
  var speech: String?
  /// What stands between that dash and the speech.
  var speechBlank = "\u{A0}"
  /// Whether the speaker is told between dashes that stick to the words, as in Spanish.
  var sticks = false
}

/// Spaces at which a line must not end.
struct SpaceRules: Sendable {
  /// The space before a mark: `;`, `:`, `!`, `?`.
  var before: [UInt8: String] = [:]
  /// Words of one letter that do not stand at the end of a line, in lower case.
  var shortWords: Set<String> = []
  /// Abbreviations of two letters, "zB", each with its point.
  var abbreviations: Set<String> = []

  /// Units that stay with their number. Those that are words as well are left out.
  static let units: Set<String> = [
    "%", "°", "°C", "°F", "€", "km", "cm", "mm", "kg", "mg", "ml", "km/h", "mph", "kph", "Hz",
    "kHz", "MHz", "GHz", "kB", "KB", "MB", "GB", "TB", "kW", "MW", "lb", "lbs", "oz", "ft", "км",
    "см", "мм", "кг", "мг", "мл", "км/ч", "руб",
  ]
}

extension TypographicRules {
  /// The rules of a language; `nil` for those of which nothing is known here, and then a text is
  /// best left alone.
  static func of(_ tag: String?) -> TypographicRules? {
    guard let tag = LanguageTag.normalised(tag) else { return nil }
    let parts = tag.split(separator: "-")
    guard let language = parts.first else { return nil }
    let region = parts.dropFirst().first { $0.utf8.count == 2 }
    let regional = region.flatMap { region in
      all.first { $0.language == "\(language)-\(region)" }
    }
    return regional ?? all.first { $0.language == language }
  }
}
