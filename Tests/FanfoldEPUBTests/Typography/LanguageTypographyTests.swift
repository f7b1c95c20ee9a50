import Testing

@Suite("Typography of other languages")
struct LanguageTypographyTests {
  /// A language's cases, and where its ways are published.
  struct Language: Sendable, CustomTestStringConvertible {
    var tag: String
    var cases: [(typed: String, set: String)]
    var testDescription: String { tag }
  }

  @Test("is that of their printers", arguments: western + romance + slavic + nordic)
  func language(_ language: Language) {
    for (typed, set) in language.cases {
      #expect(TypographySample.set(typed, in: language.tag) == set, "\(language.tag)")
    }
  }

  @Test("follows the marks that a text has already")
  func style() {
    let german = ["»Ja«, sagte er.", "\"Nein\", sagte sie, \"nicht 'so'.\""]
    #expect(
      TypographySample.set(german, in: "de") == [
        "»Ja«, sagte er.", "»Nein«, sagte sie, »nicht ›so‹.«",
      ])
    #expect(
      TypographySample.set(["“Sí”, dijo.", "\"No\", dijo."], in: "es")
        == ["“Sí”, dijo.", "“No”, dijo."])
    #expect(
      TypographySample.set(["«Sì», disse.", "\"No\", disse."], in: "it")
        == ["«Sì», disse.", "«No», disse."])
    #expect(TypographySample.set("«Кафе \"Весна\"»", in: "ru") == "«Кафе „Весна“»")
  }

  private static let western = [
    // Duden, Die deutsche Rechtschreibung (2020), D 8–12, 13–16, 43–46; DIN 5008:2020, abbreviations.
    Language(
      tag: "de",
      cases: [
        ("\"Hallo\", sagte er.", "„Hallo“, sagte er."),
        ("\"Er rief 'Halt'!\"", "„Er rief ‚Halt‘!“"),
        ("Ich hab's. Wie geht's dir?", "Ich hab’s. Wie geht’s dir?"),
        ("Das war 'ne Idee, so 'n Ding.", "Das war ’ne Idee, so ’n Ding."),
        ("Ja - vielleicht.", "Ja – vielleicht."), ("Ja -- vielleicht.", "Ja – vielleicht."),
        ("\"Ich w--\"", "„Ich w–“"), ("So... nun.", "So… nun."),
        ("z. B. hier, d.h. dort", "z.\u{A0}B. hier, d.\u{A0}h. dort"),
        ("Es sind 5 km.", "Es sind 5\u{A0}km."), ("Nord-Süd, 3 - 4", "Nord-Süd, 3 - 4"),
        ("»Schon so«, „und so“", "»Schon so«, „und so“"),
      ]),
    // Schweizerische Bundeskanzlei, Schreibweisungen (2013).
    Language(tag: "de-CH", cases: [("\"Hallo 'du'\"", "«Hallo ‹du›»")]),
    // Nederlandse Taalunie, Taaladvies.net: Aanhalingstekens, Apostrof, Gedachtestreepje.
    Language(
      tag: "nl",
      cases: [
        ("\"Hallo\", zei hij.", "“Hallo”, zei hij."),
        ("'s Morgens, 't is zo'n dag.", "’s Morgens, ’t is zo’n dag."),
        ("\"Hij zei 'nee'.\"", "“Hij zei ‘nee’.”"), ("foto's, oma's", "foto’s, oma’s"),
        ("Ja - misschien.", "Ja – misschien."), ("Nou...", "Nou…"),
        ("in '98 in 't veld", "in ’98 in ’t veld"), ("\"Wacht--\"", "“Wacht–”"),
      ]),
  ]

  private static let romance = [
    // Imprimerie nationale, Lexique des règles typographiques (2002): guillemets, ponctuation, tiret.
    Language(
      tag: "fr",
      cases: [
        ("\"Bonjour\", dit-il.", "«\u{A0}Bonjour\u{A0}», dit-il."),
        ("\"Quoi ?\"", "«\u{A0}Quoi\u{202F}?\u{A0}»"), ("Non!", "Non\u{202F}!"),
        ("Quoi ?! Non ; si : oui.", "Quoi\u{202F}?! Non\u{202F}; si\u{A0}: oui."),
        ("« Oui »", "«\u{A0}Oui\u{A0}»"), ("«Oui»", "«\u{A0}Oui\u{A0}»"),
        ("l'été, aujourd'hui, qu'il", "l’été, aujourd’hui, qu’il"),
        ("- Bonjour, dit-il.", "—\u{A0}Bonjour, dit-il."), ("-- Oui.", "—\u{A0}Oui."),
        ("-Oui.", "—\u{A0}Oui."), ("Il vint - enfin - hier.", "Il vint – enfin – hier."),
        ("À 10:30... http://a.fr/?b", "À 10:30… http://a.fr/?b"), ("Ha :) ;-)", "Ha :) ;-)"),
        ("\"Il dit 'oui'.\"", "«\u{A0}Il dit “oui”.\u{A0}»"),
      ]),
    // Office québécois de la langue française, Banque de dépannage linguistique.
    Language(
      tag: "fr-CA", cases: [("\"Non!\" : si", "«\u{A0}Non!\u{A0}»\u{A0}: si")]),
    // Real Academia Española, Ortografía de la lengua española (2010): la raya, las comillas.
    Language(
      tag: "es",
      cases: [
        ("Dijo \"hola\".", "Dijo «hola»."), ("\"Dijo 'no'\"", "«Dijo “no”»"),
        ("- Hola.", "—Hola."), ("-Hola -dijo Juan-. Adiós.", "—Hola —dijo Juan—. Adiós."),
        ("--¿Qué? --dijo--.", "—¿Qué? —dijo—."), ("— Hola.", "— Hola."),
        ("Bueno...", "Bueno…"), ("\"¿Qué?\"", "«¿Qué?»"), ("¡\"No\"!", "¡«No»!"),
        ("teórico-práctico, 3 km", "teórico-práctico, 3\u{A0}km"),
      ]),
    // Accademia della Crusca, consulenza linguistica; Lesina, Il nuovo manuale di stile (2009).
    Language(
      tag: "it",
      cases: [
        ("\"Ciao\", disse.", "“Ciao”, disse."), ("\"Disse 'no'.\"", "“Disse ‘no’.”"),
        ("l'amico, un po' di", "l’amico, un po’ di"), ("'Sto tipo", "’Sto tipo"),
        ("- Ciao - disse.", "–\u{A0}Ciao – disse."), ("Be'... sì", "Be’… sì"),
        ("perche' e cosi'", "perche’ e cosi’"), ("gli anni '60", "gli anni ’60"),
      ]),
    // Bechara, Moderna Gramática Portuguesa (2009): aspas, travessão.
    Language(
      tag: "pt-BR",
      cases: [
        ("\"Oi\", disse.", "“Oi”, disse."), ("- Oi - disse ele.", "—\u{A0}Oi — disse ele."),
        ("-- Oi.", "—\u{A0}Oi."), ("\"Ele disse 'não'.\"", "“Ele disse ‘não’.”"),
        ("copo d'água", "copo d’água"), ("Bem...", "Bem…"), ("disse-me", "disse-me"),
        ("Ele -- o outro -- foi.", "Ele — o outro — foi."), ("5 kg", "5\u{A0}kg"),
      ]),
    // Código de Redação Interinstitucional da União Europeia: aspas angulares.
    Language(tag: "pt-PT", cases: [("\"Disse 'não'\"", "«Disse “não”»")]),
  ]

  private static let slavic = [
    // Wielki słownik ortograficzny PWN (2016): cudzysłów, myślnik; Wolański, Edycja tekstów (2008).
    Language(
      tag: "pl",
      cases: [
        ("\"Tak\", rzekł.", "„Tak”, rzekł."), ("\"To 'nie'\"", "„To «nie»”"),
        ("- Tak - rzekł.", "–\u{A0}Tak – rzekł."), ("-- Tak.", "–\u{A0}Tak."),
        ("Kot i pies w domu.", "Kot i\u{A0}pies w\u{A0}domu."),
        ("A w tym o nim", "A\u{A0}w\u{A0}tym o\u{A0}nim"), ("Hm...", "Hm…"),
        ("polsko-czeski", "polsko-czeski"), ("Remarque'a", "Remarque’a"),
      ]),
    // Internetová jazyková příručka ÚJČ AV ČR: uvozovky, pomlčka, zalomení řádků.
    Language(
      tag: "cs",
      cases: [
        ("\"Ano,\" řekl.", "„Ano,“ řekl."), ("\"Řekl 'ne'.\"", "„Řekl ‚ne‘.“"),
        ("V domě s kočkou", "V\u{A0}domě s\u{A0}kočkou"), ("Ano - snad.", "Ano – snad."),
        ("Ano -- snad.", "Ano – snad."), ("No...", "No…"), ("5 km", "5\u{A0}km"),
        ("- Ano.", "–\u{A0}Ano."),
      ]),
    // Правила русской орфографии и пунктуации (2006); Мильчин, Справочник издателя и автора (2014).
    Language(
      tag: "ru",
      cases: [
        ("\"Да\", сказал он.", "«Да», сказал он."), ("\"Он сказал 'нет'\"", "«Он сказал „нет“»"),
        ("- Да, - сказал он.", "—\u{A0}Да,\u{A0}— сказал он."), ("-- Да.", "—\u{A0}Да."),
        ("Он - врач.", "Он\u{A0}— врач."), ("Он — врач.", "Он\u{A0}— врач."),
        ("— Да.", "—\u{A0}Да."), ("Ну...", "Ну…"), ("Что?..", "Что?.."), ("5 кг", "5\u{A0}кг"),
        ("какой-то", "какой-то"),
      ]),
  ]

  private static let nordic = [
    // Språkrådet, Svenska skrivregler (2017): citattecken, pratminus, tankstreck.
    Language(
      tag: "sv",
      cases: [
        ("\"Hej\", sa han.", "”Hej”, sa han."), ("\"Han sa 'nej'.\"", "”Han sa ’nej’.”"),
        ("- Hej, sa han.", "–\u{A0}Hej, sa han."), ("Ja - kanske.", "Ja – kanske."),
        ("Ja -- kanske.", "Ja – kanske."), ("Nja...", "Nja…"), ("sa'n, 10 %", "sa’n, 10\u{A0}%"),
        ("nord-syd", "nord-syd"),
      ]),
    // Dansk Sprognævn, Retskrivningsordbogen (2012): anførselstegn, tankestreg.
    Language(
      tag: "da",
      cases: [
        ("\"Hej\", sagde han.", "”Hej”, sagde han."),
        ("\"Han sagde 'nej'.\"", "”Han sagde ’nej’.”"),
        ("- Hej, sagde han.", "–\u{A0}Hej, sagde han."), ("Ja - måske.", "Ja – måske."),
        ("Ja -- måske.", "Ja – måske."), ("Nå...", "Nå…"), ("ha'", "ha’"), ("5 km", "5\u{A0}km"),
      ]),
    // Språkrådet, Skriveregler: anførselstegn, tankestrek, replikkstrek.
    Language(
      tag: "nb",
      cases: [
        ("\"Hei\", sa han.", "«Hei», sa han."), ("\"Han sa 'nei'.\"", "«Han sa ‘nei’.»"),
        ("- Hei, sa han.", "–\u{A0}Hei, sa han."), ("Ja - kanskje.", "Ja – kanskje."),
        ("Ja -- kanskje.", "Ja – kanskje."), ("Tja...", "Tja…"), ("ta'kke", "ta’kke"),
        ("5 km", "5\u{A0}km"),
      ]),
    // Kotimaisten kielten keskus, Kielitoimiston ohjepankki: lainausmerkit, ajatusviiva, repliikkiviiva.
    Language(
      tag: "fi",
      cases: [
        ("\"Hei\", hän sanoi.", "”Hei”, hän sanoi."), ("\"Hän sanoi 'ei'.\"", "”Hän sanoi ’ei’.”"),
        ("- Hei, hän sanoi.", "–\u{A0}Hei, hän sanoi."), ("Joo - ehkä.", "Joo – ehkä."),
        ("Joo -- ehkä.", "Joo – ehkä."), ("No...", "No…"), ("vaa'an", "vaa’an"),
        ("linja-auto, 5 km", "linja-auto, 5\u{A0}km"),
      ]),
  ]
}
