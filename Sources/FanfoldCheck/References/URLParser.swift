/// Parses a URL against a base as the URL standard does (§4.4), and notes what is wrong with it.
struct URLParser {
  /// Why a string is no URL at all.
  enum Failure: Error, Equatable {
    case noScheme, invalidHost, invalidPort
  }

  /// What a string says.
  struct Result {
    var url: BookURL
    /// What is not as the standard wants it, when a reader gets along all the same.
    var issue: String?
    /// Whether it has a scheme or a host of its own.
    var isAbsolute = false
    /// Whether the path begins at the root, or goes out of it.
    var leavesRoot = false
  }

  private let bytes: [UInt8]
  private let base: BookURL?
  private var issue: String?

  static func parse(_ text: String, base: BookURL?) throws(Failure) -> Result {
    if let base, let url = ordinary(text, base) { return Result(url: url) }
    var parser = URLParser(bytes: Array(text.utf8.trimmed()), base: base)
    var result = try parser.result()
    result.issue = parser.issue
    return result
  }

  private init(bytes: [UInt8], base: BookURL?) {
    self.bytes = bytes
    self.base = base
  }

  private mutating func result() throws(Failure) -> Result {
    guard let (scheme, rest) = scheme() else {
      guard let base, base.isHierarchical else { throw .noScheme }
      return try relative(bytes[...], to: base)
    }
    guard BookURL.hierarchicalSchemes.contains(scheme) else { return opaque(scheme, rest) }
    let slashes = rest.prefix { Self.isSlash($0) }
    if scheme == "file" { return try file(rest) }
    if scheme == base?.scheme, slashes.count < 2, let base {
      note("the scheme is not followed by '//'")
      return try relative(rest, to: base)
    }
    if slashes.count != 2 || slashes.contains(UInt8(ascii: "\\")) {
      note("the scheme is not followed by '//'")
    }
    return try authority(scheme, rest.dropFirst(slashes.count))
  }

  /// The scheme in lower case and what follows its colon.
  private func scheme() -> (String, ArraySlice<UInt8>)? {
    guard let first = bytes.first, Self.isLetter(first),
      let end = bytes.firstIndex(where: { !Self.isSchemeByte($0) }),
      bytes[end] == UInt8(ascii: ":")
    else { return nil }
    let name = String(decoding: bytes[..<end], as: UTF8.self).lowercased()
    return (name, bytes[(end + 1)...])
  }

  private mutating func opaque(_ scheme: String, _ rest: ArraySlice<UInt8>) -> Result {
    let parts = Parts(rest)
    check(parts.path, part: "data")
    check(parts.query, part: "query")
    check(parts.fragment, part: "fragment")
    return Result(
      url: BookURL(
        scheme: scheme, host: nil, path: parts.path.text, query: parts.query?.text,
        fragment: parts.fragment?.text),
      isAbsolute: true)
  }

  /// What follows "file:".
  private mutating func file(_ rest: ArraySlice<UInt8>) throws(Failure) -> Result {
    let slashes = rest.prefix { Self.isSlash($0) }
    if slashes.contains(UInt8(ascii: "\\")) { note("a backslash parts the path") }
    var result: Result
    if slashes.count >= 2 {
      result = try fileOfHost(rest.dropFirst(2))
    } else {
      // Without a slash, EPUBCheck takes host and path from a base of another scheme too.
      let isOther = base?.scheme != "file"
      var base = isOther && slashes.count == 1 ? nil : base
      base?.scheme = "file"
      result = try relative(rest, to: base ?? .file(""))
    }
    result.isAbsolute = true
    return result
  }

  /// What follows "file://": a drive of Windows is no host.
  private mutating func fileOfHost(_ rest: ArraySlice<UInt8>) throws(Failure) -> Result {
    var host = rest.prefix { !Self.endsAuthority($0) }
    if host.count == 2, host.first.map(Self.isLetter) ?? false, ":|".utf8.contains(host.last ?? 0) {
      host = []
    }
    let name = PercentCoding.decode(host.text).lowercased()
    guard host.isEmpty || URLHost.isValid(name) else { throw .invalidHost }
    return try resolve(
      Parts(rest.dropFirst(host.count)), [],
      BookURL(scheme: "file", host: host.isEmpty ? nil : host.text, path: "/"))
  }

  /// What follows a scheme and "//".
  private mutating func authority(
    _ scheme: String, _ rest: ArraySlice<UInt8>
  ) throws(Failure) -> Result {
    var host = rest.prefix { !Self.endsAuthority($0) }
    let after = rest.dropFirst(host.count)
    if let sign = host.lastIndex(of: UInt8(ascii: "@")) {
      check(host[..<sign], part: "user")
      if host[..<sign].contains(UInt8(ascii: "@")) { note("a '@' in the user") }
      host = host[(sign + 1)...]
    }
    let name = try hostName(host, scheme)
    var result = try resolve(
      Parts(after), [], BookURL(scheme: scheme, host: name, path: "/"))
    result.isAbsolute = true
    return result
  }

