import FanfoldReading
import FanfoldStory
import Testing

@Suite("The account of every character of a page")
struct PageAccountTests {
  /// Pieces that pages are thrown together from, tags that open and close anywhere among them.
  private static let pieces = [
    "<p>", "</p>", "<br>", "<br/>", "<hr>", "<div>", "</div>", "<i>", "</i>", "<b>", "</b>",
    "<blockquote>", "</blockquote>", "<pre>a\n b</pre>", "<ul><li>one<li>two</ul>", "<p></p>",
    "<table><tr><td>Fandom:</td><td>x</td></tr></table>", "<a href='http://a.example/'>here</a>",
    "<a href='next.html'>Next</a>", "<img src='d.gif' alt='a picture'>", "<script>var a</script>",
    "<style>.q{display:none}</style>", "<p class='q'>hidden</p>", "<span style='display: none'>",
    "</span>", "<!-- title: x\nfandom: y -->", "&nbsp;", "&amp;&lt;3", "<h2>Chapter 1</h2>",
    "<select id='chap_select'><option selected>1. Ferry</select>",
    "<div id='storytext' class='storytext'>",
    "<div id='chp_raw'>", "<div class='wi_authornotes_body'>", "<div class='entry-content'>",
    "<h1 class='entry-title'>T</h1>", "<div class='sharedaddy'>Share</div>", "Title: The Key<br>",
    "by Rowan Hale<br>", "A/N: hm<br>", "E-mail:<br>", "Notes:", "* * *", "-----<br>", "The End",
    "<div id='workskin'>", "<dl class='work meta'>", "<div id='chapters'>",
    "<div class='userstuff'>",
    "<div class='chapter'>", "<noscript>no</noscript>", "<p data-p-id='1'>", "<button>Go</button>",
    "“Quite,” he said. ", "<ol start='4'>", "<li>", "</ol>", "<code>a *b* c</code>",
    "<table border=1><caption>c</caption><tr><th>a<th>b<tr><td>Chapter 1<td>***</table>",
    "<table><tr><td>a<td>b<tr><td><td><p>c<p>d</table>", "<table>", "</table>", "<td>",
    "<details><summary>s</summary>x</details>", "<details>", "</details>",
    "<figure><img src='f.png' alt='f'><figcaption>g</figcaption></figure>", "<figure>", "</figure>",
    "<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字<rt>じ</rt></ruby>", "<ruby>", "<rt>", "</ruby>",
    "<span lang='fr' dir='rtl'>", "<abbr title='x'>y</abbr>", "<small>", "</small>",
    "<img class='avatar' src='http://a.example/x.png' alt='me'>",
    "<img src='http://a.example/y.png'>",
    "<img src='\(Pictures.address)' alt='*p* x'>", "<img src='\(Pictures.address)'>",
  ]

  @Test("closes for pages of any shape", arguments: 1...60)
  func random(seed: UInt64) {
    var generator = SplitMix(state: seed)
    for _ in 0..<10 {
      var page = "<html><head><title>A page</title></head><body>"
      for _ in 0..<Int.random(in: 1...80, using: &generator) {
        page +=
          Int.random(in: 0...4, using: &generator) > 0
          ? Self.pieces.randomElement(using: &generator) ?? "" : prose(1)
      }
      guard let reading = try? read(page, name: "page.html") else { continue }
      #expect(
        reading.account.isClosed,
        "seed \(seed): \(reading.account.missing) bytes missing of \(page.debugDescription)")
    }
  }
}
