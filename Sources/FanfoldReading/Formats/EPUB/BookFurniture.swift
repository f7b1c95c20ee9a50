internal import FanfoldMarkup
internal import FanfoldPublication
internal import FanfoldStory

/// What of a book is neither its story nor about it: scripts, fonts, sounds and films. None of them comes along, and
/// the ledger says so.
struct BookFurniture {
  private let publication: Publication
  private let documents: [BookDocument]

  init(_ publication: Publication, _ documents: [BookDocument]) {
    self.publication = publication
    self.documents = documents
  }

  /// Enters each file, and each document with scripts of its own.
  func enter(into builder: inout ManuscriptBuilder) {
    for item in publication.package.manifest {
      guard let reason = reason(item) else { continue }
      leaveOut(item.path, reason, from: &builder)
    }
    for document in documents where document.hasScript {
      leaveOut(document.path, "the scripts of a page; nothing runs", from: &builder)
    }
  }

  /// The file is entered by its path, which is counted as if it were text.
  private func leaveOut(
    _ path: String, _ reason: String, from builder: inout ManuscriptBuilder
  ) {
    builder.count(path.utf8Span.span)
    builder.take(path, .removed, rule: "book-furniture", reason: reason)
  }

  private func reason(_ item: PackageDocument.Item) -> String? {
    let type = item.mediaType
    if type.contains("javascript") || type.contains("ecmascript") {
      return "a script; nothing runs"
    }
    if type.hasPrefix("font/") || type.contains("opentype") || type.contains("font-") {
      return publication.encryption.algorithms[item.path] == nil
        ? "a font; the reader chooses" : "a font, obfuscated for that book alone"
    }
    if type.hasPrefix("audio/") { return "a sound" }
    return type.hasPrefix("video/") ? "a film" : nil
  }
}

extension BookDocument {
  /// Whether there are scripts in the document itself.
  fileprivate var hasScript: Bool {
    tree.descendants(of: tree.root).contains { node in
      tree.isElement(node, "script") && tree.attribute("src", of: node) == nil
    }
  }
}
