/// The names HTML has or had, so that other words in angle brackets can be told from them.
enum HTMLNames {
  /// How far a name can be trusted to be a tag.
  enum Family: UInt8 {
    case unknown, known
    /// A word or a name people put in brackets too.
    case word
    /// An element of HTML 5 that is always empty.
    case newVoid
    /// An element whose contents are no HTML.
    case script
    /// An element that holds text but no elements.
    case textOnly
    /// An element of another language: inside, names are free.
    case foreignRoot
  }

  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// One step of FNV-1a over the lower case of a name. Two names with one hash are two names taken
  /// for tags, and no more than that.
  static func hash(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)) &* 0x100_0000_01B3
  }

  static func family(of hash: UInt64) -> Family {
    var slot = Int(truncatingIfNeeded: hash >> 32) & (slots.count - 1)
    while slots[slot].hash != 0 {
      if slots[slot].hash == hash { return slots[slot].family }
      slot = (slot + 1) & (slots.count - 1)
    }
    return .unknown
  }

  static func isFlag(_ hash: UInt64) -> Bool { flags.contains(hash) }
  static func isInstruction(_ hash: UInt64) -> Bool { instructions.contains(hash) }

  private static let slots: [(hash: UInt64, family: Family)] = {
    var slots = [(hash: UInt64, family: Family)](repeating: (0, .unknown), count: 512)
    for (family, names) in table {
      for hash in hashes(names) {
        var slot = Int(truncatingIfNeeded: hash >> 32) & 511
        while slots[slot].hash != 0 { slot = (slot + 1) & 511 }
        slots[slot] = (hash, family)
      }
    }
    return slots
  }()

  private static let flags = Set(
    hashes(
      """
      allowfullscreen async autofocus autoplay border checked clear compact controls crossorigin \
      declare default defer disabled download formnovalidate hidden inert ismap itemscope loop \
      multiple muted nohref nomodule noresize nosave noshade novalidate nowrap open playsinline \
      readonly required reversed selected truespeed
      """))

  /// What stands after "<?" in pages: an XML declaration, PHP, Word's namespaces.
  private static let instructions = Set(hashes("xml xml-stylesheet xml:namespace php import"))

  private static func hashes(_ names: String) -> [UInt64] {
    names.split(separator: " ").map { $0.utf8.reduce(seed, hash) }
  }

  private static let table: [(Family, String)] = [
    (
      .known,
      """
      a abbr acronym address applet article aside audio b basefont bdi bdo bgsound big blink \
      blockquote body br button canvas caption center cite code col colgroup dd del details dfn dir \
      div dl dt em fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head \
      header hgroup hr html i iframe img input ins isindex kbd label layer legend li main marquee \
      menu menuitem multicol nav nobr noembed noframes noscript ol optgroup option p picture pre \
      progress q rb rp rt rtc ruby s samp section select small spacer span strike strong sub sup \
      table tbody td template tfoot th thead tr tt u ul var video meta
      """
    ),
    (
      .word,
      """
      area base command content data datalist dialog embed image keygen link map mark meter object \
      output param portal search shadow slot summary time
      """
    ),
    (.newVoid, "wbr source track"),
    (.script, "script style"),
    (.textOnly, "title textarea xmp listing plaintext"),
    (.foreignRoot, "svg math"),
  ]
}
