import FanfoldReading
import FanfoldStory
import Testing

@Suite("What stands around a story on old pages and boards")
struct PageEdgeTests {
  @Test("counters, webrings and ways up go from a page")
  func homePage() throws {
    let story = try read(
      """
      <title>Tea</title><body><h1>Tea</h1><h3>by Edgar Hale</h3>
      <h4>1. Soup</h4>\(paragraphs)<p><a href="#top">Back to top</a></p>
      <h4>2. Plate</h4>\(paragraphs)<p><a href="#top">Back to top</a></p>
      <p>Back to <a href="i.html">Main</a> | <a href="f.html">Stories</a></p>
      <p>You are visitor number <img src="c.gif"></p>
      <p>This <a href="w.html">Tea Webring</a> site is owned by Edgar.<br>
      [ <a href="p">Previous</a> | <a href="n">Next</a> ]</p>
      """, name: "tea.html"
    ).story
    #expect(story.headings == ["1: Soup", "2: Plate"])
    #expect(story.body.count == 12)
    #expect(story.notesAfter.isEmpty)
  }

  @Test("an archive's entry is not called by the archive's name")
  func automatedArchive() throws {
    let story = try read(
      """
      <title>Lantern Hill Archive Entry</title><body><h2>Lantern Hill Archive Entry</h2><hr>
      <center><h2>Tea</h2>by <a href="mailto:e@example.org">Edgar</a></center><hr>\(paragraphs)<hr>
      End Tea by <a href="mailto:e@example.org">Edgar</a><p>Author and story notes above.<hr>
      Please <a href="/c">post a comment</a> on this story.<br>Read <a href="/r">posted comments</a>.
      """, name: "tea.html"
    ).story
    #expect(story.metadata.title == "Tea")
    #expect(story.metadata.authors.map(\.name) == ["Edgar"])
    #expect(story.sceneBreaks == 0)
  }

  @Test("a story that is a link before its author's is no way")
  func listedStory() throws {
    let story = try read(
      """
      <title>Hill :: Tea by Edgar</title><body><h1>Hill</h1><div><b><a href="viewstory.php?sid=1">Tea</a></b>
      by <a href="viewuser.php?uid=2">Edgar</a></div><div>\(paragraphs)</div>
      """, name: "tea.html"
    ).story
    #expect(story.metadata.title == "Tea")
    #expect(story.metadata.authors.map(\.name) == ["Edgar"])
  }

  @Test("the lines of a board's network, and of Tumblr and journals")
  func boards() throws {
    let lines = ["SEEN-BY: 123/456 789", "* Origin: The Waiting Room (1:123/456)"]
    let story = try read("Tea\nby Edgar Hale\n\n\(prose(6))\n\n\(lines.joined(separator: "\n"))")
      .story
    #expect(story.ledger.removed.map(\.text) == lines)
    let post = try read("Tea\n\n\(prose(6))\n\nKeep reading\n\n412 notes").story
    #expect(post.ledger.removed.map(\.text) == ["Keep reading", "412 notes"])
    let entry = try read(
      "Tea\n\n\(prose(6))\n\nCurrent Mood: calm\n\n(4 comments | Leave a comment)"
    ).story
    #expect(entry.ledger.removed.count == 2)
  }

  @Test("Wattpad's slogan in other languages")
  func slogans() throws {
    for slogan in [
      "Donde viven las historias. Descúbrelo ahora", "Wo Geschichten leben. Entdecke jetzt",
      "Место, где живут истории. Откройте их для себя",
    ] {
      let reading = try read("Tea and Soup\n\n\(prose(6))\n\nTea and Soup\(slogan)")
      #expect(reading.story.metadata.title == "Tea and Soup")
      #expect(reading.story.metadata.publisher == "Wattpad")
      #expect(reading.story.body.count == 6)
      #expect(reading.account.isClosed)
    }
  }

