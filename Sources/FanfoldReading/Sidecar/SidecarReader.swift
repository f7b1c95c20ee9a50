internal import FanfoldMarkup
internal import FanfoldStory

/// A sidecar's bytes → what it says, or the line of it that cannot be understood.
public struct SidecarReader: Sendable {
  /// How messages name the sidecar.
  private let name: String

  /// A reader of the sidecar of that name.
  public init(name: String) { self.name = name }

  /// What the sidecar says.
  ///
  /// - Throws: ``ReadError`` with the line that is wrong and, for a mistyped word, what it may have meant.
  public func read(_ bytes: [UInt8]) throws(ReadError) -> Sidecar {
    let document: YAMLNode?
    do { document = try YAMLDocument.parse(bytes) } catch {
      throw wrong(
        error.position.line, error.problem, help: "write 'key: value' lines; quote odd values")
    }
    guard let document else { return Sidecar() }
    guard case .mapping(let members, _) = document else {
      throw wrong(document.position.line, "no 'key: value' lines", help: "begin with 'title: …'")
    }
    var sidecar = Sidecar()
    var seen: Set<String> = []
    for member in members {
      guard seen.insert(member.key).inserted else {
        throw wrong(member.position.line, "'\(member.key)' stands here twice", help: "keep one")
      }
      try take(member, into: &sidecar)
    }
    return sidecar
  }

  private static let structure = ["file", "chapters", "keep", "drop"]

  private func take(_ member: YAMLNode.Member, into sidecar: inout Sidecar) throws(ReadError) {
    switch member.key {
    case "file": sidecar.file = try text(member.value)
    case "chapters": sidecar.chapters = try chapters(member.value)
    case "keep": sidecar.keep = try ranges(member.value)
    case "drop": sidecar.drop = try ranges(member.value)
    default:
      guard let key = Sidecar.Key(rawValue: member.key) else {
        throw unknown(member, among: Sidecar.Key.allCases.map(\.rawValue) + Self.structure)
      }
      let values = try values(member.value, of: key)
      sidecar.metadata.append(.init(key, values, line: member.position.line))
    }
  }

  // MARK: values

  /// One value or a list of them; nothing after the colon, `~` or `null` is none.
  private func values(_ node: YAMLNode, of key: Sidecar.Key) throws(ReadError) -> [String] {
    switch node {
    case .scalar: return try text(node).map { [$0] } ?? []
    case .sequence(let items, let position):
      guard key.isList else {
        throw wrong(position.line, "'\(key.rawValue)' is one value, not a list", help: "keep one")
      }
      var values: [String] = []
      for item in items { if let value = try text(item) { values.append(value) } }
      return values
    case .mapping(_, let position):
      throw wrong(
        position.line, "'\(key.rawValue)' is \(key.isList ? "a list" : "one value")",
        help: "put quotation marks around a value with a colon in it")
    }
  }

  private func text(_ node: YAMLNode) throws(ReadError) -> String? {
    guard case .scalar(let text, let isPlain, let position) = node else {
      throw wrong(
        node.position.line, "more than one value where one stands",
        help: "put quotation marks around a value with a colon in it")
    }
    if isPlain, ["", "~", "null"].contains(text) { return nil }
    guard !text.allSatisfy(\.isWhitespace) else {
      throw wrong(position.line, "an empty value", help: "give it a value, or leave it out")
    }
    return text
  }

  // MARK: lines

  private func chapters(_ node: YAMLNode) throws(ReadError) -> [Sidecar.ChapterStart]? {
    guard case .sequence(let items, _) = node else {
      if case .scalar(_, _, let position) = node, try text(node) != nil {
        throw wrong(position.line, "'chapters' is a list", help: "write '- line: 12' below it")
      }
      return nil
    }
    var chapters: [Sidecar.ChapterStart] = []
    for item in items { chapters.append(try chapter(item)) }
    return chapters
  }

  private func chapter(_ node: YAMLNode) throws(ReadError) -> Sidecar.ChapterStart {
    guard case .mapping(let members, let position) = node else {
      throw wrong(node.position.line, "a chapter without a line", help: "write '- line: 12'")
    }
    var start = Sidecar.ChapterStart(line: 0, label: nil, title: nil)
    for member in members {
      switch member.key {
      case "line": start.line = try number(member.value)
      case "label": start.label = try text(member.value)
      case "title": start.title = try text(member.value)
      case "kind":
        let name = try text(member.value) ?? ""
        guard let kind = Chapter.Kind(rawValue: name) else {
          throw wrong(
            member.position.line, "'\(name)' is no kind of chapter",
            help: "use " + Chapter.Kind.allCases.map(\.rawValue).joined(separator: ", "))
        }
        start.kind = kind
      default: throw unknown(member, among: ["line", "kind", "label", "title"])
      }
    }
    guard start.line > 0 else {
      throw wrong(position.line, "a chapter without a line", help: "write '- line: 12'")
    }
    return start
  }

  private func ranges(_ node: YAMLNode) throws(ReadError) -> [SourceLines] {
    guard case .sequence(let items, _) = node else { return try range(node).map { [$0] } ?? [] }
    var ranges: [SourceLines] = []
    for item in items { if let found = try range(item) { ranges.append(found) } }
    return ranges
  }

  /// "12" or "12-15".
  private func range(_ node: YAMLNode) throws(ReadError) -> SourceLines? {
    guard let text = try text(node) else { return nil }
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map {
      Int(PairingParser.trimmed(String($0)))
    }
    guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1],
      first > 0, first <= last
    else {
      throw wrong(node.position.line, "'\(text)' are no lines", help: "write 12 or 12-15")
    }
    return SourceLines(first, last)
  }

  private func number(_ node: YAMLNode) throws(ReadError) -> Int {
    let text = try text(node) ?? ""
    guard let number = Int(text), number > 0 else {
      throw wrong(node.position.line, "'\(text)' is no line", help: "write its number, from 1")
    }
    return number
  }

  // MARK: errors

  private func unknown(_ member: YAMLNode.Member, among keys: [String]) -> ReadError {
    let near = Suggestion.nearest(to: member.key.lowercased(), among: keys)
    return wrong(
      member.position.line, "there is no key '\(member.key)'",
      help: near.map { "did you mean '\($0)'?" } ?? "use one of: " + keys.joined(separator: ", "))
  }

  private func wrong(_ line: Int, _ problem: String, help: String) -> ReadError {
    ReadError("bad-sidecar", file: name, line: line, problem: problem, help: help)
  }
}
