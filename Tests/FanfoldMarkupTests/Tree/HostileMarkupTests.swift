import FanfoldMarkup
import Testing

@Suite("Hostile markup")
struct HostileMarkupTests {
  @Test("that nests without end is refused", arguments: ["<div>", "<i>", "<svg>", "<table><td>"])
  func deep(tag: String) {
    #expect(throws: MarkupError.tooDeep(line: 1)) {
      try html(String(repeating: tag, count: 100_000))
    }
    #expect(throws: (any Error).self) { try xml(String(repeating: "<div>", count: 100_000)) }
  }

  @Test("that nests as old pages do is not")
  func nested() throws {
    let tree = try html(String(repeating: "<p><i>a", count: 4000))
    #expect(tree.all("i").count == 4000)
    #expect(tree.text(of: tree.root).utf8.count == 4000)
  }

  @Test("with a huge attribute is refused")
  func attribute() throws {
    let small = "<p title='\(String(repeating: "x", count: 5_000_000))'>a</p>"
    #expect(try html(small).first("[title]") != nil)
    let large = "\n<p title='\(String(repeating: "x", count: 10_000_000))'>a</p>"
    #expect(throws: MarkupError.attributeTooLong(line: 2)) { try html(large) }
    #expect(throws: MarkupError.attributeTooLong(line: 2)) { try xml(large) }
  }

  @Test("with thousands of attributes is refused")
  func attributes() {
    let source = "<p \((0..<20_000).map { "a\($0)='1'" }.joined(separator: " "))>a</p>"
    #expect(throws: MarkupError.tooManyAttributes(line: 1)) { try html(source) }
    #expect(throws: MarkupError.tooManyAttributes(line: 1)) { try xml(source) }
  }

  @Test(
    "made of beginnings stays text and takes no time",
    arguments: ["<", "<a ", "<a b=\"", "<x-y>", "<data>", "&#", "</", "<!doctype "])
  func unfinished(part: String) throws {
    let source = String(repeating: part, count: 200_000)
    let tree = try html(source)
    #expect(tree.count < 10)
  }
}