  @Test("posts of Reddit and of forums copied off the screen")
  func posts() throws {
    let post = try read(
      "r/HFY\n\nPosted by u/ironbark_9\n\n2 years ago\n\nThe Last Customs Officer\n\nOC\n\n\(prose(6))\n\n143 Comments\n\nShare"
    ).story
    #expect(post.metadata.title == "The Last Customs Officer")
    #expect(post.metadata.authors.map(\.name) == ["ironbark_9"])
    #expect(post.body.count == 6)
    let thread = try read(
      "Cinder and Clay\nThread starter Ashvale\nStart date Jan 2, 2020\n\nAshvale\nJoined\nMar 4, 2016\n\nJan 2, 2020\n#1\n\n\(prose(6))\n\nLike Reply\nReactions: Tomato, Gruff and 38 others"
    ).story
    #expect(thread.metadata.title == "Cinder and Clay")
    #expect(thread.metadata.authors.map(\.name) == ["Ashvale"])
    #expect(thread.body.count == 6)
  }

  @Test("a box above the text has the header")
  func header() throws {
    let reading = try read(
      """
      <title>Hill Archive - View Story</title><body><ul><li><a href="/">Home</a></li></ul><div><h2>Gate Duty</h2>
      <p class="byline">by Sierra Voss</p><div><b>Rating:</b> PG<br><b>Summary:</b> They wait.</div>
      <div class="chapter">\(paragraphs)</div></div>
      """, name: "gate.html")
    #expect(reading.story.metadata.title == "Gate Duty")
    #expect(reading.story.metadata.authors.map(\.name) == ["Sierra Voss"])
    #expect(reading.story.metadata.rating?.raw == "PG")
    #expect(reading.story.metadata.summary == [[.text("They wait.")]])
    #expect(reading.account.isClosed)
  }

  @Test("counts in words, and ways with chapters in them")
  func counts() throws {
    let story = try read(
      "Stars & Scars\n12.4K Reads\n402 Votes\n38 Parts\n\nChapter 5 - Ashes\n\n\(prose(4))"
    ).story
    #expect(story.metadata.title == "Stars & Scars")
    #expect(story.headings == ["Chapter 5: Ashes"])
    let serial = try read("Tea\n\n\(prose(4))\n\nLast Chapter Next Chapter").story
    #expect(serial.body.count == 4)
  }

  @Test("a thread of Google Groups copied off the screen")
  func thread() throws {
    let story = try read(
      "Stone Water\n47 views\nSkip to first unread message\n\nKat's profile photo\nKat\nunread,\nJun 7, 1999, 3:00:00 AM\nto\nStone Water\nby Kat Mercer\n\n\(prose(6))"
    ).story
    #expect(story.metadata.title == "Stone Water")
    #expect(story.metadata.authors.map(\.name) == ["Kat Mercer"])
    #expect(story.body.count == 6)
  }

  @Test("an address below the last rule is no scene")
  func address() throws {
    let story = try read(
      "<title>Tea</title><body><h1>Tea</h1><h3>Ruth Ostrow</h3>\(paragraphs)<hr>\(paragraphs)<hr><address>ruth@example.org</address>",
      name: "tea.html"
    ).story
    #expect(story.sceneBreaks == 1)
    #expect(story.notesAfter.map(\.plainText) == ["ruth@example.org"])
  }

  @Test("a post of a journal whose name begins the title of the page")
  func journal() throws {
    func story(_ heading: String) throws -> Story {
      try read(
        """
        <title>ficlets by mab: the last tram</title><body><h1>ficlets by mab</h1><div class="post">\(heading)
        <div class="post-body">\(paragraphs)</div>
        <p class="post-footer">posted by mab at <a href="#">10:12 PM</a> | <a href="#">0 comments</a></p></div>
        """, name: "a.html"
      ).story
    }
    let post = try story("<h3 class='post-title'>the last tram</h3>")
    #expect(post.metadata.title == "the last tram")
    #expect(post.metadata.authors.map(\.name) == ["mab"])
    // A title with a colon in it is one where nothing else says so.
    let whole = try read(
      "<title>Tea: The Long Way</title><body><h1>Tea: The Long Way</h1>\(paragraphs)",
      name: "a.html"
    ).story
    #expect(whole.metadata.title == "Tea: The Long Way")
  }

  private let paragraphs = Array(
    repeating: "<p>It was late, and nobody had said a word about the soup that stood there.</p>",
    count: 6
  ).joined(separator: "\n")
}
