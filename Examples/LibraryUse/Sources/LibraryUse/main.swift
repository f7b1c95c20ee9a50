import Fanfold

// The files named on the command line are the parts of one story.
let files = try CommandLine.arguments.dropFirst().map { try InputFile(path: $0) }

var overrides = MetadataOverrides()
try overrides.set("series", to: "The Lamplighters #2")

let conversion = try Converter(ConversionOptions(overrides: overrides)).convert(files)
try conversion.write(to: "story.epub")

for chapter in conversion.story.chapters {
  print(chapter.heading ?? "untitled", chapter.wordCount)
}
for removal in conversion.removed {
  print("left out:", removal.entry.text, "-", removal.entry.reason)
}
