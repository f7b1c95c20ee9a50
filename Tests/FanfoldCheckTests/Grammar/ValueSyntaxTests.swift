import FanfoldCheck
import Testing

@Suite struct ValueSyntaxTests {
  @Test(
    "a syntax takes the whole of a value",
    arguments: [
      ("a|bc", ["a", "bc"], ["", "ab", "b"]),
      ("(ab)*c?", ["", "ab", "ababc", "c"], ["a", "abb"]),
      ("[0-9]{2,3}", ["12", "123"], ["1", "1234"]),
      ("[0-9]{4,}-W[0-9]{2}", ["2026-W07", "12026-W07"], ["206-W07"]),
      ("[^\\s]+", ["a.b", "é"], ["", "a b"]),
      ("\\s*(left|right)\\s*", [" left", "right "], ["middle"]),
      ("\\i\\c*", ["a1", "_x"], ["1a", "a:b"]),
      ("()|([^_].*)", ["", "x"], ["_x"]),
      ("(a*)*b", ["b", "aaab"], ["a"]),
    ])
  func syntax(expression: String, fitting: [String], others: [String]) {
    for value in fitting { #expect(ValueSyntaxProbe.matches(expression, value) == true) }
    for value in others { #expect(ValueSyntaxProbe.matches(expression, value) == false) }
  }

  @Test("a value made to be hard is soon judged")
  func hostile() {
    let value = String(repeating: "a", count: 20_000) + "!"
    #expect(ValueSyntaxProbe.matches("(a|aa)+(a*)*", value) == false)
  }

  @Test("an expression that is none is refused", arguments: ["(", "a)", "[a", "*", "a{3"])
  func malformed(expression: String) {
    #expect(ValueSyntaxProbe.matches(expression, "a") == nil)
  }
}

private enum ValueSyntaxProbe {
  static func matches(_ expression: String, _ value: String) -> Bool? {
    ValueSyntax(Array(expression.utf8)[...])?.matches(Array(value.utf8)[...])
  }
}
