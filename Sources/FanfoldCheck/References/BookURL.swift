/// A URL as the URL standard sees it, with the path decoded: two URLs of one file are equal.
///
/// The files of a book are under the root URL `https://book.invalid/`, so that what a reference
/// leads out of, or into, can be told from the URL alone.
struct BookURL: Hashable, Sendable {
  var scheme: String
  /// With the port, when it is not the scheme's own; `nil` for a local file.
  var host: String?
  /// Percent-decoded, from the root: "/EPUB/nav.xhtml". Of a scheme without paths, what follows it.
  var path: String
  var query: String?
  /// As it is written.
  var fragment: String?

  /// URLs of one book differ in these.
  func hash(into hasher: inout Hasher) {
    hasher.combine(path)
    hasher.combine(fragment)
  }

  /// Where a book's files are.
  static let rootHost = "book.invalid"

  /// The URL of a file in a book.
  static func inBook(_ path: String) -> BookURL {
    BookURL(scheme: "https", host: rootHost, path: "/" + path)
  }

  /// The URL of a document judged alone.
  static func file(_ name: String) -> BookURL {
    BookURL(scheme: "file", host: nil, path: "/" + name)
  }

  /// Whether the scheme has paths and hosts.
  var isHierarchical: Bool {
    scheme == "https" || Self.hierarchicalSchemes.contains(scheme)
  }

  static let hierarchicalSchemes: Set<String> = [
    "ftp", "file", "gopher", "http", "https", "ws", "wss",
  ]

  var isData: Bool { scheme == "data" }

  /// The URL without its fragment; EPUBCheck loses what a data URL says with it.
  var document: BookURL {
    guard fragment != nil else { return self }
    var document = self
    if isData { document.path = "//" }
    document.fragment = nil
    return document
  }

  /// Whether both have the scheme and the host in common, as those of a book's files have.
  func hasOrigin(of other: BookURL) -> Bool {
    if self == other { return true }
    return isHierarchical && scheme == other.scheme && host == other.host
  }

  /// The path in the book; of another URL, the URL.
  var bookPath: String {
    if host == Self.rootHost || scheme == "file" { return String(path.dropFirst()) }
    return description
  }

  /// The media type that a data URL gives.
  var dataType: String { String(path.prefix { $0 != "," && $0 != ";" }) }
}

extension BookURL: CustomStringConvertible {
  var description: String {
    var text = scheme + ":"
    if isHierarchical { text += "//" + (host ?? "") }
    text += path
    if let query { text += "?" + query }
    if let fragment { text += "#" + fragment }
    return isData ? String(text.prefix(30)) + "…" : text
  }

  /// The path in the book with the fragment.
  var reference: String {
    guard host == Self.rootHost || scheme == "file" else { return description }
    return bookPath + (fragment.map { "#" + $0 } ?? "")
  }
}
