/// What a batch is told beyond its inputs.
package struct BatchOptions: Sendable {
  /// For each story alike.
  package var conversion = ConversionOptions()
  package var template: NameTemplate
  /// How many stories are worked on at once.
  package var jobs = 1
  /// Whether everything is made anew, and files of others are replaced.
  package var isForced = false
  /// Whether nothing is written.
  package var isDry = false
  /// Whether what lies beside the files is obeyed.
  package var sidecars = true
  /// The most bytes of one file.
  package var limit = InputFile.usualLimit

  package init(template: NameTemplate) { self.template = template }

  /// How the books' names end.
  var ending: NameTemplate.Ending { conversion.isForKobo ? .kepub : .epub }

  /// Equal when the same story would make the same book of the same name.
  var digest: String {
    var words = [
      Release.version, template.text, conversion.typography.rawValue,
      conversion.modified.map(String.init) ?? "", sidecars ? "sidecars" : "",
      conversion.isChecked ? "" : "unchecked",
      FileStamp.digest(of: conversion.theme.stylesheet), conversion.notes.rawValue,
      conversion.isForKobo ? "kobo" : "", conversion.hasContentsPage ? "contents" : "",
    ]
    switch conversion.cover {
    case .automatic: words.append("auto")
    case .none: words.append("none")
    case .picture(let bytes, _): words.append(FileStamp.digest(of: bytes))
    }
    words += conversion.overrides.fingerprint
    return FileStamp.digest(of: Array(words.joined(separator: "\n").utf8))
  }
}
