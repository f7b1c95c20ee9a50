/// Puts a parser's events into a ``MarkupTree``.
///
/// The parser tells after the fact: at each event it stands behind what it reports. So the builder
/// keeps where the event before ended, and a node begins there.
struct TreeBuilder {
  typealias Node = MarkupTree.Node

  /// What stopped the parser, and where.
  enum Stop {
    case tooDeep, attributeTooLong
    case malformed(String)
  }

  private var tree: MarkupTree.Parts
  private(set) var stopped: (reason: Stop, offset: Int)?
  var names: NameCollector
  let input: UnsafeBufferPointer<UInt8>
  /// More text than any document has whose entities are harmless.
  private let textLimit: Int
  private var spared: SparedText
  private var open: [UInt32] = [0]
  /// What the parser calls the open elements: pointers, the same ones at the end tags.
  private var openNames: [NameCollector.CName?] = [nil]
  private var lastEnd = 0
  private var isAfterStartTag = false
  /// HTML's line ends are left to us, XML's are not.
  private let hasReturns: Bool
  private var endsWithReturn = false
  /// The script or style of XHTML or SVG opened last: what is in it is no text. HTML's parser says so by itself.
  private var rawElement: UInt32?

  /// A builder for a parser that reads this input.
  init(
    isHTML: Bool, input: UnsafeBufferPointer<UInt8>, spared: SparedText = SparedText(of: []),
    names: NameCollector = NameCollector()
  ) {
    self.names = names
    self.input = input
    self.spared = spared
    let source = spared.wholeText
    textLimit = (source?.count ?? input.count) + MarkupLimits.entityText
    let firstReturn = source.map { $0.span.firstIndex(of: 0x0D) } ?? input.span.firstIndex(of: 0x0D)
    hasReturns = isHTML && firstReturn != nil
    tree = MarkupTree.Parts(isHTML: isHTML)
    tree.records.reserveCapacity(input.count / (source == nil ? 24 : 8) + 16)
    tree.attributes.reserveCapacity(input.count / 64 + 16)
    tree.text.reserveCapacity(source?.count ?? input.count)
    open.reserveCapacity(16)
    openNames.reserveCapacity(16)
    tree.records.append(MarkupTree.Record(kind: .document))
  }

  /// Whether entities have made much more of the text than was written: each of them is short, and
  /// none stands in another, but there are thousands.
  var isBeyondBounds: Bool {
    mutating get {
      guard tree.text.count > textLimit else { return false }
      stop(.tooDeep, at: lastEnd)
      return true
    }
  }

  mutating func stop(_ reason: Stop, at offset: Int) {
    if stopped == nil { stopped = (reason, min(offset, input.count)) }
  }

  /// The tree, with all that is open closed.
  mutating func finish(_ source: SourceLines) -> MarkupTree {
    close(to: 0)
    tree.records[0].end = UInt32(tree.records.count)
    tree.nameTable = names.table
    tree.source = source
    if tree.isHTML { tree.marks = MarkIndex(tree) }
    tree.isWhole = stopped != nil || spared.isRestored
    return MarkupTree(tree)
  }

  mutating func declare(_ type: MarkupTree.DocumentType) {
    if tree.documentType == nil { tree.documentType = type }
  }

  // MARK: Elements

  /// Opens an element; its attributes follow. `false` when that is one too deep.
  mutating func start(
    _ name: NameCollector.CName, _ prefix: NameCollector.CName? = nil,
    _ namespace: NameCollector.CName? = nil, readTo offset: Int
  ) -> Bool {
    guard open.count < MarkupLimits.depth else {
      stop(.tooDeep, at: offset)
      return false
    }
    let first = UInt32(tree.attributes.count)
    let number = UInt32(tree.records.count)
    tree.records.append(
      MarkupTree.Record(
        kind: .element, name: names.number(name, prefix, namespace), parent: open[open.count - 1],
        contents: first..<first,
        offset: UInt32(startOfTag(before: offset)), read: UInt32(endOfTag(at: offset))))
    if !tree.isHTML, Self.isRaw(name) { rawElement = number }
    open.append(number)
    openNames.append(name)
    lastEnd = offset
    isAfterStartTag = true
    return true
  }

