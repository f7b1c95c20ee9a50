internal import FanfoldMarkup
internal import FanfoldReading

/// A plan's bytes → what it says, or the line of it that cannot be understood.
struct PlanReader {
  /// How messages name the plan.
  let name: String

  func read(_ bytes: [UInt8]) throws(ConversionError) -> AnthologyPlan {
    let document: YAMLNode?
    do throws(YAMLError) { document = try YAMLDocument.parse(bytes) } catch {
      throw wrong(
        error.position.line, error.problem, help: "write 'key: value' lines; quote odd values")
    }
    guard let document else { throw wrong(1, "nothing is planned here", help: Self.contentsHelp) }
    var plan = AnthologyPlan()
    for member in try members(document, help: "begin with 'title: …'") {
      try take(member, into: &plan)
    }
    guard !plan.contents.isEmpty else {
      throw wrong(document.position.line, "nothing is planned here", help: Self.contentsHelp)
    }
    return plan
  }

  private static let keys = [
    "title", "editor", "editors", "language", "cover", "theme", "order", "duplicates",
    "introduction", "contents",
  ]
  private static let contentsHelp = "list the stories under 'contents:', '- story.txt'"

  private func take(
    _ member: YAMLNode.Member, into plan: inout AnthologyPlan
  ) throws(ConversionError) {
    switch member.key {
    case "title": plan.title = try line(member.value).text
    case "editor", "editors": plan.editors += try lines(member.value).map(\.text)
    case "language": plan.language = try language(member)
    case "cover": plan.cover = try line(member.value)
    case "theme": plan.theme = try line(member.value)
    case "order": plan.order = try choice(member)
    case "duplicates": plan.duplicates = try choice(member)
    case "introduction": plan.introduction = try line(member.value)
    case "contents": plan.contents = try entries(member.value)
    default: throw unknown(member, among: Self.keys)
    }
  }

  private func language(_ member: YAMLNode.Member) throws(ConversionError) -> String {
    let tag = try line(member.value).text
    do throws(OverrideError) {
      _ = try MetadataValue(.language, tag).languageTag()
    } catch {
      throw wrong(member.position.line, error.problem, help: error.help)
    }
    return tag
  }
}

// MARK: - Contents

extension PlanReader {
  private func entries(_ node: YAMLNode) throws(ConversionError) -> [AnthologyPlan.Entry] {
    guard case .sequence(let items, _) = node else {
      throw wrong(node.position.line, "'contents' is a list", help: Self.contentsHelp)
    }
    var entries: [AnthologyPlan.Entry] = []
    for item in items { entries.append(try entry(item)) }
    return entries
  }

  /// A story's path alone, or a mapping that says by its first key what it is.
  private func entry(_ node: YAMLNode) throws(ConversionError) -> AnthologyPlan.Entry {
    if case .scalar = node {
      let path = try line(node)
      return Self.isPlan(path.text) ? .plan(path) : .story(.init(paths: [path]))
    }
    let members = try members(node, help: "write '- story.txt' or '- story: story.txt'")
    let kinds = ["story", "section", "interlude", "plan"]
    guard let kind = members.first(where: { kinds.contains($0.key) }) else {
      if let first = members.first { throw unknown(first, among: kinds) }
      throw wrong(node.position.line, "an entry without anything", help: "take the '-' out")
    }
    let others = members.filter { $0.key != kind.key }
    switch kind.key {
    case "section": return .section(try section(kind, others))
    case "interlude": return try interlude(kind, others)
    case "plan":
      if let other = others.first { throw unknown(other, among: []) }
      return .plan(try line(kind.value))
    default: return .story(try story(kind, others))
    }
  }

  static func isPlan(_ path: String) -> Bool {
    (path.hasSuffix(".yaml") || path.hasSuffix(".yml")) && !path.hasSuffix(SidecarFile.ending)
  }

