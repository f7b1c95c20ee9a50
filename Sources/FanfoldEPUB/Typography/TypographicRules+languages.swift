extension TypographicRules {
  /// The languages, and where their ways are published. Region first where one differs.
  static let all: [TypographicRules] = [
    english, german, swiss, french, canadianFrench, spanish, italian, portuguese,
    europeanPortuguese, dutch, polish, czech, russian, swedish, danish, norwegian("no"),
    norwegian("nb"), norwegian("nn"), finnish,
  ]

  /// The Chicago Manual of Style, 17th edition: 6.115 and 6.117 (apostrophe), 6.85 and 6.91 (em
  /// dash), 13.30 (quotation over paragraphs). Which of the two pairs is the outer one is the
  /// author's choice: 13.28 American, New Hart's Rules 9.2 British.
  private static let english = TypographicRules(
    language: "en", quotes: [QuoteStyle("“”‘’")],
    elisions: words(
      """
      tis tisn twas twasn twere tweren twill twould twon twixt tween em cause cos coz cuz til till \
      bout round nother neath fraid kay ere n nd gainst scuse nuff sup course member spect spose \
      specially stead ello im er ave ad ome elp eard ead ell aven adn alf ud ould ow ya
      """),
    dash: DashRules(mark: "—", isTight: true))

  /// Duden, Die deutsche Rechtschreibung: „Anführungszeichen“, „Apostroph“ (D 13–16),
  /// „Gedankenstrich“ (D 43–46); DIN 5008:2020 for the spaces in abbreviations.
  private static let german = TypographicRules(
    language: "de", quotes: [QuoteStyle("„“‚‘"), QuoteStyle("»«›‹")],
    elisions: words("s n ne nen nem ner nes rum rein raus ran rauf runter rüber was m ist"),
    dash: DashRules(mark: "–"),
    spaces: SpaceRules(abbreviations: words("zb dh ua uä ua uu va so su zt iw oä ib ia ev ed")))

  /// Schweizerische Bundeskanzlei, Schreibweisungen (2013), 1.2: guillemets, without spaces.
  private static let swiss = TypographicRules(
    language: "de-CH", quotes: [QuoteStyle("«»‹›"), QuoteStyle("„“‚‘")],
    elisions: german.elisions, dash: german.dash, spaces: german.spaces)

  /// Imprimerie nationale, Lexique des règles typographiques (2002): « Guillemets », « Ponctuation »,
  /// « Tiret »: a fine space before `;`, `!`, `?`, a word space before `:` and within guillemets.
  private static let french = TypographicRules(
    language: "fr", quotes: [QuoteStyle("«»“”", inset: "\u{A0}"), QuoteStyle("“”‘’")],
    elisions: words("tit tite tits tites"),
    dash: DashRules(mark: "–", speech: "—"),
    spaces: SpaceRules(before: [
      UInt8(ascii: ";"): "\u{202F}", UInt8(ascii: "!"): "\u{202F}", UInt8(ascii: "?"): "\u{202F}",
      UInt8(ascii: ":"): "\u{A0}",
    ]))

  /// Office québécois de la langue française, Banque de dépannage linguistique, « Espacement avant
  /// et après les signes de ponctuation »: none before `;`, `!`, `?`.
  private static let canadianFrench = TypographicRules(
    language: "fr-CA", quotes: french.quotes, elisions: french.elisions, dash: french.dash,
    spaces: SpaceRules(before: [UInt8(ascii: ":"): "\u{A0}"]))

  /// Real Academia Española, Ortografía de la lengua española (2010): «La raya», «Las comillas».
  private static let spanish = TypographicRules(
    language: "es", quotes: [QuoteStyle("«»“”"), QuoteStyle("“”‘’")],
    dash: DashRules(mark: "—", speech: "—", speechBlank: "", sticks: true))

  /// Accademia della Crusca, consulenza linguistica «Virgolette» and «Uso dei trattini»; Roberto
  /// Lesina, Il nuovo manuale di stile (2009), 5.
  private static let italian = TypographicRules(
    language: "it", quotes: [QuoteStyle("“”‘’"), QuoteStyle("«»“”")],
    elisions: words("sto sta sti ste na no ndrangheta n l o a e i gli ro nu u"),
    dash: DashRules(mark: "–", speech: "–"))

  /// Evanildo Bechara, Moderna Gramática Portuguesa (2009), «Aspas», «Travessão».
  private static let portuguese = TypographicRules(
    language: "pt", quotes: [QuoteStyle("“”‘’"), QuoteStyle("«»“”")], elisions: words("tá té bora"),
    dash: DashRules(mark: "—", speech: "—"))

  /// Código de Redação Interinstitucional da União Europeia, «Aspas»: angulares.
  private static let europeanPortuguese = TypographicRules(
    language: "pt-PT", quotes: [QuoteStyle("«»“”"), QuoteStyle("“”‘’")],
    elisions: portuguese.elisions, dash: portuguese.dash)

  /// Nederlandse Taalunie, Taaladvies.net: «Aanhalingstekens», «Apostrof», «Gedachtestreepje».
  private static let dutch = TypographicRules(
    language: "nl", quotes: [QuoteStyle("“”‘’"), QuoteStyle("„”‚’")],
    elisions: words("s t n m r k ns ie tis ne er"), dash: DashRules(mark: "–"))

  /// Wielki słownik ortograficzny PWN (2016), «Cudzysłów», «Myślnik»; Adam Wolański, Edycja
  /// tekstów (2008), for the words of one letter.
  private static let polish = TypographicRules(
    language: "pl", quotes: [QuoteStyle("„”«»"), QuoteStyle("«»„”")],
    dash: DashRules(mark: "–", speech: "–"),
    spaces: SpaceRules(shortWords: words("a i o u w z")))

  /// Internetová jazyková příručka ÚJČ AV ČR: «Uvozovky», «Pomlčka», «Zalomení řádků».
  private static let czech = TypographicRules(
    language: "cs", quotes: [QuoteStyle("„“‚‘"), QuoteStyle("»«›‹")],
    dash: DashRules(mark: "–", speech: "–"),
    spaces: SpaceRules(shortWords: words("a i k o s u v z")))

  /// Правила русской орфографии и пунктуации (ed. Lopatin, 2006): «Кавычки», «Прямая речь»; Milchin,
  /// Справочник издателя и автора (2014), for the space before the dash.
  private static let russian = TypographicRules(
    language: "ru", quotes: [QuoteStyle("«»„“"), QuoteStyle("„“‚‘"), QuoteStyle("“”‘’")],
    dash: DashRules(mark: "—", blankBefore: "\u{A0}", speech: "—"))

  /// Språkrådet, Svenska skrivregler (2017): «Citattecken», «Pratminus», «Tankstreck».
  private static let swedish = TypographicRules(
    language: "sv", quotes: [QuoteStyle("””’’"), QuoteStyle("»»››"), QuoteStyle("»«›‹")],
    elisions: words("na n en et"), dash: DashRules(mark: "–", speech: "–"))

  /// Dansk Sprognævn, Retskrivningsordbogen (2012): «Anførselstegn», «Tankestreg».
  private static let danish = TypographicRules(
    language: "da", quotes: [QuoteStyle("””’’"), QuoteStyle("»«›‹"), QuoteStyle("„“‚‘")],
    dash: DashRules(mark: "–", speech: "–"))

  /// Språkrådet, Skriveregler: «Anførselstegn», «Tankestrek», «Replikkstrek».
  private static func norwegian(_ tag: String) -> TypographicRules {
    TypographicRules(
      language: tag, quotes: [QuoteStyle("«»‘’"), QuoteStyle("“”‘’"), QuoteStyle("””’’")],
      elisions: words("n a en et"), dash: DashRules(mark: "–", speech: "–"))
  }

  /// Kotimaisten kielten keskus, Kielitoimiston ohjepankki: «Lainausmerkit», «Ajatusviiva»,
  /// «Repliikkiviiva».
  private static let finnish = TypographicRules(
    language: "fi", quotes: [QuoteStyle("””’’"), QuoteStyle("»»››")],
    dash: DashRules(mark: "–", speech: "–"))

  private static func words(_ list: String) -> Set<String> {
    Set(list.split(separator: " ").map { String($0) })
  }
}
