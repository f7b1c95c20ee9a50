/// The program's two ways of talking.
package enum StandardStream: Sendable {
  /// Results.
  case output
  /// Talk.
  case error

  package var isTerminal: Bool {
    switch self {
    case .output: OpenFile.standardOutput().isTerminal
    case .error: OpenFile.standardError().isTerminal
    }
  }

  /// Writes all of the bytes.
  package func write(_ bytes: [UInt8]) throws(ConversionError) {
    do {
      switch self {
      case .output: try OpenFile.standardOutput().write(bytes)
      case .error: try OpenFile.standardError().write(bytes)
      }
    } catch {
      throw ConversionError(
        .system, "cannot-write", file: self == .output ? "standard output" : "standard error",
        problem: "cannot write: \(error)", help: "write to a file instead: -o BOOK.epub")
    }
  }
}
