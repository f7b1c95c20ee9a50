/// The names sites and authors give languages.
enum LanguageNames {
  /// The BCP 47 tag of a folded name, "english" or "francais"; a tag stands for itself.
  static func tag(for name: String) -> String? {
    if let tag = tags[name] { return tag }
    let primary = name.prefix { $0 != "-" }
    return tags.values.contains(String(primary)) ? name : nil
  }

  private static let tags: [String: String] = [
    "english": "en", "deutsch": "de", "german": "de", "francais": "fr", "french": "fr",
    "espanol": "es",
    "spanish": "es", "italiano": "it", "italian": "it", "portugues": "pt", "portuguese": "pt",
    "nederlands": "nl",
    "dutch": "nl", "polski": "pl", "polish": "pl", "русский": "ru", "russian": "ru",
    "svenska": "sv",
    "swedish": "sv", "norsk": "no", "norwegian": "no", "dansk": "da", "danish": "da", "suomi": "fi",
    "finnish": "fi", "中文": "zh", "中文-普通话 國語": "zh", "chinese": "zh", "日本語": "ja", "japanese": "ja",
    "한국어": "ko", "korean": "ko", "magyar": "hu", "hungarian": "hu", "cestina": "cs", "czech": "cs",
    "turkce": "tr", "turkish": "tr", "bahasa indonesia": "id", "indonesian": "id",
    "українська": "uk",
    "ukrainian": "uk", "ελληνικα": "el", "greek": "el", "עברית": "he", "hebrew": "he",
    "العربية": "ar",
    "arabic": "ar", "tieng viet": "vi", "vietnamese": "vi", "romana": "ro", "romanian": "ro",
  ]
}