  private mutating func hostName(_ host: ArraySlice<UInt8>, _ scheme: String) throws(Failure)
    -> String
  {
    let bracket = host.first == UInt8(ascii: "[") ? host.firstIndex(of: UInt8(ascii: "]")) : nil
    var name = host
    var port: ArraySlice<UInt8> = []
    if let colon = host[(bracket ?? host.startIndex)...].firstIndex(of: UInt8(ascii: ":")) {
      name = host[..<colon]
      port = host[(colon + 1)...]
    }
    let digits = port.drop { $0 == 0x30 }.text
    guard port.allSatisfy({ (0x30...0x39).contains($0) }) else { throw .invalidPort }
    if Int(digits) ?? 0 > UInt16.max || digits.count > 5 { note("no such port") }
    let decoded = PercentCoding.decode(name.text).lowercased()
    guard URLHost.isValid(decoded) else { throw .invalidHost }
    let isUsual = ["http": "80", "https": "443", "ftp": "21"][scheme] == digits
    return digits.isEmpty || isUsual ? decoded : decoded + ":" + digits
  }

  /// A URL without a scheme.
  private mutating func relative(
    _ rest: ArraySlice<UInt8>, to base: BookURL
  ) throws(Failure) -> Result {
    let slashes = rest.prefix(2).prefix { Self.isSlash($0) }
    if slashes.contains(UInt8(ascii: "\\")) { note("a backslash parts the path") }
    if slashes.count == 2 {
      let rest = rest.drop { Self.isSlash($0) }
      guard base.scheme == "file" else { return try authority(base.scheme, rest) }
      guard let first = rest.first, !Self.endsAuthority(first) else { throw .invalidHost }
      var result = try fileOfHost(rest)
      result.isAbsolute = true
      return result
    }
    let parts = Parts(rest)
    if parts.path.isEmpty {
      check(parts.query, part: "query")
      check(parts.fragment, part: "fragment")
      var url = base
      if let query = parts.query { url.query = query.text }
      url.fragment = parts.fragment?.text
      return Result(url: url)
    }
    var segments: [String] = []
    if slashes.isEmpty {
      segments = base.path.split(separator: "/", omittingEmptySubsequences: false)
        .dropFirst().dropLast().map(String.init)
    }
    var result = try resolve(parts, segments, base)
    result.leavesRoot = result.leavesRoot || !slashes.isEmpty
    return result
  }

  /// Puts a path behind the segments of another.
  private mutating func resolve(
    _ parts: Parts, _ segments: [String], _ base: BookURL
  ) throws(Failure) -> Result {
    check(parts.path, part: "path")
    check(parts.query, part: "query")
    check(parts.fragment, part: "fragment")
    var segments = segments
    var leavesRoot = false
    var pieces = parts.path.split(
      omittingEmptySubsequences: false, whereSeparator: { Self.isSlash($0) })
    if pieces.count > 1, pieces[0].isEmpty { pieces.removeFirst() }
    for (index, piece) in pieces.enumerated() {
      let isLast = index == pieces.count - 1
      switch piece.text.lowercased() {
      case ".", "%2e": if isLast { segments.append("") }
      case "..", "%2e.", ".%2e", "%2e%2e":
        if segments.popLast() == nil { leavesRoot = true }
        if isLast { segments.append("") }
      default: segments.append(PercentCoding.decode(piece.withoutBreaks.text))
      }
    }
    var url = base
    url.path = "/" + segments.joined(separator: "/")
    url.query = parts.query?.text
    url.fragment = parts.fragment?.text
    return Result(url: url, leavesRoot: leavesRoot)
  }

  // MARK: Characters

  private mutating func note(_ problem: String) {
    if issue == nil { issue = problem }
  }

  /// Notes the first character that does not belong into a part (URL standard §4.3).
  private mutating func check(_ part: ArraySlice<UInt8>?, part name: String) {
    guard issue == nil, let part, let problem = URLCharacters.problem(in: part) else { return }
    note(problem + " in the " + name)
  }

  private static func isSlash(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\")
  }

  private static func endsAuthority(_ byte: UInt8) -> Bool {
    isSlash(byte) || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func isSchemeByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "+")
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }

  /// Path, query and fragment.
  private struct Parts {
    let path: ArraySlice<UInt8>
    let query: ArraySlice<UInt8>?
    let fragment: ArraySlice<UInt8>?

    init(_ rest: ArraySlice<UInt8>) {
      let sign = rest.firstIndex(of: UInt8(ascii: "#"))
      let front = rest[..<(sign ?? rest.endIndex)]
      fragment = sign.map { rest[($0 + 1)...] }
      let mark = front.firstIndex(of: UInt8(ascii: "?"))
      path = front[..<(mark ?? front.endIndex)]
      query = mark.map { front[($0 + 1)...] }
    }
  }
}

extension ArraySlice<UInt8> {
  fileprivate var text: String { String(decoding: self, as: UTF8.self) }

  /// Readers skip line ends and tabs in a URL.
  fileprivate var withoutBreaks: ArraySlice<UInt8> {
    contains { $0 == 9 || $0 == 10 || $0 == 13 }
      ? filter { $0 != 9 && $0 != 10 && $0 != 13 }[...] : self
  }
}

extension Collection<UInt8> where Self: BidirectionalCollection {
  /// Without the blanks of ASCII at both ends.
  func trimmed() -> SubSequence {
    var slice = self[...]
    while let first = slice.first, Self.isBlank(first) { slice = slice.dropFirst() }
    while let last = slice.last, Self.isBlank(last) { slice = slice.dropLast() }
    return slice
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte) || (0x1C...0x1F).contains(byte)
  }
}
