import CLibYAML

/// Reads one YAML document with libyaml. Aliases are not followed: no text that people write about their stories
/// needs them, and a few lines of them can stand for gigabytes.
package enum YAMLDocument {
  /// The root of the first document in the text.
  package static func parse(_ text: [UInt8]) throws(YAMLError) -> YAMLNode {
    // The parser keeps its own address.
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    defer { parser.deallocate() }
    guard yaml_parser_initialize(parser) != 0 else {
      throw YAMLError(line: 1, problem: "out of memory")
    }
    defer { yaml_parser_delete(parser) }
    let result: Result<YAMLNode, YAMLError> = text.withUnsafeBufferPointer { bytes in
      yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
      yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
      return Result { () throws(YAMLError) in try YAMLEvents(parser: parser).document() }
    }
    return try result.get()
  }
}

/// Takes the parser's events one by one and builds the tree of them.
private struct YAMLEvents {
  /// How deep collections may lie in each other; more is no metadata.
  private static let deepest = 64

  let parser: UnsafeMutablePointer<yaml_parser_t>

  func document() throws(YAMLError) -> YAMLNode {
    while true {
      switch try next() {
      case .node(let node, _): return node
      case .beginning(let isMapping, _): return try collection(isMapping, depth: 1)
      case .end: return .scalar("")
      case .other: continue
      }
    }
  }

  private func collection(
    _ isMapping: Bool, depth: Int
  ) throws(YAMLError) -> YAMLNode {
    guard depth < Self.deepest else {
      throw YAMLError(
        line: Int(parser.pointee.mark.line) + 1, problem: "collections nested too deeply")
    }
    var items: [YAMLNode] = []
    var pairs: [YAMLNode.Pair] = []
    var key: (words: String, line: Int)?
    while true {
      let node: YAMLNode
      let line: Int
      switch try next() {
      case .node(let scalar, let place): (node, line) = (scalar, place)
      case .beginning(let isInnerMapping, let place):
        node = try collection(isInnerMapping, depth: depth + 1)
        line = place
      case .end: return isMapping ? .mapping(pairs) : .sequence(items)
      case .other: continue
      }
      if !isMapping {
        items.append(node)
      } else if let waiting = key {
        pairs.append(YAMLNode.Pair(waiting.words, node, line: waiting.line))
        key = nil
      } else {
        key = (node.words ?? "", line)
      }
    }
  }

  // MARK: events

  private enum Event {
    case node(YAMLNode, line: Int)
    case beginning(isMapping: Bool, line: Int)
    /// Of a collection, or of everything.
    case end
    case other
  }

  private func next() throws(YAMLError) -> Event {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) != 0 else {
      let problem = parser.pointee.problem.map { String(cString: $0) } ?? "not YAML"
      throw YAMLError(line: Int(parser.pointee.problem_mark.line) + 1, problem: problem)
    }
    defer { yaml_event_delete(&event) }
    let line = Int(event.start_mark.line) + 1
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      return .node(.scalar(String(decoding: bytes, as: UTF8.self)), line: line)
    case YAML_ALIAS_EVENT: return .node(.scalar(""), line: line)
    case YAML_MAPPING_START_EVENT: return .beginning(isMapping: true, line: line)
    case YAML_SEQUENCE_START_EVENT: return .beginning(isMapping: false, line: line)
    case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT, YAML_DOCUMENT_END_EVENT,
      YAML_STREAM_END_EVENT:
      return .end
    default: return .other
    }
  }
}
