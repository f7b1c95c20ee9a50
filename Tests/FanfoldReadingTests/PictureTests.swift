import FanfoldReading
import FanfoldStory
import Testing

@Suite("The pictures of a page")
struct PictureTests {
  private static let png = decoded(Pictures.encoded)
  private static let files: [String: [UInt8]] = [
    "page_files/a b.png": png, "page_files/same.png": png, "page_files/d.svg": Pictures.svg,
    "page_files/é.png": png, "x.bmp": Array("BM000000000000".utf8),
    "script.svg": Array("<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>".utf8),
    "remote.svg": Array(
      """
      <svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>
      <use xlink:href='http://a.example/#a'/></svg>
      """.utf8),
    "style.svg": Array(
      "<svg xmlns='http://www.w3.org/2000/svg'><rect style='fill:url(x.svg#a)'/></svg>".utf8),
    "broken.png": Array(png.prefix(30)), "text.png": Array("not found".utf8),
    "large.png": png + Array(repeating: 0, count: 9 << 20),
    "wide.png": wide, "pixel.png": pixel,
  ]

  private func read(_ body: String, name: String = "page.html") throws -> Reading {
    let text =
      name.hasSuffix(".md")
      ? "\(prose(2))\n\n\(body)\n\n\(prose(2))\n"
      : "<html><body><div><p>\(prose(2))</p>\(body)<p>\(prose(2))</p></div></body></html>"
    let files = Self.files
    let reading = try reader.read(
      StoryFile(name: name, bytes: Array(text.utf8)) { path in
        #expect(!path.split(separator: "/").contains(".."))
        return files[path]
      })
    #expect(reading.account.isClosed, "\(reading.account.missing) bytes missing")
    return reading
  }

  private func blocks(_ body: String, name: String = "page.html") throws -> [String] {
    try read(body, name: name).story.chapters.flatMap(\.outline).filter {
      !$0.hasPrefix("The rain")
    }
  }

  @Test(
    "a picture on a line of its own is a figure, wherever it comes from",
    arguments: [
      ("<p><img src='page_files/a%20b.png' alt=' A\n map '></p>", "fig: [A map]"),
      ("<img src='.\\page_files\\a b.png'>", "fig: []"),
      ("<img src='page_files/%C3%A9.png?x=1' alt='é'>", "fig: [é]"),
      ("<img src='\(Pictures.address)' alt='*m*'>", "fig: [*m*]"),
      ("<img src='data:image/svg+xml,<svg xmlns=%22http://www.w3.org/2000/svg%22/>'>", "fig: []"),
      (
        "<figure><img src='page_files/d.svg' alt='d'><figcaption>So <i>far</i></figcaption></figure>",
        "fig: [d] So <i>far</i>"
      ),
      (
        "<div class='wp-caption'><img src='page_files/d.svg'><p class='wp-caption-text'>c</p></div>",
        "fig: [] c"
      ),
      ("<p>Look: <img src='page_files/d.svg' alt='d'> here.</p>", "Look: [d] here."),
      (
        "<p><a href='http://a.example/'><img src='page_files/d.svg' alt='d'></a></p>",
        "fig: <a http://a.example/>[d]</a>"
      ),
      (
        "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=' data-src='page_files/d.svg' alt='late'>",
        "fig: [late]"
      ),
    ])
  func found(source: String, expected: String) throws {
    #expect(try blocks(source) == [expected])
  }

