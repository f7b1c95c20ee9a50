import FanfoldMarkup
import Testing

@Suite("Sets and lines of nodes")
struct NodeSetTests {
  @Test("a set has what was put into it and not taken out")
  func set() throws {
    let tree = try html(String(repeating: "<p>a<i>b</i></p>", count: 100))
    let all = tree.all("p")
    var set = MarkupTree.NodeSet(all.dropFirst(50))
    set.insert(all[3])
    set.remove(all[60])
    set.remove(all[7])
    #expect(all.indices.filter { set.contains(all[$0]) } == [3] + Array(50..<60) + Array(61..<100))
    #expect(!tree.all("i").contains { set.contains($0) })
    #expect(!MarkupTree.NodeSet().contains(all[99]))
  }

  @Test("lines are the same in any order")
  func lines() throws {
    let source = (1...400).map { "<p>Line \($0) of them &amp; more</p>\n" }.joined()
    let tree = try html(source)
    let nodes = tree.all("p")
    var lines = MarkupTree.NodeLines()
    for index in Array(0..<400) + [5, 399, 200, 201, 190, 0] {
      #expect(lines.line(of: nodes[index], in: tree) == index + 1)
    }
  }
}
