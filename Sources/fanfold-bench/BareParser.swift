import CLibXML2

/// The least that reading markup can cost: libxml2's parser, with nobody listening.
enum BareParser {
  static func parse(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { input in
      let memory = UnsafeRawPointer(input.baseAddress)?.assumingMemoryBound(to: CChar.self)
      guard let context = htmlCreateMemoryParserCtxt(memory, Int32(input.count)) else { return }
      defer { xmlFreeParserCtxt(context) }
      fanfold_prepare(context, fanfold_sax_handler(), nil)
      let options = HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue
      htmlCtxtUseOptions(context, Int32(options | HTML_PARSE_IGNORE_ENC.rawValue))
      htmlParseDocument(context)
    }
  }

  static func parse(xml bytes: [UInt8]) {
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
