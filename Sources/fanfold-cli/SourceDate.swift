import Fanfold

/// The date that builds which must be repeatable set for everything they make
/// (https://reproducible-builds.org/specs/source-date-epoch/).
enum SourceDate {
  /// The date in seconds since 1970, or `nil` when none is set.
  static func given() throws(UsageError) -> Int64? {
    guard let text = Environment.value(of: "SOURCE_DATE_EPOCH"), !text.isEmpty else { return nil }
    guard let seconds = Int64(text), seconds >= 0 else {
      throw UsageError(
        "SOURCE_DATE_EPOCH is '\(text)'", help: "set it to seconds since 1970, or unset it")
    }
    return seconds
  }
}
