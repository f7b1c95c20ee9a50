import CLibXML2

extension SAXBridge {
  /// The events of XML: names with their namespaces, CDATA sections as the text they are.
  static func xmlHandler() -> UnsafeMutablePointer<xmlSAXHandler>? {
    guard let handler = fanfold_sax_handler() else { return nil }
    listenForText(handler)
    handler.pointee.cdataBlock = handler.pointee.characters
    handler.pointee.startElementNs = {
      data, local, prefix, namespace, declared, declarations, count, _, attributes in
      guard let session = SAXBridge.session(data), let local else { return }
      let offset = session.pointee.offset
      guard session.pointee.builder.start(local, prefix, namespace, readTo: offset) else {
        return session.pointee.stop()
      }
      if let declarations, declared > 0 {
        SAXBridge.declare(&session.pointee, declarations, count: Int(declared))
      }
      SAXBridge.add(&session.pointee, attributes, count: Int(count))
    }
    handler.pointee.endElementNs = { data, local, prefix, namespace in
      guard let session = SAXBridge.session(data), let local else { return }
      let offset = session.pointee.offset
      session.pointee.builder.end(local, prefix, namespace, readTo: offset)
    }
    handler.pointee.reference = { data, name in
      guard let session = SAXBridge.session(data), let name else { return }
      SAXBridge.reference(&session.pointee, name)
    }
    handler.pointee.serror = { data, error in
      guard let session = SAXBridge.session(data), let error else { return }
      SAXBridge.failed(&session.pointee, error.pointee)
    }
    return handler
  }

  /// Two pointers each: prefix and namespace.
  private static func declare(
    _ session: inout Session, _ declarations: UnsafeMutablePointer<UnsafePointer<UInt8>?>,
    count: Int
  ) {
    for index in stride(from: 0, to: count * 2, by: 2) {
      session.builder.declare(
        declarations[index].map { String(cString: $0) } ?? "",
        as: declarations[index + 1].map { String(cString: $0) } ?? "")
    }
  }

  private static func add(
    _ session: inout Session,
    _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, count: Int
  ) {
    guard let attributes else { return }
    // Five pointers each: local name, prefix, namespace, and where the value begins and ends.
    for index in stride(from: 0, to: count * 5, by: 5) {
      guard let local = attributes[index], let begin = attributes[index + 3],
        let end = attributes[index + 4]
      else { continue }
      let number = session.builder.names.number(local, attributes[index + 1], attributes[index + 2])
      let value = UnsafeBufferPointer(start: begin, count: begin.distance(to: end))
      guard session.builder.attribute(number, value, hasReferences: true) else {
        return session.stop()
      }
    }
    session.builder.endOfAttributes()
  }

  /// An entity whose declaration may be in a file we do not fetch: XHTML's are HTML's; any other
  /// stays as it is written.
  static func reference(_ session: inout Session, _ name: UnsafePointer<UInt8>) {
    var text: [UInt8]
    if let entity = htmlEntityLookup(name), let scalar = Unicode.Scalar(entity.pointee.value) {
      text = Array(String(Character(scalar)).utf8)
    } else {
      text = Array("&\(String(cString: name));".utf8)
    }
    let offset = session.offset
    text.withUnsafeMutableBufferPointer {
      session.builder.characters(UnsafeBufferPointer($0), .text, readTo: offset)
    }
  }

  private static func failed(_ session: inout Session, _ error: xmlError) {
    guard error.level == XML_ERR_FATAL else { return }
    var problem = error.message.map { String(cString: $0) } ?? "not well-formed"
    while problem.hasSuffix("\n") || problem.hasSuffix(" ") { problem.removeLast() }
    let isDepth = problem.hasPrefix("Excessive depth")
    let isLength = problem.contains("too long") || problem.contains("too huge")
    session.builder.stop(
      isDepth ? .tooDeep : isLength ? .attributeTooLong : .malformed(problem),
      at: session.offset)
  }
}
