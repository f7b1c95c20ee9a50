/// The one address by which a story is known, whichever of its addresses it was saved from: by
/// `http` or `https`, from the site for phones, at its third chapter, or out of an archive of the web.
package struct StoryAddress {
  private let rows: [[String]]

  package init() { rows = TableRows.of("story-addresses") }

  /// The address that all those of the same story have in common; what is no address of the web is
  /// its own.
  package func identity(of source: String) -> String {
    guard let source = source.plainLine else { return "" }
    guard let place = Place(source) else { return source }
    if place.host == "web.archive.org", let kept = place.archived { return identity(of: kept) }
    for row in rows where row.count >= 3 {
      if let found = place.identity(row[0].split(separator: " "), row[1], row[2]) { return found }
    }
    return place.address
  }
}

/// An address of the web, taken apart.
private struct Place {
  /// In lower case, without a number for the usual port and without `www.` or `m.`.
  let host: String
  let path: [Substring]
  let query: [Substring]
  private let rest: Substring

  init?(_ text: String) {
    var rest = text[...]
    let lower = text.lowercased()
    if let scheme = ["https://", "http://"].first(where: lower.hasPrefix) {
      rest = rest.dropFirst(scheme.count)
    } else if text.contains(":") || text.contains(" ") {
      return nil
    }
    let authority = rest.prefix { !"/?#".contains($0) }
    var host = authority.lowercased()
    for ending in [":80", ":443"] where host.hasSuffix(ending) { host.removeLast(ending.count) }
    for start in ["www.", "m."] where host.hasPrefix(start) && host.count(where: { $0 == "." }) > 1
    {
      host.removeFirst(start.count)
    }
    guard host.contains("."), !host.hasPrefix("."), !host.hasSuffix(".") else { return nil }
    self.host = host
    self.rest = rest[authority.endIndex...]
    let whole = self.rest.prefix { $0 != "#" }
    path = whole.prefix { $0 != "?" }.split(separator: "/")
    query = whole.drop { $0 != "?" }.dropFirst().split(separator: "&").filter { parameter in
      let name = parameter.prefix { $0 != "=" }
      return !name.hasPrefix("utm_") && !Self.views.contains(String(name))
    }
  }

  /// What only says how the page is to be shown, or where its reader came from.
  private static let views: Set<String> = [
    "view_full_work", "view_adult", "show_comments", "style", "ageconsent", "warning", "fbclid",
    "gclid",
  ]

  /// The address without what does not tell stories apart.
  var address: String {
    let file = path.joined(separator: "/")
    let parameters = query.isEmpty ? "" : "?" + query.joined(separator: "&")
    return "https://\(host)/\(file)\(parameters)"
  }

  /// The address that an archive of the web keeps a page of: `/web/20100102030405id_/http://…`.
  var archived: String? {
    guard path.count > 2, path[0] == "web", path[1].first?.isNumber == true else { return nil }
    let kept = rest[path[1].endIndex...].dropFirst()
    return kept.isEmpty ? nil : String(kept)
  }

  /// The address of the story when a site's row is about it.
  func identity(_ hosts: [Substring], _ pattern: String, _ identity: String) -> String? {
    guard hosts.contains(where: { $0 == "*" || $0 == host }) else { return nil }
    let parts = pattern.split(separator: "?")
    let wanted = (parts.first ?? "").split(separator: "/")
    if parts.count > 1 {
      guard wanted == path.suffix(wanted.count), let (name, value) = parameter(like: parts[1])
      else { return nil }
      return "https://\(host)/\(path.joined(separator: "/"))?\(name)=\(value)"
    }
    guard wanted.count <= path.count else { return nil }
    var found: (slot: Substring, value: Substring)?
    for (pattern, segment) in zip(wanted, path) where pattern != "*" {
      if let slot = Slot(pattern) {
        guard let value = slot.value(in: segment) else { return nil }
        found = (slot.name, value)
      } else if pattern != segment {
        return nil
      }
    }
    guard let found, let range = identity.firstRange(of: found.slot) else { return nil }
    return identity.replacingCharacters(in: range, with: found.value)
  }

  /// The parameter that a pattern, `sid={id}`, asks for.
  private func parameter(like pattern: Substring) -> (Substring, Substring)? {
    let sides = pattern.split(separator: "=")
    guard sides.count == 2, let slot = Slot(sides[1]) else { return nil }
    for parameter in query where parameter.hasPrefix("\(sides[0])=") {
      let value = parameter.dropFirst(sides[0].count + 1)
      return slot.value(in: value).map { (sides[0], $0) }
    }
    return nil
  }
}

/// A part of a pattern with a name for what stands there: `{id}`, or `Story-{id}`.
private struct Slot {
  let before: Substring
  /// With its braces.
  let name: Substring

  init?(_ pattern: Substring) {
    guard let brace = pattern.firstIndex(of: "{") else { return nil }
    before = pattern[..<brace]
    name = pattern[brace...]
  }

  func value(in segment: Substring) -> Substring? {
    guard segment.hasPrefix(before) else { return nil }
    let segment = segment.dropFirst(before.count)
    let isDigit = { (character: Character) in character.isASCII && character.isNumber }
    switch name {
    case "{id}":
      let digits = segment.prefix(while: isDigit)
      let next = segment[digits.endIndex...].first
      return digits.isEmpty || next?.isLetter == true ? nil : digits
    case "{last}":
      let digits = segment.suffix(while: { $0 != "." })
      return digits.isEmpty || !digits.allSatisfy(isDigit) ? nil : digits
    default:
      let isPlain = segment.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
      return isPlain && !segment.isEmpty ? segment : nil
    }
  }
}

extension Substring {
  fileprivate func suffix(while predicate: (Character) -> Bool) -> Substring {
    var start = endIndex
    while start > startIndex, predicate(self[index(before: start)]) { start = index(before: start) }
    return self[start...]
  }
}

extension String {
  /// The text with other characters in that range.
  fileprivate func replacingCharacters(in range: Range<Index>, with text: Substring) -> String {
    String(self[..<range.lowerBound]) + text + self[range.upperBound...]
  }
}
