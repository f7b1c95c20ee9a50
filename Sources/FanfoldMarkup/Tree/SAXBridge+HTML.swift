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
      session.pointee.builder.end(name, readTo: offset)
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
    guard session.builder.start(name, readTo: session.offset) else { return session.stop() }
    guard var next = attributes else { return }
    while let attribute = next.pointee {
      let value = UnsafeBufferPointer(start: next[1], count: next[1].map { length($0) } ?? 0)
      let number = session.builder.names.number(attribute)
      guard session.builder.attribute(number, value) else { return session.stop() }
      next += 2
    }
    session.builder.endOfAttributes()
  }

  /// Whether a name is that of a character of Latin-1, or of one that markup is made of.
  static func isLatin1Entity(_ name: ArraySlice<UInt8>) -> Bool {
    entity(name).map { $0 < 0x100 } ?? false
  }

  /// The number of the character that a name stands for in HTML 4.
  static func entity(_ name: ArraySlice<UInt8>) -> UInt32? {
    let terminated = name + [0]
    return terminated.withUnsafeBufferPointer { name in
      name.baseAddress.flatMap { htmlEntityLookup($0) }?.pointee.value
    }
  }
}
