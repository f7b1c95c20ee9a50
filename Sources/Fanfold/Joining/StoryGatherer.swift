internal import FanfoldReading
internal import FanfoldStory

/// Reads the files of one story and puts them together.
package struct StoryGatherer: Sendable {
  /// Made once, since it reads the tables.
  private let reader: StoryReader

  package init(explains: Bool = false) { reader = StoryReader(explains: explains) }

  /// What the files hold, put together.
  struct Gathered {
    var story: Story
    var parts: [StoryPart]
    var remarks: [Conversion.Remark]
  }

  /// Reads and joins the files; every character of them is in the story or in its ledger.
  func gather(_ inputs: [InputFile]) throws(ConversionError) -> Gathered {
    var parts: [StoryPart] = []
    var remarks: [Conversion.Remark] = []
    for input in inputs {
      do throws(ConversionError) {
        let (part, remark) = try read(input)
        parts.append(part)
        if let remark { remarks.append(.init(file: input.name, text: remark)) }
      } catch {
        // A folder may hold anything beside a story; a file that was named may not.
        guard input.isFromFolder, error.name != "bad-sidecar" else { throw error }
        remarks.append(.init(file: input.name, text: "\(error.problem); it was skipped"))
      }
    }
    guard !parts.isEmpty else { throw Self.nothing(inputs) }
    let order = PartOrder(parts)
    var story = StoryJoiner.join(order.ordered.map(\.story))
    try checkAccount(of: story, from: order.ordered)
    if parts.contains(where: { $0.sidecar != nil }) {
      var corrected: [Story] = []
      for part in order.ordered { corrected.append(try part.corrected()) }
      story = StoryJoiner.join(corrected)
    }
    return Gathered(story: story, parts: order.ordered, remarks: remarks + order.remarks)
  }

  private func read(_ input: InputFile) throws(ConversionError) -> (StoryPart, remark: String?) {
    do {
      var sidecar = try input.sidecar.map { file throws(ReadError) in
        try SidecarReader(name: file.name).read(file.bytes)
      }
      var remark: String?
      if let name = sidecar?.file, name != input.baseName {
        remark = "the sidecar beside it is for '\(name)' and was not used"
        sidecar = nil
      }
      let file = StoryFile(
        name: input.name, bytes: input.bytes, neighbour: input.neighbours?.bytes)
      let reading = try reader.read(file, sidecar: sidecar)
      return (StoryPart(input: input, reading: reading, sidecar: sidecar), remark)
    } catch {
      throw ConversionError(error)
    }
  }

  private static func nothing(_ inputs: [InputFile]) -> ConversionError {
    guard let first = inputs.first else {
      return ConversionError(
        .input, "no-input", file: "", problem: "no files given", help: "name the story's file")
    }
    let slash = first.name.lastIndex(of: "/")
    return ConversionError(
      .input, "no-story", file: slash.map { String(first.name[..<$0]) } ?? first.name,
      problem: "no file in this folder holds a story", help: "name the story's files instead")
  }

  /// Every character of the files must be in the story or in its ledger; this must never fail, and if it does, no
  /// book is better than one with words missing.
  private func checkAccount(of story: Story, from parts: [StoryPart]) throws(ConversionError) {
    for part in parts where !part.reading.account.isClosed {
      throw Self.unaccounted(part.input.name, part.reading.account)
    }
    guard let first = parts.first, parts.count > 1 else { return }
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
