import Fanfold

/// A first word that is none of the subcommands: the argument parser only counts "unexpected arguments", which
/// helps nobody.
struct UnknownSubcommand {
  let problem: String
  let help: String

  /// `nil` when the first word is a subcommand or an option.
  init?(_ arguments: [String]) {
    let known = [
      "convert", "anthology", "split", "batch", "worker", "check", "inspect", "list", "explain",
      "help",
    ]
    guard let word = arguments.first, !word.hasPrefix("-") || word == "-", !known.contains(word)
    else { return nil }
    problem = "there is no subcommand '\(word)'"
    if let near = Suggestion.nearest(to: word.lowercased(), among: known) {
      help = "did you mean 'fanfold \(near)'?"
    } else if word == "-" || word.contains(".") || word.contains("/") {
      help = "did you mean 'fanfold convert \(word)'?"
    } else {
      help = "see 'fanfold --help'"
    }
  }
}