  /// Adds an attribute to the element just opened; `false` when it is too long.
  ///
  /// libxml2 resolves all references in the values of XML but leaves `&` itself as `&#38;`.
  mutating func attribute(
    _ name: UInt32, _ value: UnsafeBufferPointer<UInt8>, hasReferences: Bool = false
  ) -> Bool {
    guard value.count < MarkupLimits.attributeLength, !isBeyondBounds else {
      stop(.attributeTooLong, at: lastEnd)
      return false
    }
    let start = UInt32(tree.text.count)
    if hasReferences, value.span.firstIndex(of: UInt8(ascii: "&")) != nil {
      appendResolved(value)
    } else {
      tree.text.append(contentsOf: value)
    }
    let contents = start..<UInt32(tree.text.count)
    tree.attributes.append(MarkupTree.Attribute(name: name, value: contents))
    return true
  }

  /// Notes a namespace that the element just opened declares.
  mutating func declare(_ prefix: String, as namespace: String) {
    tree.declarations.append(
      MarkupTree.Declaration(
        element: UInt32(tree.records.count - 1), prefix: prefix, namespace: namespace))
  }

  private mutating func appendResolved(_ value: UnsafeBufferPointer<UInt8>) {
    let rest = Array("#38;".utf8)
    var index = 0
    while index < value.count {
      tree.text.append(value[index])
      let isAmpersand =
        value[index] == UInt8(ascii: "&") && value[(index + 1)...].starts(with: rest)
      index += isAmpersand ? 1 + rest.count : 1
    }
  }

  /// Gives the element just opened the attributes added since.
  mutating func endOfAttributes() {
    let element = tree.records.count - 1
    let first = tree.records[element].contents.lowerBound
    tree.records[element].contents = first..<UInt32(tree.attributes.count)
  }

  /// Closes the innermost open element of that name and all in it.
  mutating func end(
    _ name: NameCollector.CName, _ prefix: NameCollector.CName? = nil,
    _ namespace: NameCollector.CName? = nil, readTo offset: Int
  ) {
    var depth = open.count - 1
    if openNames[depth] != name {
      let number = names.number(name, prefix, namespace)
      while depth > 0, tree.records[Int(open[depth])].name != number { depth -= 1 }
    }
    if depth > 0 {
      tree.records[Int(open[depth])].closed = UInt32(offset)
      close(to: depth)
    }
    lastEnd = offset
    // An element closed by its own start tag, `<br/>`, ends where the parser still stands before
    // ">".
    isAfterStartTag = isAfterStartTag && offset < input.count && input[offset] != UInt8(ascii: "<")
  }

  private mutating func close(to depth: Int) {
    let end = UInt32(tree.records.count)
    while open.count > max(depth, 1) {
      tree.records[Int(open.removeLast())].end = end
      openNames.removeLast()
    }
  }

  private static func isRaw(_ name: NameCollector.CName) -> Bool {
    name[0] == UInt8(ascii: "s") && (isEqual(name, "style") || isEqual(name, "script"))
  }

  private static func isEqual(_ name: NameCollector.CName, _ word: StaticString) -> Bool {
    var index = 0
    while name[index] != 0, name[index] == word.utf8Start[index] { index += 1 }
    return name[index] == word.utf8Start[index]
  }

  // MARK: Text

