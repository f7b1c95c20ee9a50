internal import FanfoldArchive
internal import FanfoldEPUB
internal import FanfoldReading
internal import FanfoldStory

extension Converter {
  func bookOptions(_ inputs: [InputFile], fallbackTitle: String) -> BookOptions {
    let newest = inputs.compactMap(\.modified).max() ?? ConversionOptions.undated
    return BookOptions(
      modified: max(options.modified ?? newest, ConversionOptions.undated),
      generator: Release.generator,
      sources: inputs.map { SourceFile(name: $0.baseName, bytes: $0.bytes) },
      fallbackTitle: fallbackTitle)
  }

  func pack(_ book: Book, of file: String) throws(ConversionError) -> [UInt8] {
    do {
      return try EPUBPackager.pack(book)
    } catch {
      throw ConversionError(
        .system, "cannot-pack", file: file, problem: error.description,
        help: "free some memory and try again")
    }
  }

  /// Every character of the files must be in the story or in its ledger; this must never fail, and if it does, no
  /// book is better than one with words missing.
  func checkAccount(of story: Story, from parts: [StoryPart]) throws(ConversionError) {
    for part in parts where !part.reading.account.isClosed {
      throw Self.unaccounted(part.input.name, part.reading.account)
    }
    guard let first = parts.first else { return }
    var input = CharacterTally()
    for part in parts { input.add(part.reading.account.input) }
    let account = StoryAccount(input: input, story: story)
    guard account.isClosed else { throw Self.unaccounted(first.input.name, account) }
  }

  private static func unaccounted(_ file: String, _ account: StoryAccount) -> ConversionError {
    let missing = account.missing
    let what =
      missing > 0
      ? "\(missing) bytes of text would be lost"
      : missing < 0 ? "\(-missing) bytes of text would be invented" : "text would be changed"
    return ConversionError(
      .input, "text-unaccounted", file: file, problem: what,
      help: "this is a fault in fanfold, not in the file: please report it with the file")
  }
}
