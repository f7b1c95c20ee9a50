/// What languages are called in English, for those that many stories are written in.
enum LanguageName {
  /// "English (GB)" for "en-GB"; the tag itself when nothing better is known.
  static func of(_ tag: String) -> String {
    let parts = tag.split(separator: "-")
    guard let primary = parts.first, let name = names[String(primary)] else { return tag }
    guard parts.count > 1 else { return name }
    return "\(name) (\(parts.dropFirst().joined(separator: ", ")))"
  }

  private static let names = [
    "ar": "Arabic", "ca": "Catalan", "cs": "Czech", "cy": "Welsh", "da": "Danish", "de": "German",
    "el": "Greek", "en": "English", "eo": "Esperanto", "es": "Spanish", "fa": "Persian",
    "fi": "Finnish", "fil": "Filipino", "fr": "French", "he": "Hebrew", "hi": "Hindi",
    "hu": "Hungarian", "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ko": "Korean",
    "la": "Latin", "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese",
    "ro": "Romanian", "ru": "Russian", "sv": "Swedish", "th": "Thai", "tlh": "Klingon",
    "tr": "Turkish", "uk": "Ukrainian", "vi": "Vietnamese", "zh": "Chinese",
  ]
}
