import FanfoldReading
import FanfoldStory
import Testing

@Suite("Who wrote a page of no known site")
struct PageAuthorTests {
  private static let text = (0..<8).map { _ in "<p>\(prose(1))</p>" }.joined()

  @Test(
    "is told by what pages in general have",
    arguments: [
      ("<div class='post'><a class='username'>Edgar Hale</a><div>\(text)</div></div>", ""),
      ("<div><span>Posted by</span> <b>Edgar Hale</b></div><article>\(text)</article>", ""),
      ("<article>\(text)</article><p class='post-author'>Posted by Edgar Hale at 10:11</p>", ""),
      ("<p><small>March 3rd, 2007 by Edgar Hale</small></p><div>\(text)</div>", ""),
      ("<div><a href='/users/77'>Edgar Hale</a></div><div>\(text)</div>", ""),
      ("<div>\(text)</div>", "<meta name='author' content='Edgar Hale'>"),
      ("<div class='credits reader-credits'>Edgar Hale</div><div>\(text)</div>", ""),
      (
        "<div>\(text)</div>",
        """
        <script type="application/ld+json">{"@graph":[{"@type":"Article",
        "author":{"@type":"Person","name":"Edgar Hale"}}]}</script>
        """
      ),
    ])
  func author(body: String, head: String) throws {
    let page = """
      <html><head><title>A Kitchen &raquo; Archive &raquo; The Soup Plate</title>\(head)</head><body>
      <h1><a href="/">A Kitchen</a></h1><h2>The Soup Plate</h2>\(body)</body></html>
      """
    let reading = try read(page, name: "page.html")
    #expect(reading.story.metadata.title == "The Soup Plate")
    #expect(reading.story.metadata.authors.map(\.name) == ["Edgar Hale"])
    #expect(reading.account.isClosed)
  }

  @Test("a word that only begins as 'by' does is none")
  func byron() throws {
    let page = "<title>The Soup Plate</title><body><div>Byron Street</div><div>\(Self.text)</div>"
    #expect(try read(page, name: "page.html").story.metadata.authors.isEmpty)
  }

  @Test(
    "and nobody when it does not say",
    arguments: [
      "<a href='/users/login'>Login</a>", "<div class='reader-credits'>example.org</div>",
    ])
  func nobody(piece: String) throws {
    let page = "<title>The Soup Plate</title><body>\(piece)\(Self.text)"
    #expect(try read(page, name: "page.html").story.metadata.authors.isEmpty)
  }

  @Test("what a page says about itself below its links goes with them")
  func visitors() throws {
    let page = """
      <title>The Soup Plate</title><body><h1>The Soup Plate</h1>\(Self.text)<hr>
      <a href="index.html">Back</a> | <a href="more.html">More stories</a><br>
      You are visitor number 511<br>Last updated 12/3/99</body>
      """
    let reading = try read(page, name: "page.html")
    #expect(reading.story.body.last?.hasPrefix("The rain") == true)
    #expect(reading.story.notesAfter.isEmpty)
    #expect(reading.account.isClosed)
  }
}
