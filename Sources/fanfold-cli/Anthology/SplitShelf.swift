import Fanfold

/// The folder of the books that an anthology is split into.
struct SplitShelf {
  private let folder: String
  private let template: NameTemplate
  private let replacing: Conversion.Replacing
  private var names = NameShelf()

  init(folder: String, template: String, replacing: Conversion.Replacing) throws(UsageError) {
    do throws(NameTemplate.Mistake) { self.template = try NameTemplate(template) } catch {
      throw UsageError(error.problem, help: error.help)
    }
    self.folder = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    self.replacing = replacing
  }

  /// Writes a book under its name, or the next one that is free.
  mutating func put(_ book: Conversion) throws(ConversionError) {
    // "tales.epub: story-001"
    let file = book.sources.first?.file.split(separator: " ").last.map(String.init) ?? ""
    let name = names.take(template.path(for: book.story, title: book.title, file: file))
    let path = "\(folder)/\(name)"
    try Environment.makeFolder(String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]))
    try book.write(to: path, replacing: replacing)
  }
}