  mutating func characters(
    _ characters: UnsafeBufferPointer<UInt8>, _ kind: MarkupTree.Kind, readTo offset: Int,
    endingAt end: Int? = nil
  ) {
    let last = tree.records.count - 1
    let parent = open[open.count - 1]
    let kind = parent == rawElement && kind == .text ? .rawText : kind
    let continues = tree.records[last].kind == kind && tree.records[last].parent == parent
    let start = continues ? tree.records[last].contents.lowerBound : UInt32(tree.text.count)
    if !continues { endsWithReturn = false }
    append(characters, before: end ?? offset)
    let contents = start..<UInt32(tree.text.count)
    if continues {
      tree.records[last].contents = contents
      tree.records[last].read = UInt32(offset)
    } else {
      tree.records.append(
        MarkupTree.Record(
          kind: kind, parent: parent, end: UInt32(last + 2), contents: contents,
          offset: UInt32(startOfText(before: offset)), read: UInt32(offset)))
    }
    lastEnd = offset
    isAfterStartTag = false
  }

  mutating func comment(
    _ words: UnsafeBufferPointer<UInt8>, _ kind: MarkupTree.Kind, readTo offset: Int
  ) {
    let start = UInt32(tree.text.count)
    tree.text.append(contentsOf: words)
    let begin = min(lastEnd, input.count)
    tree.records.append(
      MarkupTree.Record(
        kind: kind, parent: open[open.count - 1], end: UInt32(tree.records.count + 1),
        contents: start..<UInt32(tree.text.count),
        offset: UInt32(next("<", from: begin, before: offset) ?? begin), read: UInt32(offset)))
    lastEnd = offset
    isAfterStartTag = false
  }

  /// Appends text, with what the parser was spared where a letter stands for that.
  private mutating func append(_ characters: UnsafeBufferPointer<UInt8>, before offset: Int) {
    var start = 0
    while !spared.isRestored,
      let letter = characters.span.firstIndex(of: SparedText.standIn, from: start),
      let text = spared.next(before: offset)
    {
      appendLines(UnsafeBufferPointer(rebasing: characters[start..<letter]))
      text.withUnsafeBufferPointer { appendLines($0) }
      start = letter + 1
    }
    appendLines(UnsafeBufferPointer(rebasing: characters[start...]))
  }

  /// Line ends become LF, as HTML wants it before anything else is done (§13.2.3.5).
  private mutating func appendLines(_ characters: UnsafeBufferPointer<UInt8>) {
    guard hasReturns, endsWithReturn || characters.contains(0x0D) else {
      if !characters.isEmpty { tree.text.append(contentsOf: characters) }
      return
    }
    for byte in characters {
      if !(byte == 0x0A && endsWithReturn) { tree.text.append(byte == 0x0D ? 0x0A : byte) }
      endsWithReturn = byte == 0x0D
    }
  }

  // MARK: Places

  /// The "<" of the start tag that was read: the first after the event before, but for end tags the
  /// parser dropped in silence.
  private func startOfTag(before offset: Int) -> Int {
    var from = min(lastEnd, input.count)
    if from + 1 < offset, input[from] == UInt8(ascii: ">") { from += 1 }
    while let found = next("<", from: from, before: offset) {
      guard found + 1 < offset, input[found + 1] == UInt8(ascii: "/") else { return found }
      from = found + 1
    }
    return min(lastEnd, input.count)
  }

  /// Behind the start tag whose attributes are read: the parser tells of it before its ">" or "/>".
  func endOfTag(at offset: Int) -> Int {
    guard offset < input.count else { return input.count }
    return min(offset + (input[offset] == UInt8(ascii: "/") ? 2 : 1), input.count)
  }

  private func startOfText(before offset: Int) -> Int {
    let begin = min(lastEnd, input.count)
    guard isAfterStartTag, let end = next(">", from: begin, before: offset) else { return begin }
    return end + 1
  }

  private func next(_ character: Unicode.Scalar, from start: Int, before end: Int) -> Int? {
    guard start < end, end <= input.count else { return nil }
    let byte = UInt8(ascii: character)
    if input[start] == byte { return start }
    return input.span.extracting(..<end).firstIndex(of: byte, from: start)
  }
}
