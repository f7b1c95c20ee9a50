import ArgumentParser
import Fanfold

/// The options that overrule what a story says of itself.
struct MetadataArguments: ParsableArguments {
  @Option(help: "The title.")
  var title: String?

  @Option(help: "An author; may be given again.")
  var author: [String] = []

  @Option(help: "A fandom; may be given again.")
  var fandom: [String] = []

  @Option(help: "The language, a tag such as en or pt-BR.")
  var language: String?

  @Option(help: "The series and the place in it: 'NAME #2'.")
  var series: [String] = []

  @Option(help: "The rating.")
  var rating: String?

  @Option(help: "The summary.")
  var summary: String?

  @Option(help: "The web address the story was saved from.")
  var source: String?

  @Option(help: .init("Any other metadata; may be given again.", valueName: "key=value"))
  var set: [String] = []

  /// The options' values, checked.
  func overrides() throws(UsageError) -> MetadataOverrides {
    var overrides = MetadataOverrides()
    let single = [
      ("title", title), ("language", language), ("rating", rating), ("summary", summary),
      ("source", source),
    ]
    let lists = [("author", author), ("fandom", fandom), ("series", series)]
    let named =
      single.flatMap { key, value in value.map { [(key, $0)] } ?? [] }
      + lists.flatMap { key, values in values.map { (key, $0) } }
    for (key, value) in named {
      do {
        try overrides.set(key, to: value)
      } catch {
        throw UsageError("--\(key): \(error.problem)", help: error.help)
      }
    }
    for pair in set {
      try Self.set(pair, in: &overrides)
    }
    return overrides
  }

  private static func set(
    _ pair: String, in overrides: inout MetadataOverrides
  ) throws(UsageError) {
    guard let mark = pair.firstIndex(of: "=") else {
      throw UsageError("--set '\(pair)' has no '='", help: "write it as --set KEY=VALUE")
    }
    do {
      try overrides.set(
        String(pair[..<mark]), to: String(pair[pair.index(after: mark)...]))
    } catch {
      throw UsageError("--set \(error.key): \(error.problem)", help: error.help)
    }
  }
}
