import CLibXML2

extension SAXBridge {
  /// The events of HTML: elements by plain names, attributes as C strings, scripts and styles raw.
  static func htmlHandler() -> UnsafeMutablePointer<xmlSAXHandler>? {
    guard let handler = fanfold_sax_handler() else { return nil }
    listenForText(handler)
    handler.pointee.startElement = { data, name, attributes in
      guard let session = SAXBridge.session(data), let name else { return }
      SAXBridge.start(&session.pointee, name, attributes)
    }
    handler.pointee.endElement = { data, name in
      guard let session = SAXBridge.session(data), let name else { return }
      let offset = session.pointee.offset
      let number = session.pointee.builder.names.number(name)
      session.pointee.builder.end(number, readTo: offset)
    }
    handler.pointee.cdataBlock = { data, text, length in
      guard let session = SAXBridge.session(data) else { return }
      let offset = session.pointee.offset
      session.pointee.builder.characters(
        UnsafeBufferPointer(start: text, count: Int(length)), .rawText, readTo: offset)
    }
    return handler
  }

  private static func start(
    _ session: inout Session, _ name: UnsafePointer<UInt8>,
    _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) {
    let number = session.builder.names.number(name)
    guard session.builder.start(number, readTo: session.offset) else { return session.stop() }
    guard var next = attributes else { return }
    while let attribute = next.pointee {
      let value = UnsafeBufferPointer(start: next[1], count: next[1].map { length($0) } ?? 0)
      let number = session.builder.names.number(attribute)
      guard session.builder.attribute(number, value) else { return session.stop() }
      next += 2
    }
  }
}
