import CLibXML2

/// The least that reading XML can cost: libxml2's parser, with nobody listening.
enum BareSAX {
  static func parse(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { input in
      let memory = UnsafeRawPointer(input.baseAddress)?.assumingMemoryBound(to: CChar.self)
      guard let context = xmlCreateMemoryParserCtxt(memory, Int32(input.count)) else { return }
      defer { xmlFreeParserCtxt(context) }
      fanfold_prepare(context, fanfold_sax_handler(), nil)
      let options = XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue
      xmlCtxtUseOptions(context, Int32(options))
      xmlParseDocument(context)
    }
  }
}
