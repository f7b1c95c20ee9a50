/// Bytes as text (RFC 4648 §4).
package enum Base64 {
  private static let letters = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  package static func text(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    var place = 0
    while place < bytes.count {
      let count = min(3, bytes.count - place)
      var group = 0
      for index in 0..<3 { group = group << 8 | (index < count ? Int(bytes[place + index]) : 0) }
      for index in 0..<4 {
        text.append(
          index <= count ? letters[group >> (18 - 6 * index) & 63] : UInt8(ascii: "="))
      }
      place += 3
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes; `nil` for anything but whole groups of the alphabet, so that a request cut short is noticed.
  package static func bytes(_ text: String) -> [UInt8]? {
    var values = [UInt8](repeating: 0xFF, count: 256)
    for (value, letter) in letters.enumerated() { values[Int(letter)] = UInt8(value) }
    let text = Array(text.utf8)
    guard text.count.isMultiple(of: 4) else { return nil }
    let padding = text.suffix(2).reversed().prefix { $0 == UInt8(ascii: "=") }.count
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 4 * 3)
    var group = 0
    for (index, letter) in text.dropLast(padding).enumerated() {
      let value = values[Int(letter)]
      guard value < 64 else { return nil }
      group = group << 6 | Int(value)
      switch index % 4 {
      case 1: bytes.append(UInt8(group >> 4 & 255))
      case 2: bytes.append(UInt8(group >> 2 & 255))
      case 3: bytes.append(UInt8(group & 255))
      default: break
      }
    }
    return bytes
  }
}
