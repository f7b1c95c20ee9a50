internal import CLibYAML

/// Reads YAML: what people write in plans, sidecars and the front matter of their stories. Names for other values
/// (`&name`, `*name`) are refused, because with them a small file can stand for a huge one.
public enum YAMLDocument {
  /// The document's value; `nil` when there is nothing in it but comments.
  public static func parse(_ bytes: [UInt8]) throws(YAMLError) -> YAMLNode? {
    try YAMLEvents.read(bytes)
  }
}

/// The parser's events made a tree.
private final class YAMLEvents {
  private var parser = yaml_parser_t()
  /// The value being read: lists and mappings that are open.
  private var open: [Open] = []
  private var root: YAMLNode?

  private struct Open {
    var position: YAMLNode.Position
    var isMapping: Bool
    var items: [YAMLNode] = []
    var members: [YAMLNode.Member] = []
    /// A key that waits for its value.
    var key: (name: String, position: YAMLNode.Position)?
  }

  /// More than any sidecar or plan means.
  private static let depth = 32

  static func read(_ bytes: [UInt8]) throws(YAMLError) -> YAMLNode? {
    let events = YAMLEvents()
    guard yaml_parser_initialize(&events.parser) == 1 else {
      throw YAMLError(problem: "out of memory", position: .init(line: 1, column: 1))
    }
    defer { yaml_parser_delete(&events.parser) }
    let result = bytes.withUnsafeBufferPointer { buffer in
      yaml_parser_set_input_string(&events.parser, buffer.baseAddress, buffer.count)
      return Result { () throws(YAMLError) in try events.readAll() }
    }
    try result.get()
    return events.root
  }

  private func readAll() throws(YAMLError) {
    while true {
      var event = yaml_event_t()
      guard yaml_parser_parse(&parser, &event) == 1 else { throw failure }
      defer { yaml_event_delete(&event) }
      if event.type == YAML_STREAM_END_EVENT { return }
      try take(event)
    }
  }

  private func take(_ event: yaml_event_t) throws(YAMLError) {
    let position = Self.position(event.start_mark)
    switch event.type {
    case YAML_DOCUMENT_START_EVENT:
      guard root == nil else { throw YAMLError(problem: "a second document", position: position) }
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      try refuse(scalar.anchor, position)
      let text = String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      try add(.scalar(text, isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE, at: position))
    case YAML_SEQUENCE_START_EVENT:
      try refuse(event.data.sequence_start.anchor, position)
      try begin(Open(position: position, isMapping: false))
    case YAML_MAPPING_START_EVENT:
      try refuse(event.data.mapping_start.anchor, position)
      try begin(Open(position: position, isMapping: true))
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      guard let made = open.popLast() else { return }
      try add(
        made.isMapping
          ? .mapping(made.members, at: made.position) : .sequence(made.items, at: made.position))
    case YAML_ALIAS_EVENT:
      throw YAMLError(problem: "a name for another value, '*…'", position: position)
    default: break
    }
  }

  private func refuse(
    _ anchor: UnsafeMutablePointer<UInt8>?, _ position: YAMLNode.Position
  ) throws(YAMLError) {
    if anchor != nil { throw YAMLError(problem: "a name for a value, '&…'", position: position) }
  }

  private func begin(_ value: Open) throws(YAMLError) {
    guard open.count < Self.depth else {
      throw YAMLError(problem: "too many values in each other", position: value.position)
    }
    open.append(value)
  }

  private func add(_ node: YAMLNode) throws(YAMLError) {
    guard let last = open.indices.last else {
      root = node
      return
    }
    guard open[last].isMapping else {
      open[last].items.append(node)
      return
    }
    if let key = open[last].key {
      open[last].members.append(.init(key: key.name, value: node, position: key.position))
      open[last].key = nil
    } else if case .scalar(let name, _, let position) = node {
      open[last].key = (name, position)
    } else {
      throw YAMLError(problem: "a list or mapping where a key stands", position: node.position)
    }
  }

  private var failure: YAMLError {
    let problem = parser.problem.map { String(cString: $0) } ?? "not YAML"
    return YAMLError(problem: problem, position: Self.position(parser.problem_mark))
  }

  private static func position(_ mark: yaml_mark_t) -> YAMLNode.Position {
    .init(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }
}
