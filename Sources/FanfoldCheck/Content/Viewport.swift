/// The content of `<meta name="viewport">`: names and values, as browsers read them
/// (CSS Viewport Module 1 §A, EPUB 3.3 §8.2.2.6).
struct Viewport {
  private(set) var pairs: [(name: String, value: String)] = []

  /// `nil` when it is malformed.
  init?(_ text: String) {
    var rest = Substring(text)[...]
    guard !rest.isEmpty else { return nil }
    repeat {
      rest = rest.drop(while: \.isXMLBlank)
      let name = rest.prefix { $0 != "=" && $0 != "," && $0 != ";" && !$0.isXMLBlank }
      rest = rest.dropFirst(name.count).drop(while: \.isXMLBlank)
      var value = Substring()
      if rest.first == "=" {
        guard !name.isEmpty else { return nil }
        rest = rest.dropFirst().drop(while: \.isXMLBlank)
        value = rest.prefix { $0 != "," && $0 != ";" && !$0.isXMLBlank }
        guard !value.isEmpty, !value.contains("=") else { return nil }
        rest = rest.dropFirst(value.count)
      } else if !rest.isEmpty, rest.first != ",", rest.first != ";" {
        return nil
      }
      let separator = rest.prefix { $0 == "," || $0 == ";" || $0.isXMLBlank }
      rest = rest.dropFirst(separator.count)
      if name.isEmpty, !separator.isEmpty { return nil }
      if rest.isEmpty, separator.contains(where: { $0 == "," || $0 == ";" }) { return nil }
      pairs.append((String(name), String(value)))
    } while !rest.isEmpty
  }

  func values(of name: String) -> [String] {
    pairs.filter { $0.name == name }.map(\.value)
  }

  /// A number, or the size of the device.
  static func isSize(_ value: String, _ name: String) -> Bool {
    if value == "device-" + name { return true }
    let halves = value.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    return halves.allSatisfy { half in
      !half.isEmpty && half.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
  }
}
