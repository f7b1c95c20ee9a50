import FanfoldEPUB
import Testing

@Suite("Names on a shelf")
struct NameOrderTests {
  @Test(
    "stand by the surname when they are a person's",
    arguments: [
      ("J. K. Rowling", "en", "Rowling, J. K."), ("J.K. Rowling", "en", "Rowling, J.K."),
      ("Jane Austen", "en", "Austen, Jane"), ("Ursula K. Le Guin", "en", "Le Guin, Ursula K."),
      ("Mary Ann Evans", "en", "Evans, Mary Ann"),
      ("Robert Louis McKay", nil, "McKay, Robert Louis"),
      ("A. Writer", "en", "Writer, A."),
      ("Charlotte Perkins-Gilman", "en", "Perkins-Gilman, Charlotte"),
      ("Sean O'Casey", "en", "O'Casey, Sean"), ("Peter Van Dyke", "en", "Van Dyke, Peter"),
      ("Robert De Niro", "en", "De Niro, Robert"),
      ("Martin Luther King Jr.", "en", "King, Martin Luther, Jr."),
      ("Henry Wadsworth III", "en", "Wadsworth, Henry, III"),
      ("Vincent van Gogh", "nl", "Gogh, Vincent van"),
      ("Vincent van Gogh", "en", "Gogh, Vincent van"),
      ("Joost van den Vondel", "nl", "Vondel, Joost van den"),
      ("Willem van de Velde", "af", "van de Velde, Willem"),
      ("Johann Wolfgang von Goethe", "de", "Goethe, Johann Wolfgang von"),
      ("Ernst von der Heide", "de", "Heide, Ernst von der"),
      ("Honoré de Balzac", "fr", "Balzac, Honoré de"), ("Maxime du Camp", "fr", "du Camp, Maxime"),
      ("Jeanne d’Arc", "fr", "Arc, Jeanne d’"),
      ("Gabriele d'Annunzio", "it", "d'Annunzio, Gabriele"),
      ("Luca della Robbia", "it", "della Robbia, Luca"),
      ("Miguel de Cervantes", "es", "Cervantes, Miguel de"),
      ("Gabriel García Márquez", "es", "García Márquez, Gabriel"),
      ("José Luis Borges", "es", "Borges, José Luis"),
      ("Joaquim Maria Machado de Assis", "pt", "Assis, Joaquim Maria Machado de"),
      ("Carl af Geijerstam", "sv", "Geijerstam, Carl af"),
      ("Jean-Paul Sartre", "fr", "Sartre, Jean-Paul"), ("Лев Толстой", "ru", "Толстой, Лев"),
    ] as [(String, String?, String)])
  func personal(name: String, language: String?, expected: String) {
    #expect(NameOrder().sortName(name, language: language) == expected)
  }

  @Test(
    "stay whole when they are pseudonyms, or may be",
    arguments: [
      "Silver Moonbeam", "tidewrack", "StarWriter42", "Jane Austen 1775", "lady_of_the_lake",
      "jane austen", "DarkAngel", "Dark Angel", "Sarah!", "x X x", "Rowling, J. K.", "Madonna",
      "村上春樹", "村上 春樹", "김연수", "Murakami Haruki", "pseud (account)", "Ann & Bob", "Dr. Watson",
      "Jane R.", "JANE DOE", "The", "", "Hope Eternal", "Captain of the Guard",
      "Mr. Jr.", "Jr.", "van Gogh", "Jane from Accounts", "ليلى أحمد", "Rose Red", "Queen Anne",
    ])
  func whole(name: String) {
    #expect(NameOrder().sortName(name, language: "en") == name)
  }

  @Test("stay whole where the family's name comes first", arguments: ["ja", "zh-TW", "ko", "hu"])
  func familyFirst(language: String) {
    #expect(NameOrder().sortName("Thomas Mann", language: language) == "Thomas Mann")
  }

  @Test("leave an article behind")
  func article() {
    #expect(NameOrder().sortName("The Inkwell", language: "en") == "Inkwell, The")
  }
}
