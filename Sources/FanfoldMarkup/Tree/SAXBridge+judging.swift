import CLibXML2

extension SAXBridge {
  /// What is noted of a document beside its tree when it is to be judged.
  struct Observations {
    var entities: [JudgedXML.Entity] = []
    var fault: JudgedXML.Fault?
    var typeOffset = 0
    /// System identifiers of document types that declare HTML's entities.
    var htmlTypes: Set<String> = []
    var hasHTMLEntities = false
  }

  /// Reads a document as far as it is well-formed, with the entities it declares.
  static func judge(
    _ document: SlimXML, places: TextPlaces, htmlTypes: Set<String>, names: inout NameMemory
  ) -> JudgedXML {
    let (bytes, lines) = (document.bytes, document.lines)
    guard !bytes.isEmpty, isReady, bytes.count < MarkupLimits.documentSize else {
      return JudgedXML(
        tree: emptyTree(), fault: .init(kind: .noElement, problem: "document is empty", offset: 0),
        places: places)
    }
    return bytes.withUnsafeBufferPointer { input in
      let memory = UnsafeRawPointer(input.baseAddress)?.assumingMemoryBound(to: CChar.self)
      guard let context = xmlCreateMemoryParserCtxt(memory, Int32(input.count)),
        let handler = judgingHandler()
      else {
        let fault = JudgedXML.Fault(kind: .beyondLimits, problem: "out of memory", offset: 0)
        return JudgedXML(tree: emptyTree(), fault: fault, places: places)
      }
      defer {
        xmlFreeDoc(context.pointee.myDoc)
        xmlFreeParserCtxt(context)
      }
      var session = Session(
        builder: TreeBuilder(
          isHTML: false, input: input, spared: document.spared, names: names.lend(to: context)),
        context: context, observations: Observations(htmlTypes: htmlTypes))
      withUnsafeMutablePointer(to: &session) { session in
        fanfold_prepare(context, handler, session)
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue
        xmlCtxtUseOptions(context, Int32(options | XML_PARSE_NOENT.rawValue))
        xmlParseDocument(context)
      }
      defer { names.keep(session.builder.names) }
      return judgement(&session, lines: lines, places: places)
    }
  }

  private static func judgement(
    _ session: inout Session, lines: SourceLines, places: TextPlaces
  ) -> JudgedXML {
    var judged = JudgedXML(tree: session.builder.finish(lines), places: places)
    judged.fault = session.observations?.fault
    if judged.fault == nil, let stopped = session.builder.stopped {
      judged.fault = .init(
        kind: .beyondLimits, problem: "too deep or too long", offset: stopped.offset)
    }
    judged.entities = session.observations?.entities ?? []
    judged.typeOffset = lines.sourceOffset(of: session.observations?.typeOffset ?? 0)
    judged.version = session.context.pointee.version.map { String(cString: $0) }
    return judged
  }

  static func emptyTree() -> MarkupTree {
    var builder = TreeBuilder(isHTML: false, input: UnsafeBufferPointer(start: nil, count: 0))
    return builder.finish(SourceLines())
  }

  private static func judgingHandler() -> UnsafeMutablePointer<xmlSAXHandler>? {
    guard let handler = xmlHandler() else { return nil }
    handler.pointee.startDocument = { data in
      guard let session = SAXBridge.session(data) else { return }
      xmlSAX2StartDocument(session.pointee.context)
      SAXBridge.startReading(&session.pointee)
    }
    handler.pointee.internalSubset = { data, name, publicID, systemID in
      guard let session = SAXBridge.session(data), let name else { return }
      session.pointee.builder.declare(
        MarkupTree.DocumentType(
          name: String(cString: name), publicID: publicID.map { String(cString: $0) } ?? "",
          systemID: systemID.map { String(cString: $0) } ?? ""))
      let offset = session.pointee.offset
      session.pointee.observations?.typeOffset = offset
      if let systemID,
        session.pointee.observations?.htmlTypes.contains(String(cString: systemID)) == true
      {
        session.pointee.observations?.hasHTMLEntities = true
      }
      xmlSAX2InternalSubset(session.pointee.context, name, publicID, systemID)
    }
    handler.pointee.getEntity = { data, name in
      guard let session = SAXBridge.session(data) else { return nil }
      return SAXBridge.entity(&session.pointee, name)
    }
    handler.pointee.getParameterEntity = { data, name in
      guard let session = SAXBridge.session(data) else { return nil }
      return xmlSAX2GetParameterEntity(session.pointee.context, name)
    }
    handler.pointee.entityDecl = { data, name, type, publicID, systemID, content in
      guard let session = SAXBridge.session(data), let name else { return }
      SAXBridge.declareEntity(&session.pointee, name, type, publicID, systemID, content)
    }
    handler.pointee.reference = { data, name in
      guard let session = SAXBridge.session(data), let name else { return }
      SAXBridge.stop(&session.pointee, atEntity: String(cString: name))
    }
    handler.pointee.serror = { data, error in
      guard let session = SAXBridge.session(data), let error else { return }
      SAXBridge.noteFault(&session.pointee, error.pointee)
    }
    return handler
  }

