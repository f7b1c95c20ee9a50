import FanfoldReading
import FanfoldStory
import Testing

@Suite("The text of a page of no known site")
struct UnknownPageTests {
  private static let text = (0..<4).map { _ in "<p>\(prose(1))</p>" }.joined()
  private static let teasers = (0..<60).map {
    "<div class='card'><a href='/\($0)'>Another story that somebody wrote, number \($0)</a></div>"
  }.joined()

  private func story(_ body: String, head: String = "<title>The Soup Plate</title>") throws -> Story
  {
    let reading = try read(
      "<html><head>\(head)</head><body>\(body)</body></html>", name: "page.html")
    #expect(reading.account.isClosed)
    return reading.story
  }

  @Test(
    "is found among many links, in a form, and in boxes named after what is beside it",
    arguments: [
      "<article>\(text)</article>\(teasers)",
      "\(teasers)<div class='entry-content'>\(text)</div>\(teasers)",
      "<main>\(teasers)<div itemprop='articleBody'>\(text)</div></main>",
      "<form id='aspnetForm'><div>\(text)</div></form>",
      "<div class='advert-content-wrap'><div class='post'>\(text)</div></div>",
      "<div id='cookie-consent'>We use cookies. They are good.</div><div class='share'>\(text)</div>",
    ])
  func found(body: String) throws {
    let body = try story(body).body
    #expect(body.count == 4)
    #expect(body.allSatisfy { $0.hasPrefix("The rain had been falling") })
  }

  @Test("is shown although a style sheet hides it until a script runs")
  func hidden() throws {
    let body = try story(
      "<style>.locked{display:none}</style><p>For members.</p><div class='locked'>\(Self.text)</div>"
    ).body
    #expect(body.count == 4)
  }

  @Test("is not where a style sheet hides a sentence in it")
  func planted() throws {
    let body = try story(
      "<style>.x{display:none}</style><div>\(Self.text)<p class='x'>This was stolen.</p></div>"
    ).body
    #expect(body.count == 4)
  }

  @Test("is found in scripts without full stops")
  func withoutStops() throws {
    let line = String(repeating: "ฝนตกมาตั้งแต่ก่อนรุ่งสาง ", count: 12)
    let body = try story("\(Self.teasers)<div id='story-body'><p>\(line)</p><p>\(line)</p></div>")
      .body
    #expect(body.count == 2)
  }

  @Test("without one the page is a list")
  func list() {
    let teaser =
      "<p>Mara brings a parcel up the stairs, and nobody knows what to do with it ...</p>"
    let page = "<title>Stories</title><main>\(Self.teasers)\(teaser)\(Self.teasers)\(teaser)</main>"
    let error = #expect(throws: ReadError.self) { try read(page, name: "page.html") }
    #expect(error?.problem == "the page is a list of links, not a story")
  }

  @Test(
    "its title is the heading above it that the page is called by, not the first heading in it",
    arguments: [
      ("The Soup Plate - A Kitchen", "", "<h1>The Soup Plate</h1><div>", "</div>"),
      ("The Soup Plate", "", "<main><h1>The Soup Plate</h1><div>", "</div></main>"),
      ("The Soup Plate_A Kitchen", "", "<h1>The Soup Plate</h1><div>", "</div>"),
      (
        "Kitchen", "<meta property='og:title' content='The Soup Plate'>",
        "<h2>The Soup Plate</h2><div>", "</div>"
      ),
      ("A Kitchen", "", "<article><h1>The Soup Plate</h1><div>", "</div></article>"),
    ])
  func headline(name: String, meta: String, above: String, below: String) throws {
    let story = try story(
      "\(above)<h3>Lighting</h3>\(Self.text)\(below)", head: "<title>\(name)</title>\(meta)")
    #expect(story.metadata.title == "The Soup Plate")
    #expect(story.body.first == "Lighting")
  }

  @Test("a word in quotation marks is not all of its title")
  func quotedWord() throws {
    let name = "What \"Plate\" Meant in the Kitchen"
    let title = try story(Self.text, head: "<title>\(name)</title>").metadata.title
    #expect(title == "What “Plate” Meant in the Kitchen" || title == name)
  }

  @Test(
    "its author stands in a piece of a box",
    arguments: [
      "<p class='byline'>By <a>Edgar Hale</a><span>archive page</span></p>",
      "<div class='author'><a>Edgar Hale<span>all stories</span></a></div>",
      "<div class='byline'><div>Edgar Hale</div> <div>Mar 03, 2026</div></div>",
      "<div class='author'>Edgar <b>Hale</b></div>",
      "<div class='author'><span>Contributor</span> <a>Edgar Hale</a> <i>7 minute read</i></div>",
      "<div id='comment-1'><p class='author'>Rowan</p></div><p class='author'>Edgar Hale</p>",
    ])
  func author(box: String) throws {
    #expect(
      try story("\(box)<article>\(Self.text)</article>").metadata.authors.map(\.name)
        == ["Edgar Hale"])
  }

  @Test("declarations of XML in brackets are none of it")
  func declarations() throws {
    let page =
      "<!DOCTYPE html [<!ENTITY y \"lol\">\n<!ENTITY z \"&y;\">]><html><body>\(Self.text)</body></html>"
    #expect(try read(page, name: "page.html").story.body.count == 4)
  }

  @Test(
    "is not what stands beside it, however long that is, and is all of its chapters",
    arguments: [
      ("<aside>\(long)</aside><p>\(short)</p>", 1), ("<p>\(short)</p><footer>\(long)</footer>", 1),
      ("<div id='cookie-box' style='display:none'>\(long)</div><p>\(short)</p>", 1),
      ("<div class='sidebar'>\(long)</div><p>\(short)</p>", 1),
      ((0..<5).map { "<article>\($0 == 0 ? long : "<p>\(short)</p>")</article>" }.joined(), 16),
      (
        "<div class='content'>\(long)</div><div class='rest'><p>\(short)</p><p>\(short)</p></div>",
        14
      ),
    ])
  func beside(body: String, paragraphs: Int) throws {
    #expect(try story("<h1>The Soup Plate</h1>\(body)").body.count == paragraphs)
  }

  private static let short = prose(2).replacing("\n\n", with: " ")
  private static let long = (0..<12).map { _ in "<p>\(prose(1))</p>" }.joined()

  @Test(
    "the names of a chapter and of a site are not its title",
    arguments: [
      "<title>The Soup Plate - Chapter 3</title><meta property='og:title' content='Chapter 3'>",
      "<title>The Soup Plate</title><meta property='og:site_name' content='A Kitchen'>"
        + "<meta property='og:title' content='A Kitchen'>",
    ])
  func names(head: String) throws {
    let body = "<h1>A Kitchen</h1><h1>Chapter 3</h1><div>\(Self.text)</div>"
    #expect(try story(body, head: head).metadata.title == "The Soup Plate")
  }

  @Test("a class that names the author of the whole article names no author")
  func authorsClass() throws {
    let body =
      "<article class='post author-annhale'><h1>Rain</h1><a>Lantern Hill</a>\(Self.text)</article>"
    #expect(try story(body, head: "<title>Rain</title>").metadata.authors.isEmpty)
  }
}
