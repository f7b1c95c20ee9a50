internal import FanfoldMarkup

/// Names as a shelf sorts them: a person's by the surname, "Rowling, J. K.", a pseudonym as it is.
///
/// Most writers of fan fiction have a pseudonym, and one taken apart is a name nobody would look
/// for. So a name is turned round only when something says it is a person's: an initial, a given
/// name, a particle, a "Jr."; what could be either stays whole.
package struct NameOrder {
  package init() {}

  /// The name in the order of a shelf, in a book of that language.
  package func sortName(_ name: String, language: String?) -> String {
    // Most pseudonyms are one word, and need no tables.
    name.contains(" ") ? PersonalName().sortName(name, language: language) : name
  }
}

/// The judge of names of several words.
private struct PersonalName {
  private static let particles: [(words: [String], front: Set<String>)] =
    TableRows.of("name-particles").map { row in
      (
        row[0].split(separator: " ").map(String.init),
        Set(row.count > 1 ? row[1].split(separator: " ").map(String.init) : [])
      )
    }.sorted { $0.words.count > $1.words.count }
  private static let givenNames = WordRow(
    TableRows.of("given-names").compactMap { $0.count > 1 ? $0[1] : nil })

  func sortName(_ name: String, language: String?) -> String {
    let primary = language?.split(separator: "-").first.map(String.init) ?? "und"
    guard isWritten(name), !Self.familyFirst.contains(primary) else { return name }
    var words = name.split(separator: " ").map(String.init)
    guard words.count > 1, !Self.honours.contains(words[0]) else { return name }
    if Self.articles.contains(words[0]) { return SortTitle.of(name, language: "en") }
    var suffix: String?
    if let last = words.last, Self.suffixes.contains(last.filter { $0 != "." }.lowercased()) {
      suffix = last
      words.removeLast()
    }
    guard words.count > 1, let parts = parts(of: words, language: primary) else { return name }
    guard suffix != nil || isPersonal(words, hasParticle: parts.hasParticle) else { return name }
    return ([parts.surname, parts.given].map { $0.joined(separator: " ") } + [suffix])
      .compactMap { $0 }.joined(separator: ", ")
  }

  /// Languages in which the family's name comes first anyway.
  private static let familyFirst: Set<String> = ["zh", "ja", "ko", "vi", "hu"]
  private static let articles: Set<String> = ["The", "A", "An"]
  private static let honours: Set<String> = [
    "Dr.", "Mr.", "Mrs.", "Ms.", "Mx.", "Fr.", "Sr.", "Jr.", "St.",
  ]
  private static let suffixes: Set<String> = [
    "jr", "sr", "ii", "iii", "iv", "phd", "md", "esq", "junior", "senior",
  ]

  /// Whether the name has the look of one: letters of an alphabet, each word that is no particle with
  /// one capital in front, or an initial.
  private func isWritten(_ name: String) -> Bool {
    name.split(separator: " ").allSatisfy { word in
      isName(word) || isInitial(word) || Self.particles.contains { $0.words.contains(String(word)) }
    }
  }

  private func isName(_ word: Substring) -> Bool {
    if Self.suffixes.contains(word.filter { $0 != "." }.lowercased()) { return true }
    guard let first = word.first, first.isUppercase || hasElidedParticle(word) else { return false }
    var isStart = true
    for (index, character) in zip(0..., word) {
      guard character.isLetter || "'’-".contains(character) else { return false }
      guard !Self.isIdeographic(character) else { return false }
      // "McKay", "MacLeod" and "DeVries" have a capital within; "DarkAngel" is a pseudonym.
      if character.isUppercase, !isStart, !(2...3).contains(index) { return false }
      isStart = "'’-".contains(character)
    }
    return true
  }

  private func hasElidedParticle(_ word: Substring) -> Bool {
    word.hasPrefix("d'") || word.hasPrefix("d’")
  }

  private static func isIdeographic(_ character: Character) -> Bool {
    // Neither capital nor small: scripts that do not part given name and surname as the Latin does.
    character.isLetter && !character.isCased
  }

  /// "J.", "J.K." or "Ph.".
  private func isInitial(_ word: some StringProtocol) -> Bool {
    let parts = word.split(separator: ".", omittingEmptySubsequences: false)
    if parts.count == 1 { return word.count == 1 && word.first?.isUppercase == true }
    return parts.last?.isEmpty == true
      && parts.dropLast().allSatisfy { part in
        (1...2).contains(part.count) && part.first?.isUppercase == true
          && part.allSatisfy(\.isLetter)
      }
  }

  private func isPersonal(_ words: [String], hasParticle: Bool) -> Bool {
    guard let first = words.first, let last = words.last, !isInitial(last) else { return false }
    let isGiven = Self.givenNames.contains(first.lowercased())
    if words.dropLast().contains(where: isInitial) { return true }
    let halves = first.lowercased().split(separator: "-")
    return isGiven || hasParticle && words.count > 2
      || halves.count > 1 && halves.allSatisfy { Self.givenNames.contains($0) }
  }

  /// Given names and surname, the particles where the language has them.
  private func parts(
    of words: [String], language: String
  ) -> (given: [String], surname: [String], hasParticle: Bool)? {
    for place in 1..<words.count {
      for (particle, front) in Self.particles where words.count > place + particle.count {
        let slice = Array(words[place..<(place + particle.count)])
        guard slice.map({ $0.lowercased() }) == particle else { continue }
        let staysInFront = slice[0].first?.isUppercase == true || front.contains(language)
        let split = staysInFront ? place : place + particle.count
        return (Array(words[..<split]), Array(words[split...]), true)
      }
    }
    guard words.allSatisfy({ $0.first?.isUppercase == true || hasElidedParticle($0[...]) }),
      var last = words.last
    else { return nil }
    var given = Array(words.dropLast())
    if language != "it", hasElidedParticle(last[...]) {
      given.append(String(last.prefix(2)))
      last.removeFirst(2)
      return (given, [last], true)
    }
    var surname = [last]
    // A Spanish name has two surnames (García Márquez), unless its second word is given too.
    if language == "es", given.count == 2, let second = given.last, !isInitial(second),
      !Self.givenNames.contains(second.lowercased())
    {
      surname.insert(given.removeLast(), at: 0)
    }
    return (given, surname, false)
  }
}
