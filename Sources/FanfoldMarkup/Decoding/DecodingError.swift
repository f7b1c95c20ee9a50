/// Why bytes could not be read as text.
public enum DecodingError: Error, Sendable, Hashable {
  /// No encoding is known under that label.
  case unknownEncoding(String)
  /// The file is no text: what it looks like ("a ZIP archive"), and the offset of the byte that
  /// says so.
  case binary(kind: String, offset: Int)
}
