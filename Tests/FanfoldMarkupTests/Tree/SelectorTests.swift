import FanfoldMarkup
import Testing

@Suite("Selectors")
struct SelectorTests {
  static let page = """
    <html><body id=body>
    <div id=one class="chapter first" data-n="10"><h2 id=h>One</h2>
      <div id=inner><p id=p1 class=note lang=en>a</p></div><p id=p2>b</p></div>
    <div id=two class=chapters><p id=p3 title="an odd title">c <b id=b>d</b></p></div>
    </body></html>
    """

  @Test(
    "find the elements they mean",
    arguments: [
      ("p", "p1 p2 p3"), ("P", "p1 p2 p3"), ("#p2", "p2"), (".chapter", "one"),
      ("div.chapter.first", "one"),
      ("div p", "p1 p2 p3"), ("div > p", "p1 p2 p3"), ("div.chapter > p", "p2"),
      (".chapter p", "p1 p2"),
      ("body>div>p", "p2 p3"), ("div div p", "p1"), ("body > div b", "b"),
      ("h2, b , #p1", "h p1 b"),
      ("[lang]", "p1"), ("p[lang=en]", "p1"), ("p[lang='e']", ""), ("[class^=chap]", "one two"),
      ("[class$=first]", "one"), ("[title*=\"odd t\"]", "p3"), ("[class~=first]", "one"),
      ("[class*='']", ""), ("[data-n=\"10\"]", "one"), ("*.note", "p1"), ("section", ""),
      ("div span", ""),
      ("div > div > div > p", ""),
    ])
  func found(selector: String, ids: String) throws {
    let tree = try html(Self.page)
    let selector = try Selector(selector)
    let found = tree.all(selector)
    #expect(found.compactMap { tree.attribute("id", of: $0) }.joined(separator: " ") == ids)
    #expect(tree.first(selector) == found.first)
    #expect(found.allSatisfy { tree.matches($0, selector) })
    // In a page of some size they are looked up.
    let long = try html(Self.page + String(repeating: "<br>", count: 500))
    #expect(
      long.all(selector).compactMap { long.attribute("id", of: $0) }.joined(separator: " ") == ids)
    #expect(long.first(selector) == long.all(selector).first)
  }

  @Test("look below an element only, when asked to")
  func scope() throws {
    let tree = try html(Self.page)
    let two = try #require(tree.first("#two"))
    #expect(tree.all("p", in: two) == tree.all("#p3"))
    #expect(tree.all("body p", in: two) == tree.all("#p3"))
    #expect(tree.all("div", in: two) == [])
  }

  @Test(
    "that do not parse say where",
    arguments: [
      ("", 0), ("p >", 3), ("p,", 2), ("[x", 2), ("[x='y]", 3), ("p:first-child x!", 15),
      ("..a", 1),
      ("p + q", 2),
    ])
  func errors(source: String, offset: Int) {
    do throws(SelectorError) {
      _ = try Selector(source)
      Issue.record("no error")
    } catch {
      #expect(error.offset == offset)
    }
  }
}
