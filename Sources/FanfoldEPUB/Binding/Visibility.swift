internal import FanfoldStory

extension Block {
  /// Whether there is anything to see; a blank paragraph makes no element of the book.
  var isVisible: Bool {
    if case .sceneBreak = content { return true }
    // Nearly all begin with a letter or a quotation mark.
    if let first = openingLine?.openingRun?.utf8.first, (0x21...0x7E).contains(first) {
      return true
    }
    var isVisible = false
    forEachText { if !isVisible { isVisible = $0.hasVisibleCharacter } }
    if !isVisible { forEachImage { _ in isVisible = true } }
    return isVisible
  }
}

extension [Inline] {
  /// Whether there is anything to see.
  var isVisible: Bool {
    var isVisible = false
    for inline in self where !isVisible {
      inline.forEachText { if !isVisible { isVisible = $0.hasPrintedCharacter } }
      inline.forEachImage { _ in isVisible = true }
    }
    return isVisible
  }
}

extension String {
  /// Whether something is left of it in ``plainLine``.
  fileprivate var hasPrintedCharacter: Bool {
    unicodeScalars.contains { scalar in
      if scalar.isASCII { return scalar.value > 0x20 && scalar.value != 0x7F }
      let category = scalar.properties.generalCategory
      return !scalar.properties.isWhitespace && category != .control && category != .format
    }
  }

  fileprivate var hasVisibleCharacter: Bool {
    unicodeScalars.contains { scalar in
      scalar.value > 0x20 && (scalar.value < 0x7F || !scalar.properties.isWhitespace)
    }
  }
}
