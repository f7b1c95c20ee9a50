import Fanfold
import FanfoldReading

// fanfold-bench COUNT STORY MEMBER…: how much processor time a conversion takes, and how much of that would be
// needed in any case to deflate the same files.
// fanfold-bench books BOOK…, fanfold-bench covers COUNT: what deflating or drawing them takes.
// fanfold-bench check BOOK…: what judging books takes, and what unpacking and parsing them does.
// fanfold-bench text FILE, fanfold-bench page FILE: how fast a text or a web page is read.
let arguments = Array(CommandLine.arguments.dropFirst())
if arguments.count == 2, arguments[0] == "text" || arguments[0] == "page" {
  let file = StoryFile(name: arguments[1], bytes: try InputFile(path: arguments[1]).bytes)
  print(try arguments[0] == "text" ? ReadingSpeed.text(file) : ReadingSpeed.page(file))
} else if arguments.count > 1, arguments[0] == "books" {
  print(try LibrarySpeed.deflating(Array(arguments.dropFirst())))
} else if arguments.count == 2, arguments[0] == "covers", let count = Int(arguments[1]), count > 0 {
  print(try LibrarySpeed.covers(count))
} else if arguments.count > 1, arguments[0] == "check" {
  print(
    try CheckingSpeed.line(try arguments.dropFirst().map { ($0, try InputFile(path: $0).bytes) }))
} else {
  guard arguments.count > 2, let count = Int(arguments[0]), count > 0 else {
    print(
      "usage: fanfold-bench COUNT STORY MEMBER… | books BOOK… | check BOOK… | covers COUNT"
        + " | text FILE | page FILE"
    )
    throw UsageError()
  }
  let story = try InputFile(path: arguments[1])
  let members = try arguments.dropFirst(2).map { try InputFile(path: $0).bytes }

  let converter = Converter()
  let converting = try ProcessorTime.measure {
    for _ in 0..<count { _ = try converter.convert([story]) }
  }
  let deflating = ProcessorTime.measure {
    for _ in 0..<count { for member in members { BareDeflate.deflate(member) } }
  }
  print("convert \(converting / Double(count)) deflate \(deflating / Double(count))")
}

struct UsageError: Error {}
