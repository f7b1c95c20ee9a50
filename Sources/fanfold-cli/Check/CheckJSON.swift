import Fanfold
import FanfoldMarkup

/// A report in the shape of EPUBCheck's own JSON.
struct CheckJSON {
  let value: JSONValue

  /// As many places as EPUBCheck lists of one message.
  private static let placeCount = 25

  init(_ report: Report, path: String) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let messages = Self.messages(report.findings)
    func count(_ severity: Severity) -> JSONValue {
      .number(messages.count { $0.rule.severity == severity })
    }
    value = .object([
      (
        "checker",
        .object([
          ("path", .string(path)), ("filename", .string(name)),
          ("checkerVersion", .string(Release.generator)),
          ("nFatal", count(.fatal)),
          ("nError", count(.error)),
          ("nWarning", count(.warning)),
          ("nUsage", count(.usage)),
        ])
      ),
      ("publication", Self.publication(report.publication)),
      ("messages", .array(messages.map(Self.message))),
    ])
  }

  private static func publication(_ facts: PublicationFacts) -> JSONValue {
    .object([
      ("publisher", .optional(facts.publisher)), ("title", .optional(facts.title)),
      ("creator", .array(facts.creators.map(JSONValue.string))),
      ("date", .optional(facts.date)), ("identifier", .optional(facts.identifier)),
      ("language", .optional(facts.language)), ("nSpines", .number(facts.spineCount)),
      ("ePubVersion", .optional(facts.version)), ("isScripted", .truth(facts.isScripted)),
      ("hasFixedFormat", .truth(facts.hasFixedLayout)),
    ])
  }

  /// What is said in the same words, which is one message however often it is said.
  private struct Message {
    let rule: Rule
    let words: String
    var places: [Finding] = []
  }

  private static func messages(_ findings: [Finding]) -> [Message] {
    struct Key: Hashable {
      let rule: Rule
      let words: String
    }
    var messages: [Message] = []
    var known: [Key: Int] = [:]
    for finding in findings {
      let key = Key(rule: finding.rule, words: finding.message)
      if known[key] == nil {
        known[key] = messages.count
        messages.append(Message(rule: finding.rule, words: finding.message))
      }
      if let index = known[key] { messages[index].places.append(finding) }
    }
    return messages
  }

  private static func message(_ message: Message) -> JSONValue {
    var seen: Set<Finding> = []
    let places = message.places.filter { seen.insert($0).inserted }
    let rule = message.rule
    return .object([
      ("ID", .string(rule.id)), ("severity", .string(rule.severity.rawValue)),
      ("message", .string(message.words)),
      ("additionalLocations", .number(max(0, places.count - placeCount))),
      ("locations", .array(places.prefix(placeCount).map(location))),
      ("suggestion", rule.help.isEmpty ? .null : .string(rule.help)),
      ("name", .string(rule.name)),
    ])
  }

  private static func location(_ finding: Finding) -> JSONValue {
    .object([
      ("path", .string(finding.pathInURL)), ("line", .number(finding.line ?? -1)),
      ("column", .number(finding.column ?? -1)), ("context", .null),
    ])
  }
}
