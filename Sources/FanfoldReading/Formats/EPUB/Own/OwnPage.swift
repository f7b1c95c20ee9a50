internal import FanfoldMarkup
internal import FanfoldPublication
internal import FanfoldStory

/// A document of an own book.
struct OwnPage {
  private let document: BookDocument
  private var tree: MarkupTree { document.tree }
  private(set) var images: OwnImages
  /// Everything a reader sees on the page.
  private(set) var tally = CharacterTally()
  /// What of it is not the story's text.
  private(set) var leftovers: [Ledger.Entry] = []

  init(_ document: BookDocument, images: OwnImages) {
    self.document = document
    self.images = images
  }

  /// Adds what the page holds to the story.
  /// - Parameter chapters: Which chapter each file holds, so that notes that stand apart find theirs.
  mutating func read(into story: inout Story, chapters: inout [String: Int]) {
    if let section = tree.first("section.chapter") ?? tree.first("section.part") {
      readChapter(section, into: &story)
      chapters[document.path] = story.chapters.count - 1
    } else if let section = tree.first("section.endnotes") {
      readEndnotes(section, of: chapters, into: &story)
    } else if let section = tree.first("section.notes") {
      readNotes(section, into: &story)
    } else {
      readFacts(into: &story)
    }
    if let title = tree.first("head title") { leave(tree.text(of: title)) }
  }

  /// Text that the binder wrote, or that is in the metadata too.
  private mutating func leave(_ text: String, _ fate: Ledger.Entry.Fate = .markup) {
    guard text.contains(where: { !$0.isWhitespace }) else { return }
    tally.add(text)
    leftovers.append(
      Ledger.Entry(
        fate, rule: "own-book", reason: "what the book says besides the story", text: text,
        lines: nil))
  }

  // MARK: chapters

  private mutating func readChapter(_ section: MarkupTree.Node, into story: inout Story) {
    let isContinued = tree.first("header", in: section) == nil
    var chapter = Chapter(kind: kind(of: section), blocks: [])
    if isContinued, let last = story.chapters.popLast() { chapter = last }
    for node in tree.children(of: section) where tree.kind(of: node) == .element {
      switch tree.name(of: node) {
      case "header": readHeading(node, of: &chapter)
      case "aside":
        let note = note(node)
        if note.isContinued, append(note.note.blocks, to: &chapter) { continue }
        guard note.note.saysAnything else { continue }
        let isPopup = tree.attribute("epub:type", of: node) == "footnote"
        if isPopup ? isBefore(node) : chapter.blocks.isEmpty {
          chapter.notesBefore.append(note.note)
        } else {
          chapter.notesAfter.append(note.note)
        }
      case "p" where tree.classes(of: node).contains("note-link"): leave(tree.text(of: node))
      default: add(node, to: &chapter.blocks)
      }
    }
    story.chapters.append(chapter)
  }

  /// Adds to the note that the file before broke off.
  private func append(_ blocks: [Block], to chapter: inout Chapter) -> Bool {
    if let last = chapter.notesAfter.indices.last {
      chapter.notesAfter[last].blocks += blocks
    } else if let last = chapter.notesBefore.indices.last, chapter.blocks.isEmpty {
      chapter.notesBefore[last].blocks += blocks
    } else {
      return false
    }
    return true
  }

  private func kind(of section: MarkupTree.Node) -> Chapter.Kind {
    if tree.classes(of: section).contains("interlude") { return .interlude }
    return Chapter.Kind(rawValue: tree.attribute("epub:type", of: section) ?? "") ?? .chapter
  }

  private mutating func readHeading(_ header: MarkupTree.Node, of chapter: inout Chapter) {
    guard let heading = tree.first("h1", in: header) else { return }
    if tree.classes(of: heading).contains("generated") { return leave(tree.text(of: heading)) }
    for span in tree.children(of: heading) where tree.isElement(span, "span") {
      let classes = tree.classes(of: span)
      if classes.contains("title") {
        chapter.title = taken(span)
      } else if classes.contains("label") || classes.contains("numbering") {
        var text = ""
        for part in tree.children(of: span) {
          if tree.classes(of: part).contains("colon") {
            leave(tree.text(of: part))
          } else {
            text += taken(part)
          }
        }
        chapter.label = text
      }
    }
  }

