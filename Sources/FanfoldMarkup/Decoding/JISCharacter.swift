/// A character by its place in the tables of JIS X 0213, as Japanese texts name those that their encoding lacks.
package enum JISCharacter {
  /// The character in UTF-8; `nil` when there is none, or the C library has no such table.
  ///
  /// - Parameters:
  ///   - plane: 1 or 2.
  ///   - row: From 1 to 94.
  ///   - cell: From 1 to 94.
  package static func utf8(plane: Int, row: Int, cell: Int) -> [UInt8]? {
    guard (1...2).contains(plane), (1...94).contains(row), (1...94).contains(cell),
      let converter = IconvConverter(encoding)
    else { return nil }
    let place = [UInt8(0xA0 + row), UInt8(0xA0 + cell)]
    let text = converter.convert(plane == 1 ? place : [0x8F] + place)
    return text.replaced == 0 && !text.bytes.isEmpty ? text.bytes : nil
  }

  private static let encoding = TextEncoding(
    "EUC-JIS-2004", .multiByte, "EUC-JISX0213 EUC-JIS-2004")
}
