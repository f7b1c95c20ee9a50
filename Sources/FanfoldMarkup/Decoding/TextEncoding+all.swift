/// The labels of the Encoding standard (§4.2), the code pages of DOS and of the Mac that it leaves
/// out, and the names uchardet has. Where browsers read an encoding as a larger one, so do we.
extension TextEncoding {
  static let utf8 = TextEncoding(
    "UTF-8", .utf8, "UTF-8",
    labels: "utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8")
  static let windows1252 = TextEncoding(
    "windows-1252", .singleByte, "CP1252",
    labels: """
      ansi_x3.4-1968 ascii us-ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 \
      iso8859-1 iso88591 iso_8859-1 \
      iso_8859-1:1987 l1 latin1 x-cp1252 1252 ansi
      """)

  static let all: [TextEncoding] = unicode + latin + otherScripts + multiByte

  private static let unicode = [
    utf8,
    TextEncoding(
      "UTF-16LE", .utf16, "UTF-16LE",
      labels: "utf-16 utf16 utf16le csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff"),
    TextEncoding("UTF-16BE", .utf16, "UTF-16BE", labels: "utf16be unicodefffe"),
    TextEncoding("UTF-32LE", .utf32, "UTF-32LE", labels: "utf-32 utf32 utf32le ucs-4"),
    TextEncoding("UTF-32BE", .utf32, "UTF-32BE", labels: "utf32be"),
  ]

  private static let latin = [
    windows1252,
    TextEncoding(
      "macintosh", .singleByte, "MACINTOSH",
      labels: "mac csmacintosh x-mac-roman macroman mac-roman"),
    TextEncoding("IBM850", .singleByte, "CP850", labels: "cp850 850 cspc850multilingual"),
    TextEncoding("IBM437", .singleByte, "CP437", labels: "cp437 437 cspc8codepage437"),
    TextEncoding(
      "ISO-8859-15", .singleByte, "ISO-8859-15",
      labels: "csisolatin9 iso8859-15 iso885915 iso_8859-15 l9 latin-9 latin9"),
    TextEncoding(
      "windows-1250", .singleByte, "CP1250", labels: "cp1250 x-cp1250 1250"),
    TextEncoding(
      "ISO-8859-2", .singleByte, "ISO-8859-2",
      labels: """
        csisolatin2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2
        """),
    TextEncoding("IBM852", .singleByte, "CP852", labels: "cp852 852"),
    TextEncoding(
      "x-mac-ce", .singleByte, "MAC-CENTRALEUROPE MACCENTRALEUROPE",
      labels: "mac-centraleurope x-mac-centraleurroman"),
    TextEncoding(
      "ISO-8859-3", .singleByte, "ISO-8859-3",
      labels: "csisolatin3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3"),
    TextEncoding(
      "ISO-8859-4", .singleByte, "ISO-8859-4",
      labels: "csisolatin4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4"),
    TextEncoding(
      "ISO-8859-10", .singleByte, "ISO-8859-10",
      labels: "csisolatin6 iso-ir-157 iso8859-10 iso885910 l6 latin6"),
    TextEncoding("ISO-8859-13", .singleByte, "ISO-8859-13", labels: "iso8859-13 iso885913"),
    TextEncoding("ISO-8859-14", .singleByte, "ISO-8859-14", labels: "iso8859-14 iso885914"),
    TextEncoding("ISO-8859-16", .singleByte, "ISO-8859-16"),
    TextEncoding(
      "windows-1254", .singleByte, "CP1254",
      labels: """
        cp1254 x-cp1254 1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 \
        iso_8859-9:1989 l5 latin5
        """),
    TextEncoding("IBM857", .singleByte, "CP857", labels: "cp857 857"),
    TextEncoding("windows-1257", .singleByte, "CP1257", labels: "cp1257 x-cp1257 1257"),
    TextEncoding("windows-1258", .singleByte, "CP1258", labels: "cp1258 x-cp1258 1258"),
    TextEncoding("VISCII", .singleByte, "VISCII"),
  ]

  private static let otherScripts = [
    TextEncoding("windows-1251", .singleByte, "CP1251", labels: "cp1251 x-cp1251 1251"),
    TextEncoding(
      "KOI8-R", .singleByte, "KOI8-R", labels: "cskoi8r koi koi8 koi8_r"),
    TextEncoding("KOI8-U", .singleByte, "KOI8-U", labels: "koi8-ru"),
    TextEncoding("IBM866", .singleByte, "CP866", labels: "866 cp866 csibm866"),
    TextEncoding(
      "ISO-8859-5", .singleByte, "ISO-8859-5",
      labels: """
        csisolatincyrillic cyrillic iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988
        """),
    TextEncoding(
      "x-mac-cyrillic", .singleByte, "MAC-CYRILLIC MACCYRILLIC MAC-UK",
      labels: "mac-cyrillic x-mac-ukrainian"),
    TextEncoding("windows-1253", .singleByte, "CP1253", labels: "cp1253 x-cp1253 1253"),
    TextEncoding(
      "ISO-8859-7", .singleByte, "ISO-8859-7",
      labels: """
        csisolatingreek ecma-118 elot_928 greek greek8 iso-ir-126 iso8859-7 iso88597 iso_8859-7 \
        iso_8859-7:1987 sun_eu_greek
        """),
    TextEncoding("windows-1255", .singleByte, "CP1255", labels: "cp1255 x-cp1255 1255"),
    TextEncoding(
      "ISO-8859-8", .singleByte, "ISO-8859-8",
      labels: """
        csiso88598e csisolatinhebrew hebrew iso-8859-8-e iso-ir-138 iso8859-8 iso88598 iso_8859-8 \
        iso_8859-8:1988 visual csiso88598i iso-8859-8-i logical
        """),
    TextEncoding("windows-1256", .singleByte, "CP1256", labels: "cp1256 x-cp1256 1256"),
    TextEncoding(
      "ISO-8859-6", .singleByte, "ISO-8859-6",
      labels: """
        arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6-e \
        iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987
        """),
    TextEncoding(
      "windows-874", .singleByte, "CP874",
      labels: "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620"),
  ]

  private static let multiByte = [
    TextEncoding(
      "Shift_JIS", .multiByte, "CP932 SHIFT_JIS",
      labels: "csshiftjis ms932 ms_kanji shift-jis sjis windows-31j x-sjis cp932"),
    TextEncoding(
      "EUC-JP", .multiByte, "EUC-JP-MS EUC-JP", labels: "cseucpkdfmtjapanese x-euc-jp eucjp"),
    TextEncoding("ISO-2022-JP", .stateful, "ISO-2022-JP-2 ISO-2022-JP", labels: "csiso2022jp"),
    TextEncoding("ISO-2022-KR", .stateful, "ISO-2022-KR", labels: "csiso2022kr"),
    TextEncoding(
      "EUC-KR", .multiByte, "CP949 EUC-KR",
      labels: """
        cseuckr csksc56011987 iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 \
        windows-949 uhc cp949
        """),
    TextEncoding(
      "GB18030", .multiByte, "GB18030",
      labels: """
        chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk cp936
        """),
    TextEncoding(
      "Big5", .multiByte, "BIG5-HKSCS BIG5", labels: "big5-hkscs cn-big5 csbig5 x-x-big5 cp950"),
    TextEncoding("EUC-TW", .multiByte, "EUC-TW"),
  ]
}
