/// Looks through a stylesheet for what would make a book invalid: syntax that cannot be read (CSS Syntax §4), files
/// that the book does not hold (EPUB 3.3 §3.6), and the two properties that belong into the markup (EPUB 3.3 §6.3.1.1).
///
/// What a property means and whether a value suits it is the reading system's affair: it skips what it does not know.
struct StylesheetScanner {
  private let bytes: [UInt8]
  private var index = 0
  private var line = 1
  /// The brackets that are open, as the bytes that close them.
  private var open: [UInt8] = []
  /// What has been read of the rule or declaration that is going on, without comments.
  private var statement: [UInt8] = []

  init(_ bytes: [UInt8]) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    self.bytes = bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes
  }

  /// The rules without the charset, which can only stand at the very beginning of a file.
  func ownRules() throws(StylesheetFault) -> [UInt8] {
    guard String(validating: bytes, as: UTF8.self) != nil, !bytes.contains(0) else {
      throw StylesheetFault(line: 1, description: "it is no text in UTF-8")
    }
    var scan = self
    try scan.run()
    guard Folded(bytes[...]).hasPrefix("@charset"),
      let end = bytes.firstIndex(of: UInt8(ascii: ";"))
    else { return bytes }
    return Array(bytes[(end + 1)...])
  }

  private mutating func run() throws(StylesheetFault) {
    while let byte = peek(0) {
      switch byte {
      case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "*"): try skipComment()
      case UInt8(ascii: "\""), UInt8(ascii: "'"): try skipString(byte)
      case UInt8(ascii: "\\"):
        take()
        take()
      case UInt8(ascii: "{"):
        try check(opensBlock: true)
        open.append(UInt8(ascii: "}"))
        take()
        statement = []
      case UInt8(ascii: "("): try takeParenthesis()
      case UInt8(ascii: "["):
        open.append(UInt8(ascii: "]"))
        take()
      case UInt8(ascii: "}"), UInt8(ascii: ")"), UInt8(ascii: "]"): try close(byte)
      case UInt8(ascii: ";"):
        try check(opensBlock: false)
        take()
        statement = []
      default: take()
      }
    }
    guard open.isEmpty else { throw fault("a bracket is not closed at its end") }
    guard Folded(statement[...]).isEmpty else { throw fault("its last rule is not complete") }
  }

  private func peek(_ distance: Int) -> UInt8? {
    index + distance < bytes.count ? bytes[index + distance] : nil
  }

  private mutating func take() {
    guard let byte = peek(0) else { return }
    if byte == 0x0A { line += 1 }
    statement.append(byte)
    index += 1
  }

  private func fault(_ problem: String) -> StylesheetFault {
    StylesheetFault(line: line, description: problem)
  }
}

// MARK: - Pieces

extension StylesheetScanner {
  private mutating func skipComment() throws(StylesheetFault) {
    let start = line
    index += 2
    while let byte = peek(0) {
      if byte == UInt8(ascii: "*"), peek(1) == UInt8(ascii: "/") {
        index += 2
        return
      }
      if byte == 0x0A { line += 1 }
      index += 1
    }
    throw StylesheetFault(line: start, description: "a comment is not closed")
  }

  private mutating func skipString(_ quote: UInt8) throws(StylesheetFault) {
    take()
    while let byte = peek(0), byte != 0x0A {
      take()
      if byte == quote { return }
      if byte == UInt8(ascii: "\\") { take() }
    }
    throw fault("a string is not closed")
  }

  private mutating func takeParenthesis() throws(StylesheetFault) {
    try refuseImport()
    let isAddress = Folded(statement[...]).hasSuffix("url")
    let isNamespace = Folded(statement[...]).hasPrefix("@namespace")
    if isAddress, !isNamespace {
      let target = Folded(bytes[(index + 1)...].prefix { $0 != UInt8(ascii: ")") }, quotes: false)
      guard target.hasPrefix("data:") || target.hasPrefix("#") else {
        throw fault("it wants a file that is not in the book")
      }
    }
    guard isAddress else {
      open.append(UInt8(ascii: ")"))
      return take()
    }
    // An address may hold anything: "data:…;base64,…".
    while let byte = peek(0), byte != UInt8(ascii: ")") { take() }
    guard peek(0) != nil else { throw fault("a bracket is not closed at its end") }
    take()
  }

  private mutating func close(_ byte: UInt8) throws(StylesheetFault) {
    guard open.last == byte else { throw fault("a bracket is closed that is not open") }
    if byte == UInt8(ascii: "}") { try check(opensBlock: false) }
    open.removeLast()
    take()
    if byte == UInt8(ascii: "}") { statement = [] }
  }

  private func refuseImport() throws(StylesheetFault) {
    if Folded(statement[...]).hasPrefix("@import") {
      throw fault("it imports another stylesheet")
    }
  }

  /// Judges what stands before a `{`, or a declaration that is over.
  private func check(opensBlock: Bool) throws(StylesheetFault) {
    let words = Folded(statement[...])
    try refuseImport()
    guard !opensBlock else {
      guard !words.isEmpty else { throw fault("a rule has no selector") }
      return
    }
    guard !words.isEmpty, !words.hasPrefix("@") else { return }
    guard let colon = words.bytes.firstIndex(of: UInt8(ascii: ":")), colon > 0, !open.isEmpty
    else { throw fault("a declaration has no colon") }
    let property = words.bytes[..<colon]
    guard !property.elementsEqual("direction".utf8), !property.elementsEqual("unicode-bidi".utf8)
    else { throw fault("direction and unicode-bidi are for the markup, not for a stylesheet") }
    guard colon + 1 < words.bytes.count else { throw fault("a declaration has no value") }
  }
}

/// Text in small letters and without space.
private struct Folded {
  let bytes: [UInt8]

  init(_ text: ArraySlice<UInt8>, quotes: Bool = true) {
    bytes = text.filter { $0 > 0x20 && (quotes || ($0 != 0x22 && $0 != 0x27)) }
      .map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  var isEmpty: Bool { bytes.isEmpty }

  func hasPrefix(_ word: String) -> Bool { bytes.starts(with: word.utf8) }

  func hasSuffix(_ word: String) -> Bool { bytes.reversed().starts(with: word.utf8.reversed()) }
}
