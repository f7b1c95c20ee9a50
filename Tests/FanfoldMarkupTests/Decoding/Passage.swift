import Testing

/// A short passage of a story in many languages, and the encodings it was written in once.
struct Passage: Sendable, CustomTestStringConvertible {
  let language: String
  let text: String
  /// What iconv calls an encoding, and the name the decoder is to give.
  let encodings: [(converter: String, name: String)]

  var testDescription: String { language }

  static let all = western + central + otherScripts + eastern
}

extension Passage {
  private static let western = [
    Passage(
      language: "French",
      text: """
        Il était déjà très tard quand Hélène referma le livre et regarda son ami endormi.
        Dehors, le vent soufflait. «Allons-y, dit-elle, avant que quelqu'un ne se réveille. Ça va !»
        Même l'hôtel était fermé.

        """,
      encodings: [
        ("CP1252", "windows-1252"), ("MACINTOSH", "macintosh"), ("CP850", "IBM850"),
      ]),
    Passage(
      language: "French with ligatures", text: "Sa sœur, le cœur lourd, paya 20 € à l'hôtel.\n",
      encodings: [("ISO-8859-15", "ISO-8859-15"), ("CP1252", "windows-1252")]),
    Passage(
      language: "German",
      text: """
        Es war schon sehr spät, als Jürgen endlich das Buch schloß. Überall hörte man Geräusche.
        Laß uns gehen, flüsterte das Mädchen, sonst gibt es Ärger.

        """,
      encodings: [
        ("CP1252", "windows-1252"), ("MACINTOSH", "macintosh"), ("CP850", "IBM850"),
      ]),
    Passage(
      language: "Spanish",
      text: """
        Ya era muy tarde cuando Íñigo cerró por fin el libro y miró a su amigo dormido.
        ¿Vamos?, dijo la niña en voz baja, ¡rápido!, antes de que alguien despierte.

        """,
      encodings: [
        ("CP1252", "windows-1252"), ("MACINTOSH", "macintosh"), ("CP850", "IBM850"),
      ]),
    Passage(
      language: "Swedish", text: "Åke såg på sin sovande vän. Utanför blåste vinden över sjön.\n",
      encodings: [
        ("CP1252", "windows-1252"), ("MACINTOSH", "macintosh"), ("CP850", "IBM850"),
      ]),
    Passage(
      language: "Portuguese",
      text:
        "João fechou o livro e olhou para o irmão. Não há razão para preocupações; é só tradição.\n",
      encodings: [
        ("CP1252", "windows-1252"), ("MACINTOSH", "macintosh"), ("CP850", "IBM850"),
      ]),
    Passage(
      language: "English",
      text:
        "She didn’t care. “What do you want?” he asked—and that was that… “I’m sorry,” she said.\n",
      encodings: [("CP1252", "windows-1252"), ("MACINTOSH", "macintosh")]),
  ]

  private static let central = [
    Passage(
      language: "Polish",
      text: """
        Była już późna noc, kiedy Hermiona wreszcie zamknęła książkę i spojrzała na przyjaciela.
        Światło świecy drżało na ścianie. Chodźmy, powiedziała cicho, zanim się ktoś obudzi.

        """,
      encodings: [
        ("ISO-8859-2", "ISO-8859-2"), ("CP1250", "windows-1250"), ("CP852", "IBM852"),
      ]),
    Passage(
      language: "Czech",
      text: """
        Byla už hluboká noc, když Harry konečně zavřel knihu a podíval se na spícího přítele.
        Světlo svíčky se třáslo na stěně a za oknem šuměl vítr.

        """,
      encodings: [("ISO-8859-2", "ISO-8859-2"), ("CP1250", "windows-1250")]),
    Passage(
      language: "Hungarian",
      text: """
        „Már késő éjszaka volt, amikor Harry végül becsukta a könyvet.” A gyertya fénye remegett.
        Őszintén szólva félt attól, hogy a többiek felébrednek, és akkor bizony bajba kerülnek.

        """,
      encodings: [("CP1250", "windows-1250")]),
    Passage(
      language: "Turkish",
      text: """
        Harry sonunda kitabı kapatıp uyuyan arkadaşına baktığında gece çoktan geç olmuştu.
        Mumun ışığı duvarda titriyor, pencerenin dışında rüzgâr uğulduyordu. İstanbul uyuyordu.

        """,
      encodings: [("CP1254", "windows-1254"), ("ISO-8859-9", "windows-1254")]),
  ]

