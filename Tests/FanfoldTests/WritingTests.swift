import Fanfold
import Foundation
import Testing

@Suite("Writing a book")
struct WritingTests {
  @Test("replaces an earlier edition of the same story, and leaves nothing else behind")
  func edition() throws {
    try inFolder { folder in
      let book = folder.appending(path: "book.epub").path
      try story("A", "First.").write(to: book)
      let second = try story("A", "Second.")
      try second.write(to: book)
      #expect(try Array(Data(contentsOf: URL(filePath: book))) == second.epub)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["book.epub"])
    }
  }

  @Test("does not replace another story's book, or any other file, without being told")
  func another() throws {
    try inFolder { folder in
      let book = folder.appending(path: "book.epub").path
      let other = folder.appending(path: "notes.txt").path
      let first = try story("A", "First.")
      try first.write(to: book)
      try Data("precious".utf8).write(to: URL(filePath: other))
      for path in [book, other] {
        #expect { try story("B", "Second.").write(to: path) } throws: { error in
          (error as? ConversionError)?.name == "file-exists"
        }
      }
      #expect(try Array(Data(contentsOf: URL(filePath: book))) == first.epub)
      #expect(try String(contentsOfFile: other, encoding: .utf8) == "precious")
      try story("B", "Second.").write(to: other, replacing: .anything)
      #expect(try Data(contentsOf: URL(filePath: other)).starts(with: Data("PK".utf8)))
    }
  }

  @Test("follows a link and keeps the permissions of what it replaces")
  func link() throws {
    try inFolder { folder in
      let files = FileManager.default
      let book = folder.appending(path: "book.epub").path
      let link = folder.appending(path: "link.epub").path
      try story("A", "First.").write(to: book)
      try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: book)
      try files.createSymbolicLink(atPath: link, withDestinationPath: "book.epub")
      let second = try story("A", "Second.")
      try second.write(to: link)
      #expect(try files.destinationOfSymbolicLink(atPath: link) == "book.epub")
      #expect(try Array(Data(contentsOf: URL(filePath: book))) == second.epub)
      let mode = try files.attributesOfItem(atPath: book)[.posixPermissions] as? Int
      #expect(mode == 0o600)
    }
  }

  private func story(_ title: String, _ words: String) throws -> Conversion {
    let text = "Title: \(title)\nAuthor: B. Writer\n\n\(words) It rained, and nobody came.\n"
    return try Converter().convert([InputFile(name: "story.txt", bytes: Array(text.utf8))])
  }

  private func inFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "fanfold-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }
}
