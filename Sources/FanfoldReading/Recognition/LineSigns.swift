/// What a line may be by its look. A sign says "perhaps", its absence says "no": recognisers pass over the lines
/// without theirs, so that ordinary prose meets none of them.
struct LineSigns: OptionSet {
  let rawValue: UInt8

  /// A line that a site puts around stories, whole or at the end of another.
  static let furniture = LineSigns(rawValue: 1 << 0)
  /// "The End" in few words.
  static let ending = LineSigns(rawValue: 1 << 1)
  /// The heading of a chapter.
  static let heading = LineSigns(rawValue: 1 << 2)
  /// A mark between scenes.
  static let sceneBreak = LineSigns(rawValue: 1 << 3)
  /// A field of a message's header.
  static let mailField = LineSigns(rawValue: 1 << 4)
  /// Something in brackets.
  static let bracket = LineSigns(rawValue: 1 << 5)

  /// What a line of few bytes may be: anything.
  static let short: LineSigns = [.furniture, .ending, .heading, .sceneBreak, .mailField, .bracket]
}
