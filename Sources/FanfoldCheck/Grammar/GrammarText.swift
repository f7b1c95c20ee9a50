/// Pieces of a grammar's file.
extension ArraySlice<UInt8> {
  var string: String { String(decoding: self, as: UTF8.self) }

  /// The words between white space.
  var grammarWords: [ArraySlice<UInt8>] { split(whereSeparator: Datatype.isSpace) }

  /// The first word and what comes behind it, no white space around either.
  var firstGrammarWord: (word: ArraySlice<UInt8>, rest: ArraySlice<UInt8>) {
    let text = Datatype.trimmed(self)
    let word = text.prefix { !Datatype.isSpace($0) }
    return (word, text[word.endIndex...].drop(while: Datatype.isSpace))
  }
}
