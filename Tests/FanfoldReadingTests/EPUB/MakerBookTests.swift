import FanfoldReading
import FanfoldStory
import Testing

@Suite("EPUBs of known makers")
struct MakerBookTests {
  private static let preface = """
    <div id="preface" class="calibre1"><h2 class="toc-heading">Preface</h2><p class="message">\
    <b class="calibre2">The Tide Clock</b><br/>Posted originally on the \
    <a href="https://archiveofourown.org/">Archive of Our Own</a> at \
    <a href="https://archiveofourown.org/works/77">https://archiveofourown.org/works/77</a>.</p>\
    <dl class="tags"><dt class="calibre3">Rating:</dt><dd><a href="/t">Mature</a></dd>\
    <dt>Fandoms:</dt><dd><a href="/t">Harbour Lights</a>, <a href="/t">Salt Road</a></dd>\
    <dt>Relationship:</dt><dd><a href="/t">Anna Reed/Tom Hale</a></dd>\
    <dt>Stats:</dt><dd>Published: 2014-05-06 Updated: 2014-06-07 Words: 20 Chapters: 2/?</dd></dl></div>
    """
  private static let head = """
    <div id="preface"><div><h1 class="calibre6">The Tide Clock</h1><div class="byline">by \
    <a href="https://archiveofourown.org/users/rowan" rel="author">rowan</a></div>\
    <p class="calibre7">Summary</p><blockquote class="userstuff"><p>A lamp goes out.</p></blockquote>\
    <p class="calibre7">Notes</p><blockquote class="userstuff"><p>For sorrel.</p></blockquote></div></div>
    """

  private static func chapter(_ heading: String, _ text: String, notes: String = "") -> String {
    """
    <div class="userstuff1" id="chapters"><div class="calibre1"><h2 class="heading">\(heading)</h2>\
    \(notes)</div><div class="userstuff2">\(text)</div></div>
    """
  }

  @Test("the Archive of Our Own")
  func archive() throws {
    let notes = """
      <p>Chapter Notes</p><blockquote class="userstuff"><p>Short one.</p></blockquote>
      """
    let book = SampleBook(
      metadata: "<dc:title>The Tide Clock</dc:title><dc:creator>rowan</dc:creator>",
      documents: [
        ("a.xhtml", Self.preface), ("b.xhtml", Self.head),
        ("c.xhtml", Self.chapter("Chapter 1: Ebb", "<p>It was low water.</p>", notes: notes)),
        ("d.xhtml", Self.chapter("Chapter 2: Flood", "<p>It was high water.</p>")),
        (
          "e.xhtml",
          "<div id=\"afterword\"><div id=\"endnotes\"><p>End Notes</p><blockquote><p>More soon.</p>"
            + "</blockquote></div><p class=\"message\">Please drop by.</p></div>"
        ),
      ], contents: SampleBook.line("Preface", "a.xhtml"))
    let reading = try book.read()
    #expect(reading.account.isClosed)
    #expect(
      reading.transcript == """
        title: The Tide Clock
        authors: rowan
        fandoms: Harbour Lights | Salt Road
        relationships: Anna Reed/Tom Hale
        rating: Mature
        summary: A lamp goes out.
        status: inProgress
        published: 2014-05-06
        updated: 2014-06-07
        source: https://archiveofourown.org/works/77
        publisher: Archive of Our Own
        [authorsNote] For sorrel.
        # Chapter 1: Ebb
        [authorsNote] Short one.
        It was low water.
        # Chapter 2: Flood
        It was high water.
        [authorsNote] More soon.
        - page-furniture: Preface
        - page-furniture: Posted originally on the Archive of Our Own at https://archiveofourown.org/works/77.
        - page-furniture: Summary
        - page-furniture: Notes
        - page-furniture: Chapter Notes
        - page-furniture: End Notes
        - page-furniture: Please drop by.

        """)
  }

  @Test("FanFicFare")
  func fanFicFare() throws {
    let title = """
      <body class="fff_titlepage"><h3><a href="https://example.org/s/7">The Tide Clock</a> by \
      <a class="authorlink" href="https://example.org/u/1">rowan</a></h3><div>\
      <b>Series:</b> <a href="https://example.org/series">Harbour [2]</a><br/>\
      <b>Category:</b> Harbour Lights, Salt Road<br/><b>Genre:</b> Drama, Mystery<br/>\
      <b>Characters:</b> Anna Reed, Tom Hale<br/><b>Status:</b> Completed<br/>\
      <b>Published:</b> 2014-05-06<br/><b>Packaged:</b> 2026-01-02<br/><b>Rating:</b> T<br/>\
      <b>Chapters:</b> 2<br/><b>Words:</b> 9<br/><b>Summary:</b> <div>A lamp goes out.</div><br/></div></body>
      """
    func chapter(_ name: String, _ text: String) -> String {
      "<body class=\"fff_chapter\"><h3 class=\"fff_chapter_title\">\(name)</h3>\(text)</body>"
    }
    let book = SampleBook(
      metadata: "<dc:title>The Tide Clock</dc:title><dc:subject>FanFiction</dc:subject>",
      documents: [
        ("title_page.xhtml", title),
        ("log_page.xhtml", "<body class=\"fff_logpage\"><p>Log</p></body>"),
        ("file0001.xhtml", chapter("1. Ebb", "<p>It was low water.</p>")),
        ("file0002.xhtml", chapter("2. Flood", "<p>It was high water.</p>")),
      ], isEPUB2: true)
    let reading = try book.read()
    #expect(reading.account.isClosed)
    #expect(
      reading.transcript == """
        title: The Tide Clock
        authors: rowan
        fandoms: Harbour Lights | Salt Road
        characters: Anna Reed | Tom Hale
        rating: T
        tags: Drama | Mystery
        summary: A lamp goes out.
        series: Harbour 2
        status: complete
        published: 2014-05-06
        source: https://example.org/s/7
        # 1. Ebb
        It was low water.
        # 2. Flood
        It was high water.
        - page-furniture: Log

        """)
  }
}