  @Test("the same picture is kept once, under a name that its bytes give it")
  func once() throws {
    let story = try read(
      "<img src='page_files/a b.png'><p>x</p><img src='page_files/same.png'><img src='page_files/d.svg'>"
    ).story
    #expect(story.images.map(\.mediaType) == ["image/png", "image/svg+xml"])
    #expect(story.images.map(\.width) == [4, 40])
    #expect(
      story.images[0] == StoryImage(bytes: Self.png, mediaType: "image/png", width: 4, height: 4))
  }

  @Test(
    "a picture that is not there leaves its words and a remark",
    arguments: [
      ("gone.png", "gone.png was left out: there is no such file"),
      ("x.bmp", "x.bmp was left out: books cannot hold pictures of the kind BMP"),
      ("script.svg", "script.svg was left out: it has more in it than shapes and text"),
      ("remote.svg", "remote.svg was left out: it may run or fetch something"),
      ("style.svg", "style.svg was left out: it may run or fetch something"),
      ("broken.png", "broken.png was left out: it is damaged"),
      ("text.png", "text.png was left out: it is not a picture"),
      ("large.png", "large.png was left out: it is larger than 8 MB"),
      ("wide.png", "wide.png was left out: it has more than 40 million pixels"),
    ])
  func leftOut(file: String, remark: String) throws {
    let reading = try read("<p><img src='\(file)' alt='a map'></p>")
    #expect(reading.remarks == ["the picture \(remark)"])
    #expect(reading.story.chapters.flatMap(\.outline)[1] == "a map")
    #expect(reading.story.images.isEmpty)
  }

  @Test(
    "a picture elsewhere is its words, and a link where it has an address",
    arguments: [
      (
        "<p>A <img src='http://a.example/m.png' alt='map'></p>",
        "A <a http://a.example/m.png>map</a>"
      ),
      ("<p>A <img src='//a.example/m.png' alt='map'></p>", "A <a https://a.example/m.png>map</a>"),
      ("<p>A <img src='../secret.png' alt='map'></p>", "A map"),
      ("<p>A <img src='file:///etc/passwd' alt='map'></p>", "A map"),
      ("<p>A <img src='C:\\map.png' alt='map'></p>", "A map"),
      ("<p>So <img class='wp-smiley' src='http://a.example/s.gif' alt=':)'></p>", "So :)"),
    ])
  func elsewhere(source: String, expected: String) throws {
    #expect(try blocks(source) == [expected])
  }

  @Test(
    "what pages are made of is furniture",
    arguments: [
      "<img src='pixel.png' alt='count'>", "<img width=1 src='http://a.example/' alt='count'>",
      "<img class='user avatar' src='page_files/d.svg' alt='count'>",
      "<img src='/icons/mail.gif' alt='count'>",
    ])
  func furniture(source: String) throws {
    let reading = try read("<p>\(source)</p>")
    #expect(reading.story.chapters.flatMap(\.blocks).count == 2)
    #expect(
      reading.story.ledger.entries.contains { $0.rule == "picture-furniture" && $0.text == "count" }
    )
    #expect(reading.story.images.isEmpty)
  }

  @Test("pictures in Markdown")
  func markdown() throws {
    #expect(
      try blocks(
        "![A *map*](page_files/a%20b.png)\n\nSee ![it](gone.png) and ![b](http://a.example/)",
        name: "a.md")
        == ["fig: [A map]", "See it and <a http://a.example/>b</a>"])
  }

  @Test("pictures over the first heading go below it")
  func frontispiece() throws {
    let page = """
      <html><body><div><img src='page_files/d.svg' alt='cover'><h2>Chapter 1</h2><p>\(prose(2))</p>
      <h2>Chapter 2</h2><p>\(prose(2))</p></div></body></html>
      """
    let files = Self.files
    let story = try reader.read(
      StoryFile(name: "a.html", bytes: Array(page.utf8)) { files[$0] }
    ).story
    #expect(story.headings == ["Chapter 1", "Chapter 2"])
    #expect(story.chapters[0].outline.first == "fig: [cover]")
  }

  /// A header that promises 10,000 by 10,000 pixels.
  private static let wide: [UInt8] = {
    var bytes = png
    bytes.replaceSubrange(16..<24, with: [0, 0, 0x27, 0x10, 0, 0, 0x27, 0x10])
    return bytes
  }()

  private static let pixel: [UInt8] = {
    var bytes = png
    bytes.replaceSubrange(16..<24, with: [0, 0, 0, 1, 0, 0, 0, 1])
    return bytes
  }()

  /// Base 64, the plain way.
  private static func decoded(_ text: String) -> [UInt8] {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    let bits = text.filter { $0 != "=" }.flatMap { letter in
      let value = letters.firstIndex(of: letter) ?? 0
      return (0..<6).map { value >> (5 - $0) & 1 }
    }
    return stride(from: 0, to: bits.count - 7, by: 8).map { start in
      bits[start..<start + 8].reduce(0) { $0 << 1 | UInt8($1) }
    }
  }
}
