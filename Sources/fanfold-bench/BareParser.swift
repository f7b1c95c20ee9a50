import CLibXML2

/// The least that reading a web page can cost those who use libxml2: its document is built as
/// `htmlReadMemory` builds it, and freed.
enum BareParser {
  static func parse(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { input in
      let memory = UnsafeRawPointer(input.baseAddress)?.assumingMemoryBound(to: CChar.self)
      guard let context = htmlCreateMemoryParserCtxt(memory, Int32(input.count)) else { return }
      defer { xmlFreeParserCtxt(context) }
      // Told outright, the encoding is not looked for, nor are the bytes converted.
      xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
      let reading = HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue
      let silence = HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      htmlCtxtUseOptions(context, Int32(reading | silence | HTML_PARSE_IGNORE_ENC.rawValue))
      htmlParseDocument(context)
      xmlFreeDoc(context.pointee.myDoc)
    }
  }
}
