internal import FanfoldMarkup

/// The encoding an XML document is in, by its first bytes and its declaration (XML 1.0 §F).
struct XMLEncoding {
  enum Kind: Equatable {
    case utf8, utf16
    /// Anything else, by the name it has or the declaration gives.
    case other(String)
  }

  let kind: Kind
  /// What the first bytes say; `nil` where only the declaration says something.
  private let signature: Signature?
  /// Whether it is only an attribute that says it, whose name ends like the declaration's: then it
  /// is wrong, and nothing is read by it.
  private let isHearsay: Bool

  init(_ bytes: [UInt8]) {
    if bytes.count >= 4,
      let found = Self.signatures.first(where: { bytes.starts(with: $0.bytes) })
    {
      kind = found.kind
      signature = found
      isHearsay = false
      return
    }
    signature = nil
    isHearsay = Self.declared(Self.encoding, inDeclarationOf: bytes) == nil
    switch bytes.count < 4 ? nil : Self.declared(Self.encoding, in: bytes[...])?.uppercased() {
    case nil, "UTF-8": kind = .utf8
    case "UTF-16": kind = .utf16
    case let name?: kind = .other(name)
    }
  }

  /// First bytes that tell an encoding.
  private struct Signature {
    let bytes: [UInt8]
    let kind: Kind
    /// The encoding by the name that decoders know, where readers of XML understand such a document.
    var decoder: String?
    /// What it may declare itself to be, in upper case.
    var names: Set<String> = []

    static func utf16(_ bytes: [UInt8], _ name: String) -> Signature {
      Signature(
        bytes: bytes, kind: .utf16, decoder: name, names: ["UTF-16", name, "ISO-10646-UCS-2"])
    }

    static func ucs4(_ bytes: [UInt8], _ name: String) -> Signature {
      Signature(bytes: bytes, kind: .other("UCS-4"), decoder: name, names: ["ISO-10646-UCS-4"])
    }
  }

  /// Those that Xerces knows (EPUBCheck 5.3): a byte order mark in UTF-32 is none to it.
  private static let signatures: [Signature] = [
    Signature(bytes: [0, 0, 0xFE, 0xFF], kind: .other("UCS-4")),
    Signature(bytes: [0xFF, 0xFE, 0, 0], kind: .utf16),
    .ucs4([0, 0, 0, 0x3C], "UTF-32BE"), .ucs4([0x3C, 0, 0, 0], "UTF-32LE"),
    .utf16([0xFE, 0xFF], "UTF-16BE"), .utf16([0xFF, 0xFE], "UTF-16LE"),
    .utf16([0, 0x3C, 0, 0x3F], "UTF-16BE"), .utf16([0x3C, 0, 0x3F, 0], "UTF-16LE"),
    Signature(bytes: [0xEF, 0xBB, 0xBF], kind: .utf8),
    Signature(bytes: [0x4C, 0x6F, 0xA7, 0x94], kind: .other("EBCDIC")),
  ]

  /// The byte order mark in UTF-8, which may stand there once.
  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The document in UTF-8, without a byte order mark; broken sequences become U+FFFD.
  func utf8(_ bytes: [UInt8]) -> [UInt8] {
    switch isHearsay ? .utf8 : kind {
    case .utf8: break
    case .utf16:
      if let text = Self.decodeUTF16(bytes) { return text }
    case .other(let name):
      let label = signature?.decoder ?? name
      if let text = try? TextDecoder.decode(bytes, declared: label) { return text.bytes }
    }
    let start = bytes.starts(with: Self.mark) ? 3 : 0
    if UTF8Text.isValid(bytes.span) {
      return start == 0 ? bytes : Array(bytes[start...])
    }
    return Array(String(decoding: bytes[start...], as: UTF8.self).utf8)
  }

