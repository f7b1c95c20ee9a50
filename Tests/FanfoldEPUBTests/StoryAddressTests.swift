import FanfoldEPUB
import FanfoldReading
import Testing

@Suite("The address a story is known by")
struct StoryAddressTests {
  @Test(
    "is one for all its pages",
    arguments: [
      (
        "https://archiveofourown.org/works/12",
        [
          "http://archiveofourown.org/works/12", "https://www.archiveofourown.org/works/12/",
          "https://archiveofourown.org/works/12/chapters/345#workskin",
          "https://archiveofourown.org/works/12?view_full_work=true&view_adult=true",
          "https://archiveofourown.org/collections/Yuletide2009/works/12",
          "https://archiveofourown.org/downloads/12/A_Title.epub?updated_at=99",
          "archiveofourown.org/works/12",
          "https://web.archive.org/web/20100102030405/http://archiveofourown.org/works/12",
        ]
      ),
      (
        "https://www.fanfiction.net/s/12",
        [
          "http://fanfiction.net/s/12/1/", "https://m.fanfiction.net/s/12/3/A-Title",
          "https://www.fanfiction.net/s/12/34/A-Title?x=1", "HTTPS://WWW.FANFICTION.NET/s/12",
        ]
      ),
      (
        "https://forums.spacebattles.com/threads/12",
        [
          "https://forums.spacebattles.com/threads/a-title.12/page-3#post-4",
          "https://forums.spacebattles.com/threads/12/",
        ]
      ),
      (
        "https://example.org/archive/viewstory.php?sid=12",
        [
          "http://www.example.org/archive/viewstory.php?sid=12&chapter=3",
          "http://www.example.org/archive/viewstory.php?action=printable&sid=12&warning=4",
        ]
      ),
      (
        "https://example.org/a/b?p=1",
        ["http://www.example.org:80/a/b/?p=1&utm_source=x#top", "https://example.org/a/b?p=1"]
      ),
      ("https://example.com/", ["http://www.example.com", " https://www.example.com/ "]),
    ])
  func variants(identity: String, addresses: [String]) {
    for address in addresses {
      #expect(StoryAddress().identity(of: address) == identity, "\(address)")
    }
  }

  @Test("is not that of another story, and what is no address stays as it is")
  func others() {
    let addresses = [
      "https://archiveofourown.org/works/12", "https://archiveofourown.org/works/123",
      "https://archiveofourown.org/chapters/12", "https://archiveofourown.org/users/12/works",
      "https://www.fanfiction.net/u/12", "https://example.org/viewstory.php?sid=12",
      "https://example.com/viewstory.php?sid=12", "https://www.scribblehub.com/12",
      "alt.startrek.creative", "from a friend", "urn:isbn:9780000000000", "mailto:a@example.org",
    ]
    #expect(Set(addresses.map { StoryAddress().identity(of: $0) }).count == addresses.count)
    #expect(StoryAddress().identity(of: "from a  friend") == "from a friend")
  }

  @Test("has an example in each row of the table")
  func rows() {
    for row in Table("story-addresses").rows {
      let found = StoryAddress().identity(of: row[3])
      let expected =
        row[2].isEmpty
        ? "https://example.org/viewstory.php?sid=12"
        : String(row[2].prefix { $0 != "{" })
      #expect(found.hasPrefix(expected) && found.hasSuffix("12"), "\(row[3])")
      #expect(StoryAddress().identity(of: found) == found, "it is its own identity")
    }
  }
}
