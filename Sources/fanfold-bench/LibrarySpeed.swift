import Fanfold
import FanfoldArchive
import FanfoldCover

/// What the books of a library would cost in any case, and their covers.
enum LibrarySpeed {
  /// The line for books: how many, and the milliseconds in which bare libdeflate makes of their members what they hold.
  static func deflating(_ paths: [String]) throws -> String {
    var time = 0.0
    for path in paths {
      let reader = try ContainerReader(try InputFile(path: path).bytes)
      let members = try reader.entries.filter { $0.method == .deflated }.map(reader.bytes(of:))
      time += ProcessorTime.measure { for member in members { BareDeflate.deflate(member) } }
    }
    return "books \(paths.count) deflate \(time)"
  }

  /// The line for covers: the milliseconds of the first, and of each of many.
  static func covers(_ count: Int) throws -> String {
    func draw(_ number: Int) throws {
      let title = ["Rain", "The Lantern at the End", "A Longer Title for a Much Longer Story"]
      let text = CoverText(
        title: title[number % 3] + " \(number)", byline: "Writer \(number)", fandom: "Weather",
        series: number.isMultiple(of: 2) ? "Seasons, \(number)" : nil)
      let layouts = CoverLayout.allCases
      _ = try CoverArtist().draw(
        text, layout: layouts[number % layouts.count], seed: "\(number)".utf8)
    }
    let first = try ProcessorTime.measure { try draw(0) }
    let all = try ProcessorTime.measure { for number in 1...count { try draw(number) } }
    return "covers \(count) each \(all / Double(count)) first \(first)"
  }
}
