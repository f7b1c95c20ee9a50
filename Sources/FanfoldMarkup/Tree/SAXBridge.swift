import CLibXML2

/// Runs libxml2 over a document and has a ``TreeBuilder`` listen. All C pointers of the tree layer
/// are here and in the builder.
///
/// Nothing is fetched, no entity but those of HTML and the five of XML means anything, and what the
/// document says of its own encoding is not listened to: its bytes are UTF-8.
enum SAXBridge {
  typealias Context = UnsafeMutablePointer<xmlParserCtxt>

  /// What the callbacks need: the builder, and the parser to ask and to stop.
  struct Session {
    var builder: TreeBuilder
    let context: Context
    /// There when the document is read to be judged.
    var observations: Observations?

    var offset: Int { Int(fanfold_offset(context)) }

    func stop() {
      xmlStopParser(context)
    }
  }

  /// Threads that are the first to use libxml2 at once may wait for each other for ever: version
  /// 2.9 sets its locks up without one. So it is set up here, once.
  static let isReady: Bool = {
    xmlInitParser()
    return true
  }()

  /// The tree of a document, or why there is none.
  ///
  /// - Parameter spared: The text that letters in the bytes stand for.
  static func parse(
    _ bytes: [UInt8], isHTML: Bool, lines: SourceLines, spared: SparedText = SparedText(of: [])
  ) throws(MarkupError) -> MarkupTree {
    guard bytes.count < MarkupLimits.documentSize else { throw .documentTooLarge }
    guard !bytes.isEmpty else { return try empty(isHTML: isHTML) }
    guard isReady else { throw .outOfMemory }
    let result = bytes.withUnsafeBufferPointer { input -> Result<MarkupTree, MarkupError> in
      let memory = UnsafeRawPointer(input.baseAddress)?.assumingMemoryBound(to: CChar.self)
      let context =
        isHTML
        ? htmlCreateMemoryParserCtxt(memory, Int32(input.count))
        : xmlCreateMemoryParserCtxt(memory, Int32(input.count))
      guard let context, let handler = isHTML ? htmlHandler() : xmlHandler() else {
        return .failure(.outOfMemory)
      }
      defer { xmlFreeParserCtxt(context) }
      let builder = TreeBuilder(isHTML: isHTML, input: input, spared: spared)
      var session = Session(builder: builder, context: context)
      withUnsafeMutablePointer(to: &session) { session in
        fanfold_prepare(context, handler, session)
        run(context, isHTML: isHTML)
      }
      if let stopped = session.builder.stopped {
        return .failure(error(stopped.reason, at: lines.position(of: stopped.offset)))
      }
      return .success(session.builder.finish(lines))
    }
    return try result.get()
  }

  private static func empty(isHTML: Bool) throws(MarkupError) -> MarkupTree {
    guard isHTML else { throw .malformed(problem: "document is empty", line: 1, column: 1) }
    var builder = TreeBuilder(isHTML: true, input: UnsafeBufferPointer(start: nil, count: 0))
    return builder.finish(SourceLines())
  }

  private static func run(_ context: Context, isHTML: Bool) {
    if isHTML {
      let options = HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue
      htmlCtxtUseOptions(context, Int32(options | HTML_PARSE_IGNORE_ENC.rawValue))
      htmlParseDocument(context)
    } else {
      let options = XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue
      xmlCtxtUseOptions(context, Int32(options))
      xmlParseDocument(context)
    }
  }

  private static func error(_ reason: TreeBuilder.Stop, at place: SourcePosition) -> MarkupError {
    switch reason {
    case .tooDeep: .tooDeep(line: place.line)
    case .attributeTooLong: .attributeTooLong(line: place.line)
    case .malformed(let problem):
      .malformed(problem: problem, line: place.line, column: place.column)
    }
  }

  // MARK: What both kinds of parser tell

  static func session(_ data: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<Session>? {
    data?.assumingMemoryBound(to: Session.self)
  }

  static func length(_ text: UnsafePointer<UInt8>) -> Int {
    strlen(UnsafeRawPointer(text).assumingMemoryBound(to: CChar.self))
  }

  static func listenForText(_ handler: UnsafeMutablePointer<xmlSAXHandler>) {
    handler.pointee.characters = { data, text, length in
      guard let session = SAXBridge.session(data) else { return }
      let offset = session.pointee.offset
      // Plain text is told of before the parser has passed it.
      let isAhead = text == session.pointee.context.pointee.input?.pointee.cur
      session.pointee.builder.characters(
        UnsafeBufferPointer(start: text, count: Int(length)), .text, readTo: offset,
        endingAt: isAhead ? offset + Int(length) : offset)
      if session.pointee.builder.isBeyondBounds { session.pointee.stop() }
    }
    handler.pointee.ignorableWhitespace = handler.pointee.characters
    handler.pointee.comment = { data, text in
      guard let session = SAXBridge.session(data), let text else { return }
      let offset = session.pointee.offset
      session.pointee.builder.comment(
        UnsafeBufferPointer(start: text, count: SAXBridge.length(text)), .comment, readTo: offset)
    }
    handler.pointee.internalSubset = { data, name, publicID, systemID in
      guard let session = SAXBridge.session(data), let name else { return }
      session.pointee.builder.declare(
        MarkupTree.DocumentType(
          name: String(cString: name), publicID: publicID.map { String(cString: $0) } ?? "",
          systemID: systemID.map { String(cString: $0) } ?? ""))
    }
    handler.pointee.processingInstruction = { data, target, words in
      guard let session = SAXBridge.session(data), let target else { return }
      var text = Array(UnsafeBufferPointer(start: target, count: SAXBridge.length(target)))
      if let words {
        text.append(0x20)
        text += UnsafeBufferPointer(start: words, count: SAXBridge.length(words))
      }
      let offset = session.pointee.offset
      text.withUnsafeBufferPointer {
        session.pointee.builder.comment($0, .instruction, readTo: offset)
      }
    }
  }
}
