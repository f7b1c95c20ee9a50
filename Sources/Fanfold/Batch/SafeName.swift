/// The name of a file or a folder that every file system takes.
package enum SafeName {
  /// The most bytes of a name: some file systems take 255, and some room is left for a number behind it.
  package static let lengthLimit = 200

  /// The text made a name; empty when nothing is left of it.
  ///
  /// Windows forbids more than others: `<>:"/\|?*`, control characters, a dot or a blank at the end, and the names
  /// of its devices, whatever ending they have ("Naming Files, Paths, and Namespaces").
  package static func of(_ text: String, ending: String = "") -> String {
    var name = ""
    for scalar in text.unicodeScalars { name.unicodeScalars.append(contentsOf: allowed(scalar)) }
    name = name.split(separator: " ").joined(separator: " ")
    name = cut(trimmed(name), to: lengthLimit - ending.utf8.count)
    guard !name.isEmpty else { return "" }
    return (isReserved(name) ? name + "_" : name) + ending
  }

  private static func allowed(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    switch scalar {
    case "/", "\\", ":", "|": return ["-"]
    case "\"": return ["'"]
    case "<", ">", "?", "*": return []
    default: break
    }
    switch scalar.properties.generalCategory {
    case .spaceSeparator, .lineSeparator, .paragraphSeparator: return [" "]
    case .control: return scalar == "\t" || scalar == "\n" || scalar == "\r" ? [" "] : []
    // The joiners within words and emoji stay; what turns the direction of a name goes.
    case .format where scalar.value != 0x200C && scalar.value != 0x200D: return []
    case .surrogate, .unassigned: return []
    default: return [scalar]
    }
  }

  /// Neither hidden nor with marks left over from something that was not there.
  private static func trimmed(_ name: String) -> String {
    var rest = name.drop { " .-–—_,~".contains($0) }
    while let last = rest.last, " .-–—,".contains(last) { rest.removeLast() }
    return String(rest)
  }

  private static func cut(_ name: String, to limit: Int) -> String {
    guard name.utf8.count > limit else { return name }
    var kept = ""
    var count = 0
    for character in name {
      count += character.utf8.count
      guard count <= limit else { break }
      kept.append(character)
    }
    return trimmed(kept)
  }

  private static func isReserved(_ name: String) -> Bool {
    let stem = name.prefix { $0 != "." }.uppercased().filter { $0 != " " }
    if ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"].contains(stem) { return true }
    return stem.count == 4 && (stem.hasPrefix("COM") || stem.hasPrefix("LPT"))
      && "0123456789¹²³".contains(stem.suffix(1))
  }
}
