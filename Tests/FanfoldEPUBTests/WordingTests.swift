import FanfoldEPUB
import Testing

@Suite("Language tags")
struct LanguageTagTests {
  @Test(
    "come out as they are usually spelled",
    arguments: [
      ("en", "en"), ("EN-gb", "en-GB"), ("zh-hant-tw", "zh-Hant-TW"), ("es-419", "es-419"),
      ("de-1996", "de-1996"), ("sr-Latn-RS", "sr-Latn-RS"), ("tlh", "tlh"),
    ])
  func wellFormed(tag: String, expected: String) {
    #expect(LanguageTag.normalised(tag) == expected)
  }

  @Test(
    "that say no language are no tags",
    arguments: [
      "", "und", "mul", "a", "english", "en_US", "en-", "-en", "x-klingon", "i-klingon", "en GB",
      "en-u-ca-buddhist", "sl-rozaj-rozaj", "ёя", "e\u{0}",
    ])
  func useless(tag: String) {
    #expect(LanguageTag.normalised(tag) == nil)
  }
}

@Suite("Addresses to link to")
struct WebAddressTests {
  @Test(
    "are valid URLs",
    arguments: [
      ("https://example.org/a?b=c&d=e#f", "https://example.org/a?b=c&d=e#f"),
      ("HTTPS://Example.ORG", "https://example.org/"),
      ("http://example.org?q", "http://example.org?q"),
      ("http://example.org:8080/x", "http://example.org:8080/x"),
      ("https://example.org/é b", "https://example.org/%C3%A9%20b"),
      ("https://example.org/%41[x]", "https://example.org/%41%5Bx%5D"),
      (" mailto:ann@example.org ", "mailto:ann@example.org"),
    ])
  func link(text: String, link: String) {
    #expect(WebAddress.link(text) == link)
  }

  @Test(
    "are on the web or a mailbox, and nothing doubtful",
    arguments: [
      "", "example.org", "/works/1", "javascript:alert(1)", "file:///etc/passwd", "ftp://a.org/",
      "http://", "http:///x", "http://localhost/", "http://exa mple.org/", "http://a..org/",
      "http://user:pass@example.org/", "http://1.2.3/", "http://[::1]/", "http://a.org:99999/",
      "http://xn--a.org/", "http://-a.org/", "http://a.org/%zz", "http://a.org/##", "mailto:",
      "mailto:a b@c.org", "mailto:a@b@c.org",
    ])
  func noLink(text: String) {
    #expect(WebAddress.link(text) == nil)
  }
}

@Suite("Titles on a shelf")
struct SortTitleTests {
  @Test(
    "have their article behind",
    arguments: [
      ("The Long Way", "en", "Long Way, The"), ("A Study", nil, "Study, A"),
      ("Der Turm", "de-AT", "Turm, Der"), ("L’été", "fr", "été, L’"),
      ("The Turm", "de", "The Turm"),
      ("Theory", "en", "Theory"), ("A", "en", "A"), ("The …", "en", "The …"), ("", "en", ""),
    ] as [(String, String?, String)])
  func sorted(title: String, language: String?, expected: String) {
    #expect(SortTitle.of(title, language: language) == expected)
  }
}
