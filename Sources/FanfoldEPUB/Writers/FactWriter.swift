internal import FanfoldMarkup

/// Writes what is known about a story or a book as a description list.
struct FactWriter {
  /// The language of the author's own words.
  var language: String?

  func write(_ facts: [Fact], to out: inout MarkupWriter) {
    out.group("dl") { out in
      for fact in facts {
        out.line("dt") { $0.text(fact.term) }
        write(fact.detail, to: &out)
      }
    }
  }

  private func write(_ detail: Fact.Detail, to out: inout MarkupWriter) {
    switch detail {
    case .text(let text):
      out.line("dd") { $0.text(text) }
    case .address(let address):
      out.line("dd", ["class": "address"]) { out in
        guard let target = WebAddress.link(address) else { return out.text(address) }
        out.element("a", ["href": target]) { $0.text(address) }
      }
    case .paragraphs(let paragraphs):
      out.group("dd", ["class": "summary", "lang": language, "xml:lang": language]) { out in
        for paragraph in paragraphs {
          out.line("p") { InlineWriter().write(paragraph, to: &$0) }
        }
      }
    case .list(let lines):
      for line in lines { out.line("dd") { $0.text(line) } }
    case .sources(let sources):
      for source in sources { write(source, to: &out) }
    }
  }

  private func write(_ source: SourceFile, to out: inout MarkupWriter) {
    out.line("dd") { out in
      out.text(source.name.plainLine ?? "a file without a name")
      out.void("br")
      out.element("span", ["class": "digest"]) { $0.text("SHA-256 \(source.digest)") }
    }
  }
}
