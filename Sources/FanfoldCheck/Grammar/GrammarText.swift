/// Pieces of a grammar's file.
extension ArraySlice<UInt8> {
  var string: String { String(decoding: self, as: UTF8.self) }

  /// The words between white space.
  var grammarWords: [ArraySlice<UInt8>] { split(whereSeparator: Datatype.isSpace) }

  /// The first word and what comes behind it, no white space around either.
  var firstGrammarWord: (word: ArraySlice<UInt8>, rest: ArraySlice<UInt8>) {
    var start = startIndex
    while start < endIndex, Datatype.isSpace(self[start]) { start += 1 }
    var end = start
    while end < endIndex, !Datatype.isSpace(self[end]) { end += 1 }
    var next = end
    while next < endIndex, Datatype.isSpace(self[next]) { next += 1 }
    var last = endIndex
    while last > next, Datatype.isSpace(self[last - 1]) { last -= 1 }
    return (self[start..<end], self[next..<last])
  }
}
