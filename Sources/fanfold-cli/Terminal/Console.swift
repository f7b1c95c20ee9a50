import ArgumentParser
import Fanfold

/// Talk with the person at the terminal, on standard error.
///
/// Messages have the shape that compilers use, `file:line: error[name]: problem`, with one indented line on
/// what to do, so that editors find the place.
struct Console {
  private let isColoured: Bool

  init() { isColoured = Self.isColoured(.error) }

  /// Colours are for terminals, and for people who want them (https://no-color.org).
  static func isColoured(_ stream: StandardStream) -> Bool {
    stream.isTerminal && (Environment.value(of: "NO_COLOR") ?? "").isEmpty
      && Environment.value(of: "TERM") != "dumb"
  }

  func say(_ line: String) {
    write(TerminalText.safe(line))
  }

  func error(_ error: ConversionError) {
    let place = error.line.map { "\(error.file):\($0)" } ?? error.file
    message(place, mark("error[\(error.name)]", .red), error.problem, help: error.help)
  }

  func warning(_ remark: Conversion.Remark) {
    message(remark.file, mark("warning", .yellow), remark.text)
  }

  func usage(_ problem: String, help: String) {
    message("fanfold", mark("error[usage]", .red), problem, help: help)
  }

  /// Tells what went wrong, and gives what the program ends with for it.
  func exitCode(for error: any Error) -> any Error {
    switch error {
    case let error as ConversionError:
      self.error(error)
      return error.cause == .input ? ExitCode.input : ExitCode.system
    case let error as UsageError:
      usage(error.problem, help: error.help)
      return ExitCode.usage
    default: return error
    }
  }

  private func message(_ place: String, _ mark: String, _ problem: String, help: String? = nil) {
    write("\(TerminalText.safe(place)): \(mark): \(TerminalText.safe(problem))")
    if let help { write("  " + TerminalText.safe(help)) }
  }

  /// The codes of ECMA-48 §8.3.117.
  private enum Colour: String {
    case red = "31"
    case yellow = "33"
  }

  private func mark(_ text: String, _ colour: Colour) -> String {
    isColoured ? "\u{1B}[1;\(colour.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// Nobody is left to be told when standard error is closed.
  private func write(_ line: String) {
    try? StandardStream.error.write(Array((line + "\n").utf8))
  }
}
