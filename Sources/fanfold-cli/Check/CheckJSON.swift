import Fanfold

/// A report in the shape of EPUBCheck's own JSON.
struct CheckJSON {
  let value: JSONValue

  /// As many places as EPUBCheck lists of one message.
  private static let placeCount = 25

  init(_ report: Report, path: String) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    value = .object([
      (
        "checker",
        .object([
          ("path", .string(path)), ("filename", .string(name)),
          ("checkerVersion", .string(Release.generator)),
          ("nFatal", .number(report.count(of: .fatal))),
          ("nError", .number(report.count(of: .error))),
          ("nWarning", .number(report.count(of: .warning))),
          ("nUsage", .number(report.count(of: .usage))),
        ])
      ),
      ("publication", Self.publication(report.publication)),
      ("messages", .array(Self.messages(report.findings))),
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

  /// One entry for each message in the same words.
  private static func messages(_ findings: [Finding]) -> [JSONValue] {
    struct Key: Hashable {
      let rule: Rule
      let message: String
    }
    var order: [Key] = []
    var places: [Key: [Finding]] = [:]
    for finding in findings {
      let key = Key(rule: finding.rule, message: finding.message)
      if places[key] == nil { order.append(key) }
      places[key, default: []].append(finding)
    }
    return order.map { message($0.rule, $0.message, places[$0] ?? []) }
  }

  private static func message(_ rule: Rule, _ words: String, _ all: [Finding]) -> JSONValue {
    var seen: Set<Finding> = []
    let places = all.filter { seen.insert($0).inserted }
    return .object([
      ("ID", .string(rule.id)), ("severity", .string(rule.severity.rawValue)),
      ("message", .string(words)),
      ("additionalLocations", .number(max(0, places.count - placeCount))),
      ("locations", .array(places.prefix(placeCount).map(location))),
      ("suggestion", rule.help.isEmpty ? .null : .string(rule.help)),
      ("name", .string(rule.name)),
    ])
  }

  private static func location(_ finding: Finding) -> JSONValue {
    .object([
      ("path", .string(finding.path)), ("line", .number(finding.line ?? -1)),
      ("column", .number(finding.column ?? -1)), ("context", .null),
    ])
  }
}
