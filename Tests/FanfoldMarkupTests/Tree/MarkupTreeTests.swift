import FanfoldMarkup
import Testing

@Suite("The tree")
struct MarkupTreeTests {
  private let tree: MarkupTree

  init() throws {
    tree = try xml("<a><b>one<c/>two</b><d x='1'><!--three--><e>four</e></d></a>")
  }

  @Test("can be walked in every direction")
  func walking() throws {
    let a = try #require(tree.first("a"))
    #expect(tree.children(of: a).map { tree.name(of: $0) } == ["b", "d"])
    let b = try #require(tree.first("b"))
    let d = try #require(tree.nextSibling(of: b))
    #expect(tree.isElement(d, "d"))
    #expect(tree.nextSibling(of: d) == nil)
    #expect(tree.parent(of: d) == a)
    #expect(tree.parent(of: a) == tree.root)
    #expect(tree.parent(of: tree.root) == nil)
    let e = try #require(tree.first("e"))
    #expect(tree.ancestors(of: e).map { tree.name(of: $0) } == ["d", "a"])
    #expect(tree.descendants(of: b).map { tree.kind(of: $0) } == [.text, .element, .text])
    #expect(tree.contains(d, e))
    #expect(!tree.contains(b, e))
    #expect(b < e)
  }

  @Test("gives the text below a node")
  func text() throws {
    #expect(tree.text(of: tree.root) == "onetwofour")
    #expect(tree.text(of: try #require(tree.first("d"))) == "four")
    #expect(tree.text(of: try #require(tree.first("c"))) == "")
  }

  @Test("gives class names apart")
  func classes() throws {
    let page = try html("<p class=' a b\n c '>x<p>y")
    #expect(page.all("p").map { page.classes(of: $0) } == [["a", "b", "c"], []])
  }
}
