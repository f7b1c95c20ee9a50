internal import FanfoldStory

/// The page that says how the book was made: from which files, with what, and what of them is not
/// in it.
struct ColophonPage {
  let options: BookOptions
  let ledger: Ledger

  var section: Section {
    Section(name: "colophon", title: "Colophon", content: .colophon(facts))
  }

  var facts: [Fact] {
    var facts: [Fact] = []
    if !options.sources.isEmpty {
      facts.append(Fact(term: "Made from", detail: .sources(options.sources)))
    }
    if let generator = options.generator.plainLine {
      facts.append(Fact(term: "Made with", detail: .text(generator)))
    }
    let omissions = omissions
    if !omissions.isEmpty {
      facts.append(Fact(term: "Left out", detail: .list(omissions)))
    }
    return facts
  }

  /// How many things were left out for each reason, the reason that came up first foremost.
  private var omissions: [String] {
    var reasons: [String] = []
    var counts: [String: Int] = [:]
    for entry in ledger.removed {
      let reason = entry.reason.plainLine ?? entry.rule
      if counts[reason] == nil { reasons.append(reason) }
      counts[reason, default: 0] += 1
    }
    return reasons.map { "\($0) (\(counts[$0, default: 0]))" }
  }
}