  /// Whether a reader of XML can tell the characters: it knows the encoding, and the declaration
  /// does not contradict the bytes.
  func isReadable(_ text: [UInt8]) -> Bool {
    switch isHearsay ? .utf8 : kind {
    case .utf8: return !text.starts(with: Self.mark)
    case .utf16: return signature.map { Self.agrees($0, text) } ?? false
    case .other(let name):
      if let signature { return Self.agrees(signature, text) }
      if name == "US-ASCII" || name == "ASCII" { return !text.contains { $0 >= 0x80 } }
      return XMLEncodingNames.all.contains(name)
    }
  }

  /// Whether a document declares nothing else than its first bytes say.
  private static func agrees(_ signature: Signature, _ text: [UInt8]) -> Bool {
    guard signature.decoder != nil else { return false }
    return declared(encoding, in: text[...]).map { signature.names.contains($0.uppercased()) }
      ?? true
  }

  /// How many bytes the XML declaration takes.
  static func endOfDeclaration(_ text: [UInt8]) -> Int {
    guard text.starts(with: "<?xml".utf8), let end = text.firstIndex(of: UInt8(ascii: ">"))
    else { return 0 }
    return end + 1
  }

  /// The version that an XML declaration gives.
  static func declaredVersion(_ bytes: [UInt8]) -> String? {
    declared(Array("version=".utf8), inDeclarationOf: bytes)
  }

  /// Whether a declaration says that nothing declared in other files counts (XML 1.0 §2.9).
  static func isStandalone(_ bytes: [UInt8]) -> Bool {
    declared(Array("standalone=".utf8), inDeclarationOf: bytes) == "yes"
  }

  /// Where a reader of XML gives up a document whose encoding it does not know: behind the declaration, or before it
  /// where the first bytes are a mark that it does not know.
  func placeOfFault(_ text: [UInt8], path: String) -> Place {
    let end = Self.endOfDeclaration(text)
    if isReadOn(text), end < text.count, text[end] == 0x0A {
      return Place(path, line: 2, column: 1)
    }
    let isUnknownMark = signature.map { $0.decoder == nil && $0.bytes.contains(0) } ?? false
    return Place(path, line: 1, column: isUnknownMark ? 1 : end + 1)
  }

  /// Whether a reader goes on behind the declaration in another encoding that it names, and gets to the next line: the
  /// lower byte of each wide character comes first then.
  private func isReadOn(_ text: [UInt8]) -> Bool {
    guard let decoder = signature?.decoder, decoder.hasSuffix("LE"),
      let name = Self.declared(Self.encoding, in: text[...])?.uppercased()
    else { return false }
    let isWide = decoder == "UTF-16LE" ? name == "ISO-10646-UCS-4" : name == "UTF-16LE"
    return isWide || name == "UTF-8" || XMLEncodingNames.all.contains(name)
  }

  private static let encoding = Array("encoding=".utf8)

  private static func declared(_ attribute: [UInt8], inDeclarationOf bytes: [UInt8]) -> String? {
    guard bytes.count > 5, bytes.starts(with: "<?xml".utf8), Datatype.isSpace(bytes[5]) else {
      return nil
    }
    return declared(attribute, in: bytes[..<endOfDeclaration(bytes)])
  }

  private static func declared(_ attribute: [UInt8], in bytes: ArraySlice<UInt8>) -> String? {
    let head = bytes.prefix(256)
    let start = head.startIndex
    guard let found = head.span.firstIndex(of: attribute),
      head[..<(start + found)].allSatisfy({ $0 > 0 && $0 < 0x80 })
    else { return nil }
    let rest = head[(start + found + attribute.count)...].prefix { $0 > 0 && $0 < 0x80 }
    guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
      let end = rest.dropFirst().firstIndex(of: quote)
    else { return nil }
    return String(decoding: rest[..<end].dropFirst(), as: UTF8.self)
  }

  static func decodeUTF16(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count >= 4, bytes[0] >= 0xFE || bytes[0] == 0 || bytes[1] == 0 else { return nil }
    let isBig = bytes[0] == 0xFE || bytes[0] == 0
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes[0] >= 0xFE ? 2 : 0
    while index + 1 < bytes.count {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(isBig ? first << 8 | second : second << 8 | first)
      index += 2
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
