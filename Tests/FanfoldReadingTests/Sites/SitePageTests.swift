import FanfoldReading
import FanfoldStory
import Testing

@Suite("Pages saved from sites")
struct SitePageTests {
  private static let sites = [
    "efiction", "fanficfare", "fanfiction-net", "fanfictions-fr", "ficwad", "fimfiction",
    "livejournal", "mediaminer", "otw-archive", "reddit", "royal-road", "scribble-hub", "tumblr",
    "unknown", "wattpad", "wordpress", "xenforo",
  ]

  @Test("are read as their sites build them", arguments: sites.flatMap { Fixture.all(in: $0) })
  func page(fixture: Fixture) throws {
    let reading = try reader.read(StoryFile(name: "saved.html", bytes: fixture.bytes()))
    #expect(reading.account.isClosed, "\(reading.account.missing) bytes missing")
    if Fixture.isRecording { fixture.record(reading.transcript) }
    #expect(reading.transcript == (try fixture.expected()))
  }

  @Test("every site has three pages", arguments: sites)
  func count(site: String) {
    #expect(Fixture.all(in: site).count >= 3)
  }

  @Test(
    "without a story are refused with what they are",
    arguments: [
      ("browser-check.html", "the site was checking the browser"),
      ("data.json", "the file is JSON: data about a story, without its text"),
      ("forum-talk.html", "the thread has no posts of a story, only talk"),
      ("list-of-changes.html", "the page is a list of items, not a story"),
      ("list-of-links.html", "the page is a list of links, not a story"),
      ("login-wall.html", "the site asks to log in; the story is for members only"),
      ("paid-part.html", "the part is sold by the site and not on the page"),
      ("story-not-found.html", "the site did not find the story"),
      ("unrevealed-work.html", "the story is part of a challenge and not yet revealed"),
    ])
  func refused(name: String, problem: String) throws {
    let bytes = try Fixture(site: "refused", name: name).bytes()
    let error = #expect(throws: ReadError.self) {
      try reader.read(StoryFile(name: "saved.html", bytes: bytes))
    }
    #expect(error?.name == "no-story")
    #expect(error?.problem == problem)
  }

  @Test("a work of three words is a story")
  func shortWork() throws {
    let page = """
      <html><head><title>Short - rowan - Harbour Lights</title></head><body><div id="preface"><div class="meta">\
      <h1>Short</h1><div class="byline">by <a href="/u">rowan</a></div></div></div><div id="chapters">\
      <div class="userstuff"><p>They went home.</p></div></div></body></html>
      """
    #expect(try read(page, name: "short.html").story.body == ["They went home."])
  }
}
