#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#endif

/// How much room the user's terminal has.
package enum TerminalSize {
  /// The columns: what `COLUMNS` says, else what standard output's terminal does, else 80.
  package static var columns: Int {
    if let text = Environment.value(of: "COLUMNS"), let columns = Int(text), columns > 0 {
      return columns
    }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}
