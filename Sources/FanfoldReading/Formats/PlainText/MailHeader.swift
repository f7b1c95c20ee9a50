internal import FanfoldStory

/// The header of a mail message or Usenet article above a text (RFC 5322 §2.2, RFC 5536 §3).
struct MailHeader {
  /// How many lines it has.
  let count: Int
  private let fields: [Field]

  /// The header that begins at a line. Lines that look like one but name nothing of mail's are none.
  init?(at start: Int, _ lines: [Manuscript.Line], _ text: [UInt8]) {
    var fields: [Field] = []
    var end = start
    while end < lines.count {
      let line = lines[end]
      if end > start, line.blanksBefore > 0 { break }
      if let field = Field(line, text, isFirst: end == start) {
        fields.append(field)
      } else if line.indent > 0, let last = fields.indices.last {
        fields[last].value += " " + String(decoding: text[line.range], as: UTF8.self)
      } else {
        return nil
      }
      end += 1
    }
    let registered = fields.count { Self.known.contains($0.name) }
    let isArticle =
      registered >= 2 || (fields.count == 1 && fields[0].mayBeAlone && end < lines.count)
    guard end > start, isArticle, fields.allSatisfy(\.isMailLike) else { return nil }
    count = end - start
    self.fields = fields
  }

  /// The header on top of lines of which nobody knows what parts them: it ends where the fields do. Stories begin
  /// with mails too, so it must have been on its way, or be a subject that reads like a title and nothing else.
  init?(onTop lines: ArraySlice<Manuscript.Line>, _ text: [UInt8], mayBeAlone: Bool) {
    let first = lines.first?.range
    let plain = lines.map { $0.indented(0).after(blanks: 0) }
    let own = plain.prefix { Field($0, text, isFirst: $0.range == first)?.isMailLike == true }
    let next = plain.dropFirst(own.count).first
    self.init(at: 0, own + (next.map { [$0.after(blanks: 1)] } ?? []), text)
    let isAlone =
      mayBeAlone && count == 1 && subject.map { Self.isTitle($0.value) } == true
      && next.map { text[$0.range].last != UInt8(ascii: ",") } == true
    guard isAlone || isPosted && fields.contains(where: { Self.ofTransport.contains($0.name) })
    else { return nil }
  }

  fileprivate static func isTitle(_ subject: String) -> Bool {
    subject.utf8.count <= 80 && !subject.contains(". ") && subject.last != "."
  }

  /// The lines with the header of a message that came in one line cut up.
  static func unfolded(_ lines: [Manuscript.Line], of text: [UInt8]) -> [Manuscript.Line] {
    let cut = FlatHeader.mail.cut(lines, of: text)
    guard cut.count > lines.count,
      let header = MailHeader(onTop: cut.prefix(40), text, mayBeAlone: false)
    else { return lines }
    // What comes below the header is no field of it.
    guard header.count < cut.count else { return cut }
    return cut[..<header.count] + [cut[header.count].after(blanks: 1)] + cut[(header.count + 1)...]
  }

  private static let ofTransport: Set<String> = [
    "from ", "newsgroups", "message-id", "path", "received", "nntp-posting-host", "return-path",
  ]

  /// What the header says about the story.
  var facts: [Manuscript.Fact] { fields.compactMap(\.fact) }

  /// What the message is about.
  var subject: Manuscript.Fact? { facts.first { $0.subject == .subject } }

  /// Whether only a message that was posted has such a header: who, when and what about, or an identity.
  var isPosted: Bool {
    let names = Set(fields.map(\.name))
    return names.isSuperset(of: ["from", "subject"])
      && !names.isDisjoint(with: ["date", "message-id", "newsgroups", "path", "received"])
  }

  /// Whether mail has such a field.
  static func isField(_ name: String) -> Bool { known.contains(name) || name == "article" }

  static let rule = "mail-header"
  static let reason = "header of the message the story came in"

  static func entry(_ line: Manuscript.Line, _ text: [UInt8]) -> Ledger.Entry {
    .init(
      .metadata, rule: rule, reason: reason,
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
      // A story may begin with that word; a mailbox has an address or a time behind it.
      if isFirst, bytes.starts(with: "From ".utf8) || bytes.starts(with: ">From ".utf8),
        bytes.contains(0x40) || bytes.count(where: { (0x30...0x39).contains($0) }) >= 6
      {
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

    /// Whether it is enough to tell a message: what it is about, or whom it is from.
    var mayBeAlone: Bool {
      switch name {
      case "subject": MailHeader.isTitle(value)
      case "from": value.contains("@")
      default: name == "from "
      }
    }

    /// Whether mail could have this field: a registered name, an `X-` one, or one with a hyphen.
    var isMailLike: Bool {
      MailHeader.isField(name) || name.hasPrefix("x-") || name.contains("-") || name == "comments"
        || name == "summary" || name == "keywords"
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