  /// The text of a node, which is the story's.
  private mutating func taken(_ node: MarkupTree.Node) -> String {
    let text = tree.text(of: node)
    tally.add(text)
    return text
  }

  // MARK: notes

  private mutating func readNotes(_ section: MarkupTree.Node, into story: inout Story) {
    let isBefore = (tree.attribute("id", of: section) ?? "").hasPrefix("notes-before")
    var notes = isBefore ? story.notesBefore : story.notesAfter
    // The name of a page that goes on from another ends in its number.
    let isContinued = document.path.split(separator: "-").last?.first?.isNumber ?? false
    for node in tree.children(of: section) where tree.kind(of: node) == .element {
      guard tree.classes(of: node).contains("note") else {
        leave(tree.text(of: node))
        continue
      }
      let read = note(node)
      if read.isContinued, isContinued, let last = notes.indices.last {
        notes[last].blocks += read.note.blocks
      } else if read.note.saysAnything {
        notes.append(read.note)
      }
    }
    if isBefore { story.notesBefore = notes } else { story.notesAfter = notes }
  }

  /// Whether a note that stands apart belongs before its chapter's text.
  private func isBefore(_ note: MarkupTree.Node) -> Bool {
    tree.classes(of: note).contains("before")
  }

  /// Notes on chapters, each of which links back to its own.
  private mutating func readEndnotes(
    _ section: MarkupTree.Node, of chapters: [String: Int], into story: inout Story
  ) {
    for node in tree.children(of: section) where tree.kind(of: node) == .element {
      guard tree.classes(of: node).contains("note"),
        let link = tree.all("p.note-back a", in: node).last,
        let path = ContainerPath.resolve(
          tree.attribute("href", of: link) ?? "", from: document.path),
        let chapter = chapters[path]
      else {
        leave(tree.text(of: node))
        continue
      }
      let read = note(node)
      let list: WritableKeyPath<Chapter, [Note]> =
        isBefore(node) ? \.notesBefore : \.notesAfter
      if read.isContinued, let last = story.chapters[chapter][keyPath: list].indices.last {
        story.chapters[chapter][keyPath: list][last].blocks += read.note.blocks
      } else if read.note.saysAnything {
        story.chapters[chapter][keyPath: list].append(read.note)
      }
    }
  }

  private mutating func note(_ node: MarkupTree.Node) -> (note: Note, isContinued: Bool) {
    let name = tree.classes(of: node).first { $0 != "note" && $0 != "before" } ?? ""
    let kind = name == "authors-note" ? Note.Kind.authorsNote : Note.Kind(rawValue: name) ?? .other
    var note = Note(kind: kind, blocks: [])
    let head =
      tree.attribute("aria-label", of: node) == nil
      ? tree.attribute("aria-labelledby", of: node)
      : tree.children(of: node).first { tree.kind(of: $0) == .element }
        .flatMap { tree.attribute("id", of: $0) }
    for child in tree.children(of: node) where tree.kind(of: child) == .element {
      if let head, tree.attribute("id", of: child) == head {
        if tree.classes(of: child).contains("generated") {
          leave(tree.text(of: child))
        } else {
          note.label = taken(child)
        }
      } else if tree.classes(of: child).contains("note-back") {
        leave(tree.text(of: child))
      } else {
        add(child, to: &note.blocks)
      }
    }
    return (note, head == nil)
  }

  // MARK: facts

  /// The pages of facts say again what the package document says, but for the summary's marks.
  private mutating func readFacts(into story: inout Story) {
    for summary in tree.all("dd.summary") {
      let lines = tree.children(of: summary).filter { tree.isElement($0, "p") }
      var reader = OwnText(tree, path: document.path, images: images)
      story.metadata.summary = lines.map { reader.inlines(of: $0) }
    }
    if let body = document.body { leave(tree.text(of: body), .metadata) }
  }

  private mutating func add(_ node: MarkupTree.Node, to blocks: inout [Block]) {
    var reader = OwnText(tree, path: document.path, images: images)
    reader.read(node, into: &blocks)
    images = reader.images
    tally.add(reader.tally)
    for text in reader.leftovers { leave(text) }
  }
}

extension Note {
  /// Whether there is more than the words that the binder wrote over it.
  fileprivate var saysAnything: Bool { label != nil || !blocks.isEmpty }
}