  private static let otherScripts = [
    Passage(
      language: "Russian",
      text: """
        Гарри проснулся рано утром и долго лежал, глядя в потолок. За окном ещё было темно,
        и только фонарь на углу улицы бросал бледный свет на стену. Потом он встал и оделся.

        """,
      encodings: [
        ("CP1251", "windows-1251"), ("KOI8-R", "KOI8-R"), ("CP866", "IBM866"),
        ("ISO-8859-5", "ISO-8859-5"), ("MAC-CYRILLIC", "x-mac-cyrillic"),
      ]),
    Passage(
      language: "Greek",
      text: """
        Ήταν ήδη αργά τη νύχτα όταν ο Χάρι έκλεισε επιτέλους το βιβλίο και κοίταξε τον φίλο του.
        Το φως του κεριού έτρεμε στον τοίχο και έξω από το παράθυρο φυσούσε ο άνεμος.

        """,
      encodings: [("ISO-8859-7", "ISO-8859-7")]),
    Passage(
      language: "Greek with quotation marks",
      text: """
        “Ήταν ήδη αργά τη νύχτα όταν ο Χάρι έκλεισε επιτέλους το βιβλίο.” Άννα, κοίταξε τον φίλο.
        Το φως του κεριού έτρεμε στον τοίχο και έξω από το παράθυρο φυσούσε ο άνεμος…

        """,
      encodings: [("CP1253", "windows-1253")]),
    Passage(
      language: "Hebrew",
      text: """
        היה כבר מאוחר בלילה כאשר הארי סגר סוף סוף את הספר והביט בחברו הישן. אור הנר רעד על הקיר
        ומחוץ לחלון נשבה הרוח. בוא נלך, אמרה הנערה, לפני שמישהו יתעורר.

        """,
      encodings: [("CP1255", "windows-1255")]),
    Passage(
      language: "Arabic",
      text: """
        كان الوقت متأخرا من الليل عندما أغلق هاري الكتاب أخيرا ونظر إلى صديقه النائم.
        كان ضوء الشمعة يرتجف على الجدار وكانت الريح تهب خارج النافذة.

        """,
      encodings: [("CP1256", "windows-1256"), ("ISO-8859-6", "ISO-8859-6")]),
  ]

  private static let eastern = [
    Passage(
      language: "Korean",
      text: """
        해리는 마침내 책을 덮고 잠든 친구를 바라보았다. 이미 밤이 깊었고 촛불은 벽에서 떨리고 있었다.
        "가자," 소녀가 조용히 말했다. "누가 깨기 전에."

        """,
      encodings: [("EUC-KR", "EUC-KR")]),
    Passage(
      language: "Traditional Chinese",
      text: """
        夜已經很深了，哈利終於合上書，看著熟睡的朋友。燭光在牆上顫動，窗外的風在呼嘯。
        「我們走吧，」女孩輕聲說，「在有人醒來之前，不然我們就有麻煩了。」

        """,
      encodings: [("BIG5", "Big5")]),
    Passage(
      language: "Simplified Chinese",
      text: """
        夜已经很深了，哈利终于合上书，看着熟睡的朋友。烛光在墙上颤动，窗外的风在呼啸。
        “我们走吧，”女孩轻声说，“在有人醒来之前，不然我们就有麻烦了。”

        """,
      encodings: [("GB18030", "GB18030"), ("GBK", "GB18030")]),
    Passage(
      language: "Japanese",
      text: """
        もう夜も更けたころ、ハリーはようやく本を閉じ、眠っている友人を見た。
        「行こう」と少女は静かに言った。「誰かが起きる前に。そうしないと大変なことになる。」

        """,
      encodings: [
        ("SHIFT_JIS", "Shift_JIS"), ("EUC-JP", "EUC-JP"), ("ISO-2022-JP", "ISO-2022-JP"),
      ]),
  ]
}
