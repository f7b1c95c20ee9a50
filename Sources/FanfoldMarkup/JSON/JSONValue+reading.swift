extension JSONValue {
  /// The value of an object's member, the last of that name; `nil` when there is none, or no object.
  package subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.0 == name }?.1
  }

  package var text: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  package var integer: Int? {
    guard case .number(let number) = self else { return nil }
    return number
  }

  package var truth: Bool? {
    guard case .truth(let value) = self else { return nil }
    return value
  }

  package var list: [JSONValue]? {
    guard case .array(let values) = self else { return nil }
    return values
  }

  package var members: [(String, JSONValue)]? {
    guard case .object(let members) = self else { return nil }
    return members
  }

  package var isNull: Bool {
    guard case .null = self else { return false }
    return true
  }
}