  private func story(
    _ kind: YAMLNode.Member, _ members: [YAMLNode.Member]
  ) throws(ConversionError) -> AnthologyPlan.Story {
    var story = AnthologyPlan.Story(paths: try lines(kind.value))
    guard !story.paths.isEmpty else {
      throw wrong(kind.position.line, "a story without a file", help: "write 'story: FILE'")
    }
    for member in members {
      if member.key == "introduction" {
        story.introduction = try line(member.value)
        continue
      }
      guard let key = Sidecar.Key(rawValue: member.key) else {
        throw unknown(member, among: Sidecar.Key.allCases.map(\.rawValue) + ["introduction"])
      }
      if !key.isList, case .sequence(_, let position) = member.value {
        throw wrong(position.line, "'\(member.key)' is one value, not a list", help: "keep one")
      }
      story.metadata.append(
        .init(
          field: MetadataField(key), values: try lines(member.value, orNone: true).map(\.text),
          line: member.position.line))
    }
    return story
  }

  private func section(
    _ kind: YAMLNode.Member, _ members: [YAMLNode.Member]
  ) throws(ConversionError) -> AnthologyPlan.Section {
    var section = AnthologyPlan.Section(title: try line(kind.value).text)
    for member in members {
      switch member.key {
      case "introduction": section.introduction = try line(member.value)
      case "order": section.order = try choice(member)
      case "contents": section.contents = try entries(member.value)
      default: throw unknown(member, among: ["introduction", "order", "contents"])
      }
    }
    guard !section.contents.isEmpty else {
      throw wrong(
        kind.position.line, "nothing is in section '\(section.title)'", help: Self.contentsHelp)
    }
    return section
  }

  /// Its title and its text, or the text alone.
  private func interlude(
    _ kind: YAMLNode.Member, _ members: [YAMLNode.Member]
  ) throws(ConversionError) -> AnthologyPlan.Entry {
    let first = try line(kind.value)
    guard let member = members.first else { return .interlude(title: nil, first) }
    guard member.key == "text", members.count == 1 else {
      throw unknown(members.first { $0.key != "text" } ?? member, among: ["text"])
    }
    return .interlude(title: first.text, try line(member.value))
  }
}

// MARK: - Values

extension PlanReader {
  private func members(
    _ node: YAMLNode, help: String
  ) throws(ConversionError) -> [YAMLNode.Member] {
    guard case .mapping(let members, _) = node else {
      throw wrong(node.position.line, "no 'key: value' lines", help: help)
    }
    var seen: Set<String> = []
    for member in members where !seen.insert(member.key).inserted {
      throw wrong(
        member.position.line, "'\(member.key)' stands here twice", help: "keep one")
    }
    return members
  }

  private func line(_ node: YAMLNode) throws(ConversionError) -> AnthologyPlan.Line {
    guard case .scalar(let text, _, let position) = node else {
      throw wrong(
        node.position.line, "more than one value where one stands",
        help: "put quotation marks around a value with a colon in it")
    }
    guard !text.allSatisfy(\.isWhitespace) else {
      throw wrong(position.line, "an empty value", help: "give it a value, or leave it out")
    }
    return .init(text: text, number: position.line)
  }

  /// One value or a list of them.
  private func lines(
    _ node: YAMLNode, orNone: Bool = false
  ) throws(ConversionError) -> [AnthologyPlan.Line] {
    if orNone, case .scalar(let text, true, _) = node, ["", "~", "null"].contains(text) {
      return []
    }
    guard case .sequence(let items, _) = node else { return [try line(node)] }
    var lines: [AnthologyPlan.Line] = []
    for item in items { lines.append(try line(item)) }
    return lines
  }

  private func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ member: YAMLNode.Member
  ) throws(ConversionError) -> Choice {
    let word = try line(member.value).text
    guard let choice = Choice(rawValue: word) else {
      let all = Choice.allCases.map(\.rawValue)
      throw wrong(
        member.position.line, "'\(member.key)' cannot be '\(word)'",
        help: Suggestion.nearest(to: word, among: all).map { "did you mean '\($0)'?" }
          ?? "use " + all.joined(separator: ", "))
    }
    return choice
  }

  private func unknown(_ member: YAMLNode.Member, among known: [String]) -> ConversionError {
    let near = Suggestion.nearest(to: member.key, among: known)
    return wrong(
      member.position.line, "there is no '\(member.key)' here",
      help: near.map { "did you mean '\($0)'?" }
        ?? (known.isEmpty ? "take it out" : "use " + known.joined(separator: ", ")))
  }

  private func wrong(_ line: Int, _ problem: String, help: String) -> ConversionError {
    ConversionError(.input, "bad-plan", file: name, line: line, problem: problem, help: help)
  }
}
