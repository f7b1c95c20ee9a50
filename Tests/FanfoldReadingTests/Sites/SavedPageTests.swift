import FanfoldReading
import FanfoldStory
import Testing

@Suite("Pages saved from sites")
struct SavedPageTests {
  private func page(_ html: String) throws -> Reading {
    let reading = try read(html, name: "saved.html")
    #expect(reading.account.isClosed, "\(reading.account.missing) bytes missing")
    return reading
  }

  @Test("a work of the Archive of Our Own with two chapters")
  func archiveWork() throws {
    let story = try page(
      """
      <html><head><title>The Red Door - Rowan - Sherlock Holmes [Archive of Our Own]</title></head><body>
      <ul class="navigation"><li>Browse</li></ul>
      <dl class="work meta group"><dt>Rating:</dt><dd class="rating tags"><a>Teen And Up Audiences</a></dd>
      <dd class="fandom tags"><a>Sherlock Holmes</a>, <a>Doctor, Who</a></dd>
      <dd class="relationship tags"><a>Holmes/Watson</a></dd><dd class="language">English</dd>
      <dd class="stats"><dl class="stats"><dd class="published">2012-03-04</dd><dd class="chapters">2/3</dd></dl></dd></dl>
      <div id="workskin"><div class="preface group"><h2 class="title heading">The Red Door</h2>
      <h3 class="byline heading"><a rel="author" href="/users/Rowan/works/7">Rowan</a>, <a rel="author">Kestrel</a></h3>
      <div class="summary module"><blockquote class="userstuff"><p>They go in.</p></blockquote></div>
      <div class="notes module"><blockquote><p>Thanks, all.</p></blockquote></div></div>
      <div id="chapters"><div class="chapter"><div class="chapter preface group"><h3 class="title"><a>Chapter 1</a>: Snow</h3></div>
      <div class="userstuff module" role="article"><h3 class="landmark">Chapter Text</h3><p>It <em>snowed</em>.</p><hr><p>It thawed.</p></div>
      <div class="chapter preface group"><div class="end notes module"><blockquote><p>More soon.</p></blockquote></div></div></div>
      <div class="chapter"><div class="chapter preface group"><h3 class="title"><a>Chapter 2</a></h3></div>
      <div class="userstuff module"><p>They went in.</p></div></div></div></div>
      <div id="feedback">Kudos from 12 people</div></body></html>
      """
    ).story
    #expect(story.metadata.title == "The Red Door")
    #expect(story.metadata.authors == [Author("Rowan"), Author("Kestrel")])
    #expect(story.metadata.fandoms == ["Sherlock Holmes", "Doctor, Who"])
    #expect(story.metadata.rating == Rating("Teen And Up Audiences", level: .teen))
    #expect(story.metadata.status == .inProgress)
    #expect(story.metadata.plannedChapters == 3)
    #expect(story.metadata.source == "https://archiveofourown.org/works/7")
    #expect(story.headings == ["Chapter 1: Snow", "Chapter 2"])
    #expect(story.notesBefore.map(\.plainText) == ["Thanks, all."])
    #expect(story.chapters[0].notesAfter.map(\.plainText) == ["More soon."])
    #expect(
      story.chapters[0].blocks.map(\.content) == [
        .paragraph([.text("It "), .emphasis([.text("snowed")]), .text(".")]),
        .sceneBreak(label: []),
        .paragraph([.text("It thawed.")]),
      ])
    #expect(story.ledger.removed.contains { $0.text.contains("Kudos from 12 people") })
  }

  @Test("a download of the Archive of Our Own")
  func archiveDownload() throws {
    let story = try page(
      """
      <html><head><title>The Red Door - Rowan - Sherlock Holmes</title></head><body><div id="preface">
      <p class="message"><b>The Red Door</b><br>Posted originally on the <a href="http://archiveofourown.org/">Archive of Our Own</a>
      at <a href="http://archiveofourown.org/works/7">http://archiveofourown.org/works/7</a>.</p>
      <div class="meta"><dl class="tags"><dt>Rating:</dt><dd><a>Mature</a></dd><dt>Fandoms:</dt><dd><a>Sherlock Holmes</a></dd>
      <dt>Stats:</dt><dd>Published: 2012-03-04 Completed: 2012-05-06 Words: 9 Chapters: 1/1</dd></dl>
      <h1>The Red Door</h1><div class="byline">by <a rel="author">Rowan</a></div>
      <p>Summary</p><blockquote class="userstuff"><p>They go in.</p></blockquote></div></div>
      <div id="chapters" class="userstuff"><h2 class="toc-heading">The Red Door</h2><div class="userstuff"><p>It snowed all day.</p></div></div>
      <div id="afterword"><p class="message">Please drop by the Archive and comment.</p></div></body></html>
      """
    ).story
    #expect(story.metadata.title == "The Red Door")
    #expect(story.metadata.rating?.level == .mature)
    #expect(story.metadata.status == .complete)
    #expect(story.metadata.updated == PartialDate(year: 2012, month: 5, day: 6))
    #expect(story.metadata.summary == [[.text("They go in.")]])
    #expect(story.body == ["It snowed all day."])
  }

  @Test("a chapter of FanFiction.net")
  func fanFictionNet() throws {
    let story = try page(
      """
      <html><head><title>The Red Door Chapter 2: Thaw, a Sherlock Holmes fanfic | FanFiction</title></head><body>
      <div id=pre_story_links><a class=xcontrast_txt>Books</a> » <a class=xcontrast_txt>Sherlock Holmes</a></div>
      <div id=profile_top><b class='xcontrast_txt'>The Red Door</b> By: <a href='/u/12/Rowan'>Rowan</a>
      <div class='xcontrast_txt'>They go in.</div>
      <span class='xgray xcontrast_txt'>Rated: Fiction K+ - English - Humor/Hurt/Comfort - [Holmes, Watson] Adler - Words: 12 -
      Status: Complete - id: 7</span></div>
      <SELECT id=chap_select><option value=1>1. Snow<option value=2 selected>2. Thaw</select>
      <div class='storytext' id='storytext'><p>It thawed, "at last".</p><hr size=1 noshade><p>They went in.</p></div>
      <div>Review this Chapter</div></body></html>
      """
    ).story
    #expect(story.metadata.title == "The Red Door")
    #expect(story.metadata.authors.map(\.name) == ["Rowan"])
    #expect(story.metadata.fandoms == ["Sherlock Holmes"])
    #expect(story.metadata.rating == Rating("Fiction K+", level: .general))
    #expect(story.metadata.tags == ["Humor", "Hurt/Comfort"])
    #expect(story.metadata.relationships.map(\.characters) == [["Holmes", "Watson"]])
    #expect(story.metadata.characters == ["Holmes", "Watson", "Adler"])
    #expect(story.headings == ["2. Thaw"])
    #expect(story.sceneBreaks == 1)
  }

  @Test("a page of no known site: the text and not the menu, a break and not the spacers")
  func unknownPage() throws {
    let text =
      "The rain had been falling since before dawn, and nobody in the house had said a word about it."
    let story = try page(
      """
      <html><head><title>The Red Door</title></head><body><div class="menu"><a href="/">Home</a> <a href="/x">Stories</a></div>
      <div class="content"><h1>The Red Door</h1><p>by Rowan Hale</p><p>\(text)</p><p>&nbsp;</p><p>\(text)<br><br>\(text)</p>
      <center>* * *</center><p><span style="font-style: italic">\(text)</span></p></div>
      <div id="footer">Copyright of the site</div></body></html>
      """
    ).story
    #expect(story.metadata.title == "The Red Door")
    #expect(story.metadata.authors == [Author("Rowan Hale")])
    #expect(story.sceneBreaks == 1)
    #expect(story.body == [text, text, text, "", text])
    #expect(story.chapters[0].blocks.last?.content == .paragraph([.emphasis([.text(text)])]))
  }

  @Test("sentences that a page hides go into the ledger")
  func hidden() throws {
    let story = try page(
      """
      <html><head><style>.cnAb12 { display: none; speak: never; }</style></head><body>
      <div class="fic-header"><h2>The Red Door</h2><h3><a>Rowan</a></h3><h1>Chapter 4: Thaw</h1></div>
      <div class="chapter-inner chapter-content"><p>It thawed.</p><p class="cnAb12">This tale has been stolen.</p><p>They went in.</p></div>
      </body></html>
      """
    ).story
    #expect(story.metadata.publisher == "Royal Road")
    #expect(story.body == ["It thawed.", "They went in."])
    #expect(
      story.ledger.removed.contains {
        $0.rule == "hidden-text" && $0.text == "This tale has been stolen."
      })
  }

  @Test(
    "pages that stand where a story should are refused",
    arguments: [
      "<html><head><title>New Session | Archive of Our Own</title></head><body><p>Log in to read this work.</p></body></html>",
      "<html><head><title>Just a moment...</title></head><body><p>Checking your browser before you go on.</p></body></html>",
    ])
  func refused(html: String) {
    #expect(throws: ReadError.self) { try read(html, name: "saved.html") }
  }
}
