import FanfoldReading
import FanfoldStory
import Testing

@Suite("Files that hold no story")
struct RefusalTests {
  @Test(
    "are refused with a name for the reason",
    arguments: [
      ([], "empty-file"), (Array(" \n\t\r\n".utf8), "empty-file"),
      ([UInt8](repeating: 0, count: 64), "not-text"),
      (Array("PK\u{3}\u{4}".utf8) + [0, 0, 8, 0], "not-text"),
      ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0], "not-text"),
      (Array("%PDF-1.4\n%\u{E2}\n1 0 obj".utf8) + [0, 1], "pdf"),
      (Array("Previous post\nUp\n".utf8), "no-story"),
    ])
  func refused(bytes: [UInt8], name: String) {
    let error = #expect(throws: ReadError.self) {
      try reader.read(StoryFile(name: "saved.txt", bytes: bytes))
    }
    #expect(error?.name == name)
    #expect(error?.file == "saved.txt")
    #expect(error?.help.isEmpty == false)
  }

  @Test(
    "copies of pages without a story are refused",
    arguments: [
      ("Story Not Found\nStory is unavailable for reading. (A)", "the site did not find the story"),
      (
        "Sorry!\nThis work is only available to registered users of the Archive.",
        "the story is for members of the Archive only"
      ),
      (
        "Just a moment...\nEnable JavaScript and cookies to continue",
        "the site was checking the browser"
      ),
    ])
  func copies(text: String, problem: String) {
    let menu = "Browse\nStories\nBooks\nForum\n"
    let error = #expect(throws: ReadError.self) { try read(menu + text + "\nTop\n") }
    #expect(error?.problem == problem)
  }

  @Test("words of such pages in a long story are the story's")
  func copiesInStories() throws {
    let story = try read(prose(90) + "\n\nStory not found\n\n" + prose(3)).story
    #expect(story.body.contains("Story not found"))
  }

  @Test("broken characters are reported with their line and the rest is read")
  func broken() throws {
    let text =
      Array("Café — naïve “quotes” and … déjà vu.\n\n".utf8) + Array(prose(3).utf8) + [
        0x0A, 0xFF, 0x0A,
      ] + Array("“Fin,” dit-elle déjà.".utf8)
    let reading = try reader.read(StoryFile(name: "saved.txt", bytes: text))
    #expect(reading.encoding == "UTF-8")
    #expect(
      reading.remarks == ["1 broken characters became U+FFFD (read as UTF-8), the first on line 8"])
  }

  @Test("a line of a megabyte is one paragraph")
  func longLine() throws {
    let story = try read(String(repeating: "word ", count: 200_000)).story
    #expect(story.chapters.map(\.blocks.count) == [1])
    #expect(story.wordCount == 200_000)
  }

  @Test(
    "pages that say something else than a story are refused",
    arguments: [
      (
        "<title>404 Not Found</title><h1>Not Found</h1><p>The requested URL /a was not found.</p>",
        "not find"
      ),
      ("<h1>503 Service Unavailable</h1><p>No server is available.</p>", "not there"),
      ("<p>Please enable JavaScript to continue using this application.</p>", "scripts"),
      ("<h1>Sign in</h1><p>Use your Google Account</p>", "log in"),
      ("<h1>Adult Content Notice</h1><p>You are about to view content for adults.</p>", "age"),
      (
        "<title>Index of /fic</title><h1>Index of /fic</h1><pre>one.txt 3K</pre>",
        "files of a folder"
      ),
      ("<div id='main'><ol class='work index group'><li>One by A</li></ol></div>", "lists works"),
      ("<html id='XF'><div class='structItem--thread'>One</div>", "threads"),
      (
        "<div class='post'><p>She went in.</p><a class='more-link'>More</a></div>",
        "posts of a site"
      ),
      ("<span class='gui_warning'>Chapter not found. Error code 1</span>", "the chapter"),
    ])
  func pages(page: String, problem: String) {
    let error = #expect(throws: ReadError.self) { try read(page, name: "page.html") }
    #expect(error?.problem.contains(problem) == true)
  }

  @Test("a drabble with the same words is a story")
  func drabble() throws {
    let page =
      "<title>The Soup Plate</title><p>Not found, she wrote, and closed the drawer.</p><p>\(prose(4))</p>"
    #expect(try read(page, name: "page.html").story.body.count == 2)
  }
}
