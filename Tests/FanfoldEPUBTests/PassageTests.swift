import FanfoldArchive
import FanfoldEPUB
import FanfoldReading
import FanfoldStory
import Testing

@Suite("Passages")
struct PassageTests {
  private static func paragraphs(_ lines: String...) -> [Block] {
    lines.map { Block(.paragraph([.text($0)])) }
  }

  private func page(_ blocks: [Block], hasInitials: Bool = false) throws -> String {
    var options = Samples.options
    options.typography = .none
    options.hasInitials = hasInitials
    let story = Story(
      metadata: StoryMetadata(), chapters: [Chapter(title: "One", blocks: blocks)])
    let book = Book(binding: story, options: options)
    let read = try StoryReader().read(
      StoryFile(name: "book.epub", bytes: EPUBPackager.pack(book)))
    #expect(read.story.chapters[0].blocks == blocks)
    #expect(read.account.isClosed)
    let file = EPUBPackager.files(of: book).first { $0.path.hasSuffix("chapter-001.xhtml") }
    let text = String(decoding: try #require(file).bytes, as: UTF8.self)
    let body = text.components(between: "</header>\n", and: "</section>")
    return body.replacing("  ", with: "")
  }

  private static let dialogues: [[Block]] = [
    paragraphs("Ron: Never.", "Harry: Never?", "Ron: Hardly ever."),
    paragraphs("[12:34] fay: hi", "[12:34] bo: hi", "[12:35] cy: hello all"),
    paragraphs("<fay> hi", "<bo> hi", "<cy> hello all"),
    [
      Block(.lines([[.text("fay: hi")], [.text("bo: hi")], [.text("fay: you there?")]]))
    ],
    ["Ron:", "Harry:", "Ron:"].map {
      Block(.paragraph([.strong([.text($0)]), .text(" Never.")]))
    },
    paragraphs("Гарри: Нет.", "Рон: Да.", "Гарри: Нет."),
  ]

  @Test("are dialogue where the same speakers stand before each line", arguments: dialogues)
  func dialogue(blocks: [Block]) throws {
    #expect(try page(blocks).hasPrefix("<div class=\"dialogue\">\n<p"))
  }

  @Test("show who speaks")
  func speaker() throws {
    let blocks = Self.paragraphs("Said one.", "Ron: No.", "Harry: Yes.", "Ron: No.", "He left.")
    #expect(
      try page(blocks) == """
        <p>Said one.</p>
        <div class="dialogue">
        <p><span class="speaker">Ron:</span> No.</p>
        <p><span class="speaker">Harry:</span> Yes.</p>
        <p><span class="speaker">Ron:</span> No.</p>
        </div>
        <p>He left.</p>

        """)
  }

  private static let letters: [[Block]] = [
    paragraphs("Dear Marit,", "Come on Sunday.", "Yours,", "S. Aune"),
    paragraphs("Dear Marit,", "Come on Sunday.", "Yours, S. Aune"),
    paragraphs("My dearest Ginny –", "I am well.", "– H."),
    paragraphs("Sehr geehrte Frau Aune,", "kommen Sie.", "Mit freundlichen Grüßen", "Vik"),
    paragraphs("Дорогая Марит!", "Приезжай.", "Твой Юнас"),
    paragraphs("Dear Sir,", "No.") + [Block(.paragraph([.text("A. Clerk")]), alignment: .end)],
    paragraphs("Dear Sir,", "No.") + [Block(.lines([[.text("Love,")], [.text("Fay")]]))],
  ]

  @Test("are letters from salutation to signature", arguments: letters)
  func letter(blocks: [Block]) throws {
    let page = try page(blocks + Self.paragraphs("She read it twice."))
    #expect(page.hasPrefix("<div class=\"letter\">\n<p"))
    #expect(page.hasSuffix("</div>\n<p>She read it twice.</p>\n"))
  }

  @Test("are known within quotations")
  func quotations() throws {
    let letter = Block(.quotation(Self.paragraphs("Dear Marit,", "Come on Sunday.")))
    #expect(try page([letter]).hasPrefix("<blockquote class=\"letter\">"))
    let clipping = Block(
      .quotation(Self.paragraphs("DRAWER OPENED", String(repeating: "It was empty. ", count: 9))))
    #expect(try page([clipping]).hasPrefix("<blockquote class=\"clipping\">"))
    let telegram = Block(.quotation(Self.paragraphs("Arrived STOP send money STOP")))
    #expect(try page([telegram]).hasPrefix("<blockquote class=\"telegram\">"))
  }

  @Test("are telegrams by their stops")
  func telegram() throws {
    #expect(
      try page(Self.paragraphs("ARRIVED STOP SEND MONEY STOP"))
        == "<p class=\"telegram\">ARRIVED STOP SEND MONEY STOP</p>\n")
  }

  private static let prose: [[Block]] = [
    paragraphs("Name: Ron", "Age: 17", "House: Gryffindor", "Wand: willow"),
    paragraphs("\"Ron: no,\" he said.", "Then: nothing.", "After that: less."),
    paragraphs("Dear God, she thought.", "Nobody came.", "She went."),
    paragraphs("Dear Marit,", "Come on Sunday."),
    paragraphs("STOP! he cried. STOP", "Ron: No.", "Harry: Yes."),
    paragraphs("Love, she thought,", "was not enough."),
    [Block(.quotation(paragraphs("He said no.", "She said yes.")))],
  ]

  @Test("are none in prose, lists of facts and quotations", arguments: prose)
  func none(blocks: [Block]) throws {
    let page = try page(blocks)
    for word in ["<div", "class=\"letter", "class=\"clipping"] { #expect(!page.contains(word)) }
  }

  @Test("begin with a large letter when books are asked for it, if it is one and the text is long")
  func initial() throws {
    let long = String(repeating: "There were a hundred and nine steps. ", count: 6) + "End."
    #expect(try page(Self.paragraphs(long)).hasPrefix("<p>There"))
    #expect(try page(Self.paragraphs(long), hasInitials: true).hasPrefix("<p class=\"initial\">"))
    #expect(try page(Self.paragraphs("Short."), hasInitials: true).hasPrefix("<p>Short"))
    #expect(try page(Self.paragraphs("灯" + long), hasInitials: true).hasPrefix("<p>灯"))
  }
}

extension String {
  fileprivate func components(between start: String, and end: String) -> String {
    guard let from = firstRange(of: start)?.upperBound,
      let to = self[from...].ranges(of: end).last?.lowerBound
    else { return self }
    return String(self[from..<to])
  }
}
