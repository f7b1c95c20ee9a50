import FanfoldCheck
import Testing

@Suite struct StyleSheetTests {
  /// The rules that a style sheet breaks in the book of the tests, and where.
  private func findings(_ sheet: [UInt8]) -> [String] {
    var book = TestBook("epub3")
    book.files["EPUB/style.css"] = sheet
    return Validator().check(book.folder, name: "book").findings
      .filter { $0.path == "EPUB/style.css" }
      .map { "\($0.rule.id) \($0.line ?? -1):\($0.column ?? -1)" }
      .sorted()
  }

  @Test(
    "errors of syntax are counted, and what follows them is read",
    arguments: [
      ("p { color red; direction: rtl }", ["CSS-001 1:16", "CSS-008 1:5"]),
      ("p { color:; direction: rtl } q { direction: rtl }", ["CSS-001 1:34", "CSS-008 1:11"]),
      ("p { a: b;; direction: rtl }", ["CSS-008 1:10"]),
      ("p { --a:; --b: }", []), ("p { a: b\\", ["CSS-008 1:10", "CSS-008 1:9"]),
      ("@font-face", ["CSS-008 1:1", "CSS-019 1:1"]), ("@charset \"\"; p { a: b }", []),
      ("p { a: @b; direction: rtl }", ["CSS-001 1:12", "CSS-008 1:8"]),
      ("p { a: (b; direction: rtl } q { direction: rtl }", ["CSS-001 1:33", "CSS-008 1:10"]),
      ("p { a: (b] c) [d) e] f(g(h)) }", []),
      ("p { a: \"b\n; direction: rtl }", ["CSS-001 2:3", "CSS-008 2:9"]),
      ("p { a: \"b\\\nc\" }\r\nq { direction: rtl }", ["CSS-001 3:5"]),
      ("p, { a: b } q { direction: rtl }", ["CSS-001 1:17", "CSS-008 1:4"]),
      ("p } q { direction: rtl } r { direction: rtl }", ["CSS-001 1:30", "CSS-008 1:3"]),
      ("p", ["CSS-008 1:1"]), ("p {", ["CSS-008 1:3"]), ("p { a: b", ["CSS-008 1:8"]),
      ("/* p", ["CSS-008 1:5"]), ("// p\nq {}", ["CSS-008 1:1"]), ("a/**/b {}", ["CSS-008 1:2"]),
      ("<!-- p { a: b } -->", []), ("", []), ("@x; @y { a: b } @z { p { a: b } }", []),
      ("@media x { p { a: b } @media y { q { direction: rtl } } }", ["CSS-001 1:38"]),
      ("@page { margin: 0; @top-left { a: b } } q {}", ["CSS-008 1:20", "CSS-008 1:39"]),
      ("@media x { p { a: b }", ["CSS-008 1:21"]),
      ("@import \"style.css", ["CSS-008 1:19", "CSS-008 1:9"]),
      ("p { 😀: b; c d }", ["CSS-008 1:12"]), ("p { \\20 a: b; \\41\nb: c }", []),
      (".c\\0 1 { a: b }", []), ("50%a { b: c }", ["CSS-008 1:1"]), ("50% { b: c }", []),
      ("p { a: !important b }", []), ("p { a: !important }", ["CSS-008 1:8"]),
      ("p { a: url(", ["CSS-008 1:12", "PKG-008 -1:-1"]),
      ("@x } } a { b: c } q { d: e; } r { direction: rtl }", ["CSS-008 1:29", "CSS-008 1:4"]),
      ("p { a: url('\nx'); b: c }", ["CSS-002 1:5", "CSS-008 2:12"]),
      ("\0\0 p { direction: rtl }", ["CSS-008 1:1"]),
      ("p { a: url('sty\\\nle.css'); }", []),
      ("@import url( ", ["CSS-008 1:14", "PKG-008 -1:-1"]),
    ])
  func syntax(sheet: String, expected: [String]) {
    #expect(findings(Array(sheet.utf8)) == expected.sorted())
  }

  @Test(
    "a URL has no escapes, and one quote is enough",
    arguments: [
      ("p { a: url(picture.png\") }", []), ("p { a: url('picture.png') }", []),
      ("p { a: url(none.png) }", ["RSC-007 1:5"]),
      ("p { a: url(.\\picture.png) }", ["RSC-020 1:5"]),
      ("p { a: u\\rl(none.png) }", []), ("@page url(none.png) { }", ["RSC-007 1:1"]),
      ("\n @document url(none.png) { }", ["RSC-007 2:2"]),
      ("@namespace url(none.png);", []), ("@import;\np { a: url(none.png) }", ["PKG-008 -1:-1"]),
      ("@font-face { src: url(' ') }", ["CSS-002 1:14", "CSS-028 1:14"]),
    ])
  func addresses(sheet: String, expected: [String]) {
    #expect(findings(Array(sheet.utf8)) == expected.sorted())
  }

  @Test(
    "selectors",
    arguments: [
      "a > b + c ~ d e, *, n|a, *|*, |a", ".a.b#c[d][e=f][g~='h'][i|j] k::l:m(n)",
      "[ a = b ]", ":not(a, .b > c) :is(.d):where([e]):has(> f, + g)", "50%, from",
      ":nth-child( 2n + 1 )", ".a\\:b #\\31 x", "a: b",
    ])
  func selectors(selector: String) {
    #expect(findings(Array("\(selector) { a: b }".utf8)) == [])
  }

  @Test(
    "selectors that are none",
    arguments: [
      "a > > b", "> a", "a >", "a,, b", ".1a", "#", "a $ b", "a & b", "a || b", "[a=1]", "[]",
      "[a=b i]", ":not()", ":not(> a)", ":x(.a)", "\"a\"", "f(a)", "a {", "1a", "a -->",
    ])
  func faultySelectors(selector: String) {
    #expect(findings(Array("\(selector) { a: b }".utf8)).contains { $0.hasPrefix("CSS-008") })
  }

  @Test("no depth of nesting is too deep", arguments: ["@x{", "(", "[", "f(", ":not(", "p{", "/*"])
  func nesting(opening: String) {
    let deep = String(repeating: opening, count: 10_000)
    for start in ["", "p { a: ", "@media ", "p"] {
      #expect(findings(Array((start + deep).utf8)) != [])
    }
  }

  @Test("no bytes are too much", arguments: 0..<200)
  func noise(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    let parts = [
      "{", "}", ";", ":", "(", ")", "[", "]", "\"", "'", "/*", "*/", "@x", "url(", "\\", "\n", "p",
      ".a", "#b", "1.5px", ",", ">", "|", "!important", "U+", "\u{E9}", "\r", "-->", " ", "é",
    ]
    var sheet: [UInt8] = []
    for _ in 0..<300 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let number = Int(state >> 33)
      if number % 5 == 0 {
        sheet.append(UInt8(truncatingIfNeeded: number >> 8))
      } else {
        sheet += Array(parts[number % parts.count].utf8)
      }
    }
    let first = findings(sheet)
    #expect(first == findings(sheet))
  }
}
