/// What control words say: the characters some stand for, and where the text of groups goes.
enum RTFWords {
  /// Words for characters (RTF 1.9.1, "Special Characters").
  static let characters: [String: String] = [
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "bullet": "•", "tab": "\t", "emspace": "\u{2003}", "enspace": "\u{2002}", "qmspace": "\u{2005}",
    "zwj": "\u{200D}", "zwnj": "\u{200C}", "ltrmark": "\u{200E}", "rtlmark": "\u{200F}",
    "cell": " ",
    "nestcell": " ",
  ]

  /// Where the text of a group goes that begins with the word; `nil` when it goes where it went.
  static func destination(_ word: String) -> RTFState.Destination? {
    switch word {
    case "fonttbl": .fontTable
    case "stylesheet": .styleSheet
    case "title", "author", "subject", "keywords", "doccomm", "company", "operator", "manager",
      "category",
      "hlinkbase":
      .info(word)
    case "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf":
      .leftOut("repeated on every page")
    case "annotation": .leftOut("a comment on the text")
    case "listtext", "pntext": .listMark
    case "fldinst": .instruction
    case "footnote": .footnote
    case "shptxt", "fldrslt": .text
    case "info", "colortbl", "pict", "object", "nonshppict", "template", "xe", "tc", "rxe",
      "listtable",
      "listoverridetable", "revtbl", "rsidtbl", "generator", "themedata", "datafield", "private",
      "sp", "filetbl":
      .nowhere
    default: nil
    }
  }

  /// Names that programs and their owners never changed.
  static let noAuthors: Set<String> = [
    "owner", "user", "users", "admin", "administrator", "unknown", "windows user",
    "microsoft office user",
    "default", "default user", "me", "preferred customer", "customer", "valued customer", "pc",
    "home", "hp",
    "hp_administrator", "compaq_owner", "compaq_administrator", "guest",
  ]
}
