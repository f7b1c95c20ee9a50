internal import FanfoldMarkup

/// Which parts the things of a textbook must have in them: questions, answers, notes (EPUB 3
/// EDUPUB Profile §3.4). An element has a type here only when it has no other beside it.
enum EducationSemanticsCheck {
  static let rules: [Rule] = [
    .educationPartMissing, .educationAnswerRepeated, .educationOrdinalNested,
  ]

  /// Wholes, and the part that each has at least one of.
  private static let parts: [String: String] = [
    "answers": "answer", "assessments": "assessment", "bibliography": "biblioentry",
    "credits": "credit", "fill-in-the-blank-problem": "question", "footnotes": "footnote",
    "general-problem": "question", "keywords": "keyword",
    "learning-objectives": "learning-objective", "learning-outcomes": "learning-outcome",
    "learning-resources": "learning-resource", "learning-standards": "learning-standard",
    "match-problem": "question", "multiple-choice": "question", "practices": "practice",
    "rearnotes": "rearnote", "true-false-problem": "question",
  ]

  static func check(_ document: JudgedDocument, _ findings: inout Findings) {
    let tree = document.tree
    func type(_ node: MarkupTree.Node) -> String? {
      tree.attribute("type", in: ContentElement.epub, of: node)
    }
    for node in tree.descendants(of: tree.root) where tree.kind(of: node) == .element {
      guard let whole = type(node) else { continue }
      func count(_ part: String) -> Int {
        tree.descendants(of: node).count { tree.kind(of: $0) == .element && type($0) == part }
      }
      if whole == "ordinal", count("ordinal") > 0 {
        findings.add(.educationOrdinalNested, at: document.place(of: node))
      }
      guard let part = parts[whole] else { continue }
      if count(part) == 0 {
        findings.add(
          .educationPartMissing, at: document.place(of: node),
          "'\(whole)' has nothing of the type '\(part)' in it")
      }
      if part == "question", count("answer") > 1 {
        findings.add(.educationAnswerRepeated, at: document.place(of: node))
      }
    }
  }
}

extension Rule {
  static let educationPartMissing = Rule(
    "RSC-005", "education-part-missing", .error, "a part of a textbook lacks what it is made of",
    help: "Give the type of the part to an element in it.", see: "EPUB 3 EDUPUB Profile §3.4")
  static let educationAnswerRepeated = Rule(
    "RSC-005", "education-answer-repeated", .error, "a question has more than one answer",
    help: "Put all answers into one element of the type 'answer'.",
    see: "EPUB 3 EDUPUB Profile §3.4")
  static let educationOrdinalNested = Rule(
    "RSC-005", "education-ordinal-nested", .error, "an ordinal is inside another",
    help: "Give the type to one of them only.", see: "EPUB 3 EDUPUB Profile §3.4")
}