  /// Reads on by the version that the XML declaration gives: XML 1.0 has the names of its first
  /// four editions to Java's readers, XML 1.1 those of the fifth, and there is no other.
  private static func startReading(_ session: inout Session) {
    switch session.context.pointee.version.map({ String(cString: $0) }) {
    case nil, "1.0": session.context.pointee.options |= CInt(XML_PARSE_OLD10.rawValue)
    case "1.1": return
    case let version?:
      let offset = session.builder.end(of: version, from: 0) + 1
      session.observations?.fault = JudgedXML.Fault(
        kind: .malformed, problem: "there is no XML \(version)", offset: offset)
      session.stop()
    }
  }

  /// The entity of that name: the document's own, or HTML's where its type declares those.
  private static func entity(
    _ session: inout Session, _ name: UnsafePointer<UInt8>?
  ) -> xmlEntityPtr? {
    let entity = xmlSAX2GetEntity(session.context, name)
    guard let name, let observations = session.observations else { return entity }
    if entity == nil, observations.hasHTMLEntities, let known = htmlEntityLookup(name),
      let scalar = Unicode.Scalar(known.pointee.value)
    {
      let content = Array(String(Character(scalar)).utf8) + [0]
      return xmlAddDocEntity(
        session.context.pointee.myDoc, name, CInt(XML_INTERNAL_GENERAL_ENTITY.rawValue), nil, nil,
        content)
    }
    let text = String(cString: name)
    if observations.entities.contains(where: { $0.isExternal && $0.name == text }) {
      stop(&session, atEntity: text)
    }
    return entity
  }

  private static func stop(_ session: inout Session, atEntity name: String) {
    let offset = session.offset
    if session.observations?.fault == nil {
      session.observations?.fault = JudgedXML.Fault(
        kind: .undeclaredEntity, problem: "the entity '\(name)' is not declared", offset: offset)
    }
    session.stop()
  }

  /// An entity kept outside the document is put in as an empty one: nothing is ever fetched.
  private static func declareEntity(
    _ session: inout Session, _ name: UnsafePointer<UInt8>, _ type: CInt,
    _ publicID: UnsafePointer<UInt8>?, _ systemID: UnsafePointer<UInt8>?,
    _ content: UnsafeMutablePointer<UInt8>?
  ) {
    let isParameter =
      type == XML_INTERNAL_PARAMETER_ENTITY.rawValue
      || type == XML_EXTERNAL_PARAMETER_ENTITY.rawValue
    let offset = session.offset
    session.observations?.entities.append(
      JudgedXML.Entity(
        name: (isParameter ? "%" : "") + String(cString: name),
        publicID: publicID.map { String(cString: $0) } ?? "",
        systemID: systemID.map { String(cString: $0) } ?? "", isExternal: systemID != nil,
        offset: offset + 1))
    guard systemID != nil else {
      return xmlSAX2EntityDecl(session.context, name, type, publicID, systemID, content)
    }
    var nothing: [UInt8] = [0]
    let kept = isParameter ? XML_INTERNAL_PARAMETER_ENTITY : XML_INTERNAL_GENERAL_ENTITY
    nothing.withUnsafeMutableBufferPointer {
      xmlSAX2EntityDecl(session.context, name, CInt(kept.rawValue), nil, nil, $0.baseAddress)
    }
  }

