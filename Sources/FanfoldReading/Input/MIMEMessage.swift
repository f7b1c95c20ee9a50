internal import FanfoldMarkup

/// A message in the form in which it travels (RFC 2045, 2046), and the web page that a browser saves as one file, which
/// is such a message too (MHTML, RFC 2557): parts between boundaries, encoded for seven bits.
struct MIMEMessage {
  /// One part: the fields of its header in small letters, and what stands below them.
  private struct Part {
    var fields: [String: String] = [:]
    var body: ArraySlice<UInt8>

    /// "text/html", without what follows it.
    var type: String {
      let value = fields["content-type"] ?? "text/plain"
      return PairingParser.trimmed(String(value.prefix { $0 != ";" })).lowercased()
    }

    var boundary: String? { MIMEMessage.parameter("boundary", of: fields["content-type"] ?? "") }

    var encoding: String {
      PairingParser.trimmed(fields["content-transfer-encoding"] ?? "").lowercased()
    }

    var decoded: [UInt8] {
      switch encoding {
      case "base64": DataAddress.base64(Array(body)) ?? Array(body)
      case "quoted-printable": QuotedPrintable.decode(Array(body))
      default: Array(body)
      }
    }
  }

  /// The text of the message where the file is one of several parts or encoded as a whole, the lines of its header that
  /// say what it is about before it; the file itself otherwise.
  static func unwrapped(_ file: StoryFile) -> StoryFile {
    guard let (message, header) = read(file.bytes[...]), message.fields["content-type"] != nil,
      message.type.hasPrefix("multipart/") || message.encoding == "base64"
        || message.type == "text/html"
    else { return file }
    var leaves: [Part] = []
    collect(message, into: &leaves, depth: 0)
    // A saved page has its pictures beside it; of two forms of one mail the plain one has no furniture.
    let isPage = message.type == "multipart/related"
    let wanted = isPage ? ["text/html", "text/plain"] : ["text/plain", "text/html"]
    guard
      let text = wanted.lazy.compactMap({ type in leaves.first { $0.type == type } }).first
    else { return file }
    var unwrapped = file
    unwrapped.bytes = text.decoded
    if text.type == "text/html" {
      unwrapped.bytes = withPictures(unwrapped.bytes, from: leaves)
    } else {
      unwrapped.bytes =
        header.filter(isAboutStory).flatMap { $0 + [0x0A] } + [0x0A] + unwrapped.bytes
    }
    return unwrapped
  }

  /// The lines of a header that say something about the text and not about its form.
  private static func isAboutStory(_ line: ArraySlice<UInt8>) -> Bool {
    ["from:", "subject:", "date:", "newsgroups:"].contains { name in
      Folding.lowercased(line.prefix(name.utf8.count)) == name
    }
  }

  // MARK: parts

  /// A header and what follows it; `nil` where the bytes do not begin with one.
  private static func read(
    _ bytes: ArraySlice<UInt8>
  ) -> (part: Part, header: [ArraySlice<UInt8>])? {
    var header: [ArraySlice<UInt8>] = []
    var part = Part(body: [])
    var name = ""
    var rest = bytes
    while !rest.isEmpty, header.count < longestHeader {
      let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
      var line = rest[rest.startIndex..<end]
      if line.last == 0x0D { line.removeLast() }
      rest = end < rest.endIndex ? rest[(end + 1)...] : []
      guard let first = line.first else { break }
      if first == 0x20 || first == 0x09 {
        part.fields[name, default: ""] += String(decoding: line, as: UTF8.self)
      } else if let colon = line.firstIndex(of: 0x3A), isName(line[..<colon]) {
        name = Folding.lowercased(line[..<colon])
        part.fields[name] = String(decoding: line[(colon + 1)...], as: UTF8.self)
        header.append(line)
      } else if !header.isEmpty || !line.starts(with: "From ".utf8) {
        return nil
      }
    }
    part.body = rest
    return header.isEmpty ? nil : (part, header)
  }

  private static let longestHeader = 200

  /// Whether the bytes are a field's name: letters, digits and hyphens (RFC 5322 §2.2, less what nobody uses).
  private static func isName(_ bytes: ArraySlice<UInt8>) -> Bool {
    (1...60).contains(bytes.count)
      && bytes.allSatisfy {
        (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x2D
      }
  }

  /// The parts without parts of their own, in order.
  private static func collect(_ part: Part, into leaves: inout [Part], depth: Int) {
    guard part.type.hasPrefix("multipart/"), let boundary = part.boundary, depth < 8 else {
      leaves.append(part)
      return
    }
    let mark = Array("--\(boundary)".utf8)
    var start: Int?
    var place = part.body.startIndex
    let bytes = Array(part.body)
    let offset = part.body.startIndex
    while leaves.count < mostParts,
      let found = bytes.span.firstIndex(of: mark, from: place - offset)
    {
      let isLine = found == 0 || bytes[found - 1] == 0x0A
      place = found + mark.count + offset
      guard isLine else { continue }
      if let start, let (inner, _) = readPart(part.body[start..<(found + offset)]) {
        collect(inner, into: &leaves, depth: depth + 1)
      }
      start = part.body[place...].firstIndex(of: 0x0A).map { $0 + 1 }
    }
  }

  private static let mostParts = 4000

  /// A part may have no header at all: it is plain text then.
  private static func readPart(
    _ bytes: ArraySlice<UInt8>
  ) -> (part: Part, header: [ArraySlice<UInt8>])? {
    bytes.first == 0x0A || bytes.first == 0x0D ? (Part(body: bytes), []) : read(bytes)
  }

  private static func parameter(_ name: String, of value: String) -> String? {
    for piece in value.split(separator: ";").dropFirst() {
      let words = piece.split(separator: "=", maxSplits: 1)
      guard words.count == 2, PairingParser.trimmed(String(words[0])).lowercased() == name else {
        continue
      }
      return PairingParser.trimmed(words[1].filter { $0 != "\"" })
    }
    return nil
  }

  // MARK: pictures

  /// The page with its pictures in it: their addresses become what they mean.
  private static func withPictures(_ page: [UInt8], from parts: [Part]) -> [UInt8] {
    var addresses: [String: ArraySlice<UInt8>] = [:]
    for part in parts where part.type.hasPrefix("image/") && part.encoding == "base64" {
      let data = Array("data:\(part.type);base64,".utf8) + part.body.filter { $0 > 0x20 }
      if let place = part.fields["content-location"] {
        addresses[PairingParser.trimmed(place)] = data[...]
      }
      if let id = part.fields["content-id"] {
        addresses["cid:" + PairingParser.trimmed(id).filter { $0 != "<" && $0 != ">" }] = data[...]
      }
    }
    guard !addresses.isEmpty else { return page }
    var result: [UInt8] = []
    var rest = page[...]
    while let quote = rest.firstIndex(of: 0x22) {
      result += rest[...quote]
      rest = rest[(quote + 1)...]
      guard let end = rest.firstIndex(of: 0x22), end - rest.startIndex < 2000 else { continue }
      let address = String(decoding: rest[..<end], as: UTF8.self).replacing("&amp;", with: "&")
      guard let data = addresses[address] else { continue }
      result += data
      rest = rest[end...]
    }
    return result + rest
  }
}
