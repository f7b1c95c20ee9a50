/// The names of encodings, of those that have ASCII in them, by which readers of XML know them: of
/// the names registered with IANA the ones that Xerces takes (EPUBCheck 5.3).
enum XMLEncodingNames {
  /// In upper case.
  static let all: Set<String> = Set(
    named.map(String.init) + isoNumbers.flatMap { ["ISO-8859-\($0)", "ISO_8859-\($0)"] }
      + (1...5).flatMap { ["LATIN\($0)", "L\($0)", "CSISOLATIN\($0)"] }
      + isoRegistrations.map { "ISO-IR-\($0)" } + (1250...1258).map { "WINDOWS-\($0)" }
      + codePages.flatMap { ["IBM\($0)", "IBM-\($0)", "CP\($0)"] })

  private static let isoNumbers = Array(1...9) + [15]
  private static let isoRegistrations = [
    6, 87, 100, 101, 109, 110, 126, 127, 138, 144, 148, 149, 159,
  ]
  private static let codePages = [
    367, 437, 775, 819, 850, 852, 855, 857, 860, 861, 862, 863, 864, 865, 866, 868, 869,
  ]

  private static let named =
    """
    ANSI_X3.4-1968 ANSI_X3.4-1986 ARABIC ASCII ASMO-708 BIG5 CP-AR CP-GR CP-IS CP936 CSASCII \
    CSBIG5 CSEUCKR CSEUCPKDFMTJAPANESE CSGB2312 CSISO2022JP CSISO2022KR CSISOLATINARABIC \
    CSISOLATINCYRILLIC CSISOLATINGREEK CSISOLATINHEBREW CSKOI8R CSKSC56011987 CSPC775BALTIC \
    CSPC850MULTILINGUAL CSPC862LATINHEBREW CSPC8CODEPAGE437 CSPCP852 CSSHIFTJIS CSWINDOWS31J \
    CYRILLIC ECMA-114 ECMA-118 ELOT_928 EUC-JP EUC-KR \
    EXTENDED_UNIX_CODE_PACKED_FORMAT_FOR_JAPANESE GB18030 GB2312 GBK GREEK GREEK8 HEBREW \
    ISO-2022-CN ISO-2022-JP ISO-2022-KR ISO-8859-13 ISO-8859-8-I ISO646-US ISO_646.IRV:1991 \
    KOI8-R KOREAN KSC_5601 KS_C_5601-1987 KS_C_5601-1989 LATIN-9 MS936 MS_KANJI SHIFT_JIS \
    TIS-620 US US-ASCII WINDOWS-31J WINDOWS-936
    """.split(separator: " ")
}
