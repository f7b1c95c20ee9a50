internal import FanfoldArchive
internal import FanfoldEPUB

extension Converter {
  func bookOptions(_ inputs: [InputFile], fallbackTitle: String) -> BookOptions {
    let newest = inputs.compactMap(\.modified).max() ?? ConversionOptions.undated
    return BookOptions(
      modified: max(options.modified ?? newest, ConversionOptions.undated),
      generator: Release.generator,
      sources: inputs.map { SourceFile(name: $0.baseName, bytes: $0.bytes) },
      fallbackTitle: fallbackTitle, typography: options.typography,
      theme: options.theme)
  }

  func pack(_ book: Book, of file: String) throws(ConversionError) -> [UInt8] {
    do {
      return try EPUBPackager.pack(book)
    } catch {
      throw ConversionError(
        .system, "cannot-pack", file: file, problem: error.description,
        help: "free some memory and try again")
    }
  }
}
