import FanfoldMarkup
import Testing

@Suite("Writing markup")
struct MarkupWriterTests {
  @Test(
    "text cannot end what it stands in",
    arguments: [
      ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
      ("]]>", "]]&gt;"),
      ("\"quoted\" 'too'", "\"quoted\" 'too'"),
      ("tab\tline\nend", "tab\tline\nend"),
      ("carriage\rreturn", "carriage&#13;return"),
      ("", ""),
      ("&", "&amp;"),
      ("naïve — 一 🙂 \u{FB01} \u{FEFF}", "naïve — 一 🙂 \u{FB01} \u{FEFF}"),
    ])
  func text(raw: String, written: String) {
    #expect(document { $0.text(raw) } == "<r>\n\(written)</r>\n")
  }

  @Test(
    "an attribute keeps its line ends and cannot end early",
    arguments: [
      ("a\"b", "a&quot;b"), ("<&>", "&lt;&amp;&gt;"), ("a\tb\nc\rd", "a&#9;b&#10;c&#13;d"),
      ("it’s 'so'", "it’s 'so'"),
    ])
  func attribute(raw: String, written: String) {
    #expect(document { $0.void("e", ["a": raw]) } == "<r>\n<e a=\"\(written)\"/></r>\n")
  }

  @Test("a character that XML forbids comes out as U+FFFD, and no other does")
  func forbidden() {
    let allowed: Set<UInt32> = [0x09, 0x0A, 0x0D]
    let scalars = (0..<0x20).filter { !allowed.contains($0) } + [0xFFFE, 0xFFFF]
    for scalar in scalars.compactMap(Unicode.Scalar.init) {
      #expect(document { $0.text("a\(scalar)b") } == "<r>\na\u{FFFD}b</r>\n")
      #expect(document { $0.void("e", ["a": "\(scalar)"]) } == "<r>\n<e a=\"\u{FFFD}\"/></r>\n")
    }
    for scalar in [0x7F, 0x85, 0x9F, 0xE000, 0xFFFD, 0x1FFFE].compactMap(Unicode.Scalar.init) {
      #expect(document { $0.text("a\(scalar)b") } == "<r>\na\(scalar)b</r>\n")
    }
  }

  @Test("a character is found wherever it stands", arguments: 0..<20)
  func place(before: Int) {
    let start =
      String(repeating: "é", count: before / 2) + String(repeating: "=", count: before % 2)
    for after in 0..<20 {
      let end = String(repeating: "~", count: after)
      for (raw, escape) in [("&", "&amp;"), ("<", "&lt;"), ("\u{1F}", "\u{FFFD}")] {
        #expect(
          document { $0.text(start + raw + end) } == "<r>\n\(start)\(escape)\(end)</r>\n")
      }
    }
  }

  @Test("attributes keep their order, and one without a value is left out")
  func attributes() {
    let written = document { $0.element("e", ["b": "1", "a": nil, "c": ""]) { $0.text("x") } }
    #expect(written == "<r>\n<e b=\"1\" c=\"\">x</e></r>\n")
  }

  @Test("lines and groups put line ends where white space has no meaning")
  func lines() {
    let written = document { out in
      out.group("g") { out in
        out.line("l") { $0.element("i") { $0.text("x") } }
        out.voidLine("v")
      }
      out.line("empty") { _ in }
    }
    #expect(written == "<r>\n<g>\n<l><i>x</i></l>\n<v/>\n</g>\n<empty></empty>\n</r>\n")
  }

  @Test("an XHTML document says what it is")
  func doctype() {
    let bytes = MarkupWriter.document("html", ["lang": "en"], doctype: .html) { _ in }
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        <?xml version="1.0" encoding="utf-8"?>
        <!DOCTYPE html>
        <html lang="en">
        </html>

        """)
  }

  /// What a document with the root `r` holds, its XML declaration left out.
  private func document(_ content: (inout MarkupWriter) -> Void) -> String {
    let text = String(
      decoding: MarkupWriter.document("r", [:], content: content), as: UTF8.self)
    return String(text.drop { $0 != "\n" }.dropFirst())
  }
}
