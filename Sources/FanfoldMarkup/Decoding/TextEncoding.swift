/// An encoding as its readers need it: what it is called, and which converters of the C library
/// read it.
struct TextEncoding: Sendable, Hashable {
  /// How the encoding puts characters into bytes.
  enum Form: Sendable {
    case utf8, singleByte, multiByte, utf16, utf32, stateful
  }

  /// The name IANA has for it.
  let name: String
  let form: Form
  /// Names for iconv, the best first: the C libraries of Linux and of the Mac differ.
  let converters: [String]
  /// Other names in use, lower case.
  let labels: [String]

  init(_ name: String, _ form: Form, _ converters: String, labels: String = "") {
    self.name = name
    self.form = form
    self.converters = converters.split(separator: " ").map { String($0) }
    self.labels = labels.split(separator: " ").map { String($0) }
  }

  /// Finds an encoding by its label as the Encoding standard does (§4.2: ASCII case and outer
  /// blanks do not count), and by the names IANA and the C library have.
  static func named(_ label: String) -> TextEncoding? {
    var bytes = label.utf8.drop { $0 <= 0x20 }
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    let wanted = String(Substring(bytes)).lowercased()
    return all.first { $0.name.lowercased() == wanted || $0.labels.contains(wanted) }
  }
}