  /// Where Java's readers of XML stand when they find the fault out: behind a start tag whose prefix
  /// is not declared or that says an attribute twice, in an end tag behind what of its name is right,
  /// behind a "]]>" in text, before the line end that ends what lacks its own end, and behind the
  /// first characters of markup that may not be where it is.
  private static func offset(of error: xmlError, _ session: Session) -> Int {
    let (builder, offset) = (session.builder, session.offset)
    // With a document type, Java looks at attributes one by one, and at namespaces at last.
    let hasType = session.observations?.typeOffset != 0
    if error.domain == XML_FROM_NAMESPACE.rawValue {
      let isDeclaration = UInt32(error.code) == XML_NS_ERR_XML_NAMESPACE.rawValue
      return isDeclaration && !hasType ? offset : builder.endOfTag(at: offset)
    }
    switch UInt32(error.code) {
    case XML_ERR_ATTRIBUTE_REDEFINED.rawValue:
      return hasType
        ? builder.valueOfRepeated(error.str1, before: offset) : builder.endOfTag(at: offset)
    case XML_ERR_DOCUMENT_END.rawValue, XML_ERR_INTERNAL_ERROR.rawValue:
      return builder.behindMarkup(at: offset, hasTypes: false)
    case XML_ERR_NAME_REQUIRED.rawValue where builder.hasText("<!", at: offset - 1):
      return builder.behindMarkup(at: offset - 1, hasTypes: true)
    case XML_ERR_NAME_REQUIRED.rawValue
    where builder.hasText("/", at: offset) && !builder.hasText("<", at: offset - 1):
      return offset + 1
    case XML_ERR_HYPHEN_IN_COMMENT.rawValue: return builder.end(of: "--", from: offset)
    case XML_ERR_INVALID_CHAR.rawValue
    where builder.hasText("#;", at: offset - 2) || builder.hasText("#x;", at: offset - 3):
      return offset - 1
    case XML_ERR_TAG_NAME_MISMATCH.rawValue:
      return builder.faultInEndTag(before: offset, expected: error.str1, skipsBlanks: false)
    case XML_ERR_GT_REQUIRED.rawValue where error.str1 == nil:
      let expected = session.context.pointee.name
      return builder.faultInEndTag(
        before: offset, expected: UnsafeRawPointer(expected)?.assumingMemoryBound(to: CChar.self),
        skipsBlanks: true)
    case XML_ERR_MISPLACED_CDATA_END.rawValue: return builder.end(of: "]]>", from: offset)
    case XML_ERR_COMMENT_NOT_FINISHED.rawValue, XML_ERR_CDATA_NOT_FINISHED.rawValue,
      XML_ERR_PI_NOT_FINISHED.rawValue:
      let isAtEnd = offset >= builder.input.count && builder.input.last == UInt8(ascii: "\n")
      return isAtEnd ? offset - 1 : offset
    case XML_ERR_STRING_NOT_CLOSED.rawValue: return builder.endOfQuote(at: offset)
    default: return offset
    }
  }

  /// A prefix that stands for nothing is as fatal as any fault to a reader that knows namespaces.
  private static func noteFault(_ session: inout Session, _ error: xmlError) {
    // That a namespace is no URL is nobody's business.
    let isNamespace =
      error.domain == XML_FROM_NAMESPACE.rawValue && error.level == XML_ERR_ERROR
      && error.code != XML_WAR_NS_URI.rawValue && error.code != XML_WAR_NS_URI_RELATIVE.rawValue
    guard error.level == XML_ERR_FATAL || isNamespace, session.observations?.fault == nil else {
      return
    }
    var problem = error.message.map { String(cString: $0) } ?? "not well-formed"
    while problem.hasSuffix("\n") || problem.hasSuffix(" ") { problem.removeLast() }
    let isLimit =
      problem.hasPrefix("Excessive depth") || problem.contains("too long")
      || problem.contains("too huge")
    let offset = offset(of: error, session)
    let kind: JudgedXML.Fault.Kind =
      switch UInt32(error.code) {
      case _ where isLimit: .beyondLimits
      case _ where isNamespace: .unboundPrefix
      case XML_ERR_UNDECLARED_ENTITY.rawValue: .undeclaredEntity
      case XML_ERR_DOCUMENT_EMPTY.rawValue: .noElement
      default: .malformed
      }
    session.observations?.fault = JudgedXML.Fault(kind: kind, problem: problem, offset: offset)
    session.stop()
  }
}
