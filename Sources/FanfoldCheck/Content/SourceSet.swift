/// The URLs in a `srcset` attribute (HTML §4.8.4.2.1). A source whose descriptor is malformed is
/// left out, as browsers do.
enum SourceSet {
  static func urls(in text: String) -> [String] {
    var found: [String] = []
    var rest = Substring(text)
    while true {
      rest = rest.drop { $0.isXMLBlank || $0 == "," }
      guard !rest.isEmpty else { return found }
      var url = rest.prefix { !$0.isXMLBlank }
      rest = rest.dropFirst(url.count)
      if url.last == "," {
        while url.last == "," { url.removeLast() }
        found.append(String(url))
        continue
      }
      let descriptors = takeDescriptors(&rest)
      if isValid(descriptors) { found.append(String(url)) }
    }
  }

  private static func takeDescriptors(_ rest: inout Substring) -> [Substring] {
    var depth = 0
    let text = rest.prefix { character in
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      return character != "," || depth > 0
    }
    rest = rest.dropFirst(text.count + 1)
    return text.split(whereSeparator: \.isXMLBlank)
  }

  private static func isValid(_ descriptors: [Substring]) -> Bool {
    var units: Set<Character> = []
    for descriptor in descriptors {
      guard let unit = descriptor.last, units.insert(unit).inserted else { return false }
      let number = descriptor.dropLast()
      switch unit {
      case "w", "h":
        guard let size = Int(number), size > 0, number.first != "+" else { return false }
      case "x":
        guard let first = number.first, first.isNumber || first == ".", Double(number) != nil else {
          return false
        }
      default: return false
      }
    }
    return !(units.contains("x") && units.count > 1)
      && (!units.contains("h") || units.contains("w"))
  }
}
