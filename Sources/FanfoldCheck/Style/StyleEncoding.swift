internal import FanfoldMarkup

/// The encoding of a style sheet, by its first bytes or its `@charset` (CSS Syntax Level 3 §3.2).
struct StyleEncoding {
  enum Kind: Equatable {
    case utf8, utf16
    case other(String)
  }

  let kind: Kind

  init(_ bytes: [UInt8]) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      kind = .utf8
    } else if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) {
      kind = .utf16
    } else {
      switch Self.declared(bytes) {
      case nil, "utf-8": kind = .utf8
      case let name? where name.hasPrefix("utf-16"): kind = .utf16
      case let name?: kind = .other(name)
      }
    }
  }

  /// The sheet in UTF-8, without a byte order mark; broken sequences become U+FFFD.
  func utf8(_ bytes: [UInt8]) -> [UInt8] {
    switch kind {
    case .utf8: break
    case .utf16:
      let isMarked = bytes.count > 1 && bytes[0] >= 0xFE
      if let text = XMLEncoding.decodeUTF16(isMarked ? bytes : [0xFE, 0xFF] + bytes) {
        return text
      }
    case .other(let name):
      if let text = try? TextDecoder.decode(bytes, declared: name) { return text.bytes }
    }
    // A sheet of nothing else is no empty one to EPUBCheck.
    let start = bytes.count > 3 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if UTF8Text.isValid(bytes.span) {
      return start == 0 ? bytes : Array(bytes[start...])
    }
    return Array(String(decoding: bytes[start...], as: UTF8.self).utf8)
  }

  /// What `@charset` names; it counts only as the very first thing in the sheet.
  private static func declared(_ bytes: [UInt8]) -> String? {
    let start = Array("@charset ".utf8)
    guard bytes.starts(with: start) else { return nil }
    let rest = bytes.dropFirst(start.count).prefix(64).drop(while: StyleTokenizer.isBlank)
    guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
      let end = rest.dropFirst().firstIndex(of: quote)
    else { return nil }
    let name = String(decoding: rest[..<end].dropFirst(), as: UTF8.self).lowercased()
    return name.isEmpty || name.contains("{") ? nil : name
  }
}
