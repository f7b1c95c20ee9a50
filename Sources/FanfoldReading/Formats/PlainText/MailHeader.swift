internal import FanfoldStory

/// The header of a mail message or Usenet article on top of a text (RFC 5322 §2.2, RFC 5536 §3).
enum MailHeader {
  /// Takes the header's lines from the front, enters them in the ledger and gives back what they say. Lines that
  /// look like a header but name nothing of mail's stay.
  static func take(
    from lines: inout [Manuscript.Line], text: [UInt8], into ledger: inout Ledger
  ) -> [Manuscript.Fact] {
    var fields: [Field] = []
    var end = 0
    while end < lines.count {
      let line = lines[end]
      if end > 0, line.blanksBefore > 0 { break }
      if let field = Field(line, text, isFirst: end == 0) {
        fields.append(field)
      } else if line.indent > 0, let last = fields.indices.last {
        fields[last].value += " " + String(decoding: text[line.range], as: UTF8.self)
      } else if !fields.isEmpty {
        return []
      } else {
        break
      }
      end += 1
    }
    let registered = fields.filter { Self.known.contains($0.name) }
    let isArticle =
      registered.count >= 2 || (registered.count == 1 && fields.count == 1 && end < lines.count)
    guard end > 0, isArticle, fields.allSatisfy({ $0.isMailLike }) else { return [] }
    for line in lines[..<end] { ledger.entries.append(entry(line, text)) }
    lines.removeFirst(end)
    return fields.compactMap(\.fact)
  }

  private static func entry(_ line: Manuscript.Line, _ text: [UInt8]) -> Ledger.Entry {
    .init(
      .metadata, rule: "mail-header", reason: "header of the message the story came in",
      text: String(decoding: text[line.range], as: UTF8.self),
      lines: SourceLines(line.number, line.number))
  }

  /// A header field of a message, or the "From " line of a mailbox file.
  private struct Field {
    var name: String
    var value: String
    var line: Int

    init?(_ line: Manuscript.Line, _ text: [UInt8], isFirst: Bool) {
      let bytes = text[line.range]
      guard line.indent == 0 else { return nil }
      if isFirst, bytes.starts(with: "From ".utf8) || bytes.starts(with: ">From ".utf8) {
        self.init(name: "from ", value: "", line: line.number)
        return
      }
      guard let colon = bytes.firstIndex(of: 0x3A), colon > bytes.startIndex,
        bytes[..<colon].allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x2A && $0 != 0x2F })
      else { return nil }
      let value = String(decoding: bytes[(colon + 1)...], as: UTF8.self)
      self.init(
        name: Folding.fold(bytes[..<colon]), value: String(value.drop(while: \.isWhitespace)),
        line: line.number)
    }

    private init(name: String, value: String, line: Int) {
      self.name = name
      self.value = value
      self.line = line
    }

    /// Whether mail could have this field: a registered name, an `X-` one, or one with a hyphen.
    var isMailLike: Bool {
      MailHeader.known.contains(name) || name.hasPrefix("x-") || name.contains("-")
        || name == "article"
        || name == "comments" || name == "summary" || name == "keywords"
    }

    var fact: Manuscript.Fact? {
      let subject: Manuscript.Fact.Subject? =
        switch name {
        case "subject": .subject
        case "from": .sender
        case "date": .field(.published)
        case "newsgroups": .group
        case "summary": .field(.summary)
        default: nil
        }
      return subject.map { Manuscript.Fact(subject: $0, value: value, line: line) }
    }
  }

  fileprivate static let known: Set<String> = [
    "from ", "from", "to", "cc", "subject", "date", "newsgroups", "message-id", "path",
    "organization",
    "references", "reply-to", "sender", "received", "return-path", "lines", "nntp-posting-host",
    "xref",
    "mime-version", "content-type", "content-transfer-encoding", "content-length", "approved",
    "followup-to",
    "x-newsreader", "status", "delivered-to", "in-reply-to", "distribution", "expires", "control",
  ]
}
