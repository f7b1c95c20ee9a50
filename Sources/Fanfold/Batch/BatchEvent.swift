/// What happened in a batch, story by story in the order of the inputs.
package struct BatchEvent: Sendable {
  package enum Kind: Sendable {
    case made(output: String)
    case unchanged(output: String)
    case failed(ConversionError)
    case skipped(ConversionError)
  }

  package let story: BatchStory
  package let kind: Kind
  /// How many stories are done, this one too, and how many there are.
  package let done: Int
  package let total: Int
}

/// How a batch went.
package struct BatchSummary: Sendable, Hashable {
  package var made = 0
  package var unchanged = 0
  package var failed = 0
  package var skipped = 0
  /// Books that stay though the files of their stories are gone.
  package var orphaned = 0
}
