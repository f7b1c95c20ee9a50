/// A face made of marks: `:'(`, `>:-)`, `-_-'`.
enum Emoticon {
  /// Where the face is in a token, what else stands around it left out.
  static func place(in token: ArraySlice<UInt8>) -> Range<Int>? {
    if let flat = flatFace(in: token) { return flat }
    for start in token.indices where eyes.contains(token[start]) {
      // `x)` and `8)` are faces only when nothing stands before them.
      let isLetter = CharacterClass.of(token[start]).isWord
      if isLetter, start > token.startIndex { continue }
      if let end = faceEnd(from: start, in: token) { return token.startIndex..<end }
    }
    return nil
  }

  private static func faceEnd(from start: Int, in token: ArraySlice<UInt8>) -> Int? {
    var end = start + 1
    func take(_ set: ASCIISet) -> Bool {
      guard end < token.endIndex, set.contains(token[end]) else { return false }
      end += 1
      return true
    }
    _ = take(tears)
    _ = take(noses)
    guard take(mouths) || take(letterMouths) else { return nil }
    let hasLetter = letterMouths.contains(token[end - 1])
    while take(mouths) {}
    // `:Peter` is no face.
    if hasLetter, end < token.endIndex, CharacterClass.of(token[end]).isWord {
      return nil
    }
    return end
  }

  /// `-_-`, `._.`, `^_^'`, `T_T`, `--'` are of few characters and have no word.
  private static func flatFace(in token: ArraySlice<UInt8>) -> Range<Int>? {
    guard (3...8).contains(token.count), token.allSatisfy(flat.contains) else { return nil }
    let middle = token.dropFirst().dropLast()
    let hasMouth = middle.contains(UInt8(ascii: "_")) || middle.contains(UInt8(ascii: "^"))
    guard hasMouth || token.elementsEqual("--'".utf8) || token.elementsEqual("-.-".utf8) else {
      return nil
    }
    return token.startIndex..<token.endIndex
  }

  private static let eyes = ASCIISet(":;=8xX")
  private static let tears = ASCIISet("'\",")
  private static let noses = ASCIISet("-^o~")
  private static let mouths = ASCIISet("()[]{}|/\\<>*@$")
  private static let letterMouths = ASCIISet("DPpOoSsCcXx3")
  private static let flat = ASCIISet("-_.^><TtOo'\";,~*=@xXuU0")
}
