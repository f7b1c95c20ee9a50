internal import FanfoldStory

extension SeriesPlace {
  /// A place in a series in one line, "The Lamplighters #2".
  init(written text: String) {
    guard let mark = text.lastIndex(of: "#"), mark > text.startIndex else {
      self.init(text)
      return
    }
    let name = text[..<mark].trimmed
    let position = text[text.index(after: mark)...].trimmed
    if name.isEmpty || position.isEmpty {
      self.init(text)
    } else {
      self.init(name, position: position)
    }
  }
}

extension Relationship {
  /// A pairing in one line, `A/B` or `A & B`.
  init(written text: String) {
    let kind: Kind = !text.contains("/") && text.contains("&") ? .platonic : .romantic
    let names = text.split(separator: kind == .platonic ? "&" : "/").map(\.trimmed)
    self.init(names.filter { !$0.isEmpty }, kind: kind, raw: text)
  }
}

extension Rating {
  /// A rating in one line: a level of the Archive of Our Own, or any other words.
  init(written text: String) {
    self.init(text, level: Level.allCases.first { $0.rawValue.lowercased() == text.lowercased() })
  }
}

extension StringProtocol {
  /// Without the blanks around it.
  var trimmed: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
