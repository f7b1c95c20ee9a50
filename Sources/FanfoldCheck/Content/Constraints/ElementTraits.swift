/// What the rules between elements know of an element by its name.
struct ElementTraits {
  /// Elements that forbid others inside them, or that others need around them.
  struct Scope: OptionSet {
    let rawValue: UInt32
    static let a = Scope(rawValue: 1 << 0)
    static let button = Scope(rawValue: 1 << 1)
    static let audio = Scope(rawValue: 1 << 2)
    static let video = Scope(rawValue: 1 << 3)
    static let dfn = Scope(rawValue: 1 << 4)
    static let form = Scope(rawValue: 1 << 5)
    static let label = Scope(rawValue: 1 << 6)
    static let meter = Scope(rawValue: 1 << 7)
    static let progress = Scope(rawValue: 1 << 8)
    static let address = Scope(rawValue: 1 << 9)
    static let header = Scope(rawValue: 1 << 10)
    static let footer = Scope(rawValue: 1 << 11)
    static let caption = Scope(rawValue: 1 << 12)
    static let map = Scope(rawValue: 1 << 13)
    /// An `a` with an href.
    static let link = Scope(rawValue: 1 << 14)
    /// An element with an ssml:ph.
    static let pronounced = Scope(rawValue: 1 << 15)
  }

  /// The scope it opens.
  var opens: Scope = []
  /// The scopes it may not be in.
  var forbidden: Scope = []
  /// The attribute it must have for that to hold.
  var condition: String?

  /// The scopes by the elements that open them.
  static let scopes: [(element: String, scope: Scope)] = [
    ("a", .a), ("button", .button), ("audio", .audio), ("video", .video), ("dfn", .dfn),
    ("form", .form), ("label", .label), ("meter", .meter), ("progress", .progress),
    ("address", .address), ("header", .header), ("footer", .footer), ("caption", .caption),
    ("map", .map),
  ]

  /// Which elements may not be in which others, some only with an attribute (HTML §4, the content
  /// models that end in "but there must be no … descendant").
  static let exclusions: [(element: String, condition: String?, scopes: Scope)] = [
    ("a", nil, [.a, .button]), ("audio", "controls", [.a, .button]),
    ("audio", nil, [.audio, .video]), ("button", nil, [.a, .button]),
    ("details", nil, [.a, .button]), ("embed", nil, [.a, .button]),
    ("iframe", nil, [.a, .button]), ("img", "usemap", [.a, .button]),
    ("input", nil, [.a, .button]), ("label", nil, [.a, .button, .label]),
    ("menu", nil, [.a, .button]), ("object", "usemap", [.a, .button]),
    ("select", nil, [.a, .button]), ("textarea", nil, [.a, .button]),
    ("video", "controls", [.a, .button]), ("video", nil, [.audio, .video]),
    ("dfn", nil, .dfn), ("form", nil, .form), ("meter", nil, .meter),
    ("progress", nil, .progress), ("address", nil, .address),
    ("header", nil, [.address, .header, .footer]), ("footer", nil, [.address, .header, .footer]),
    ("table", nil, .caption),
  ]
}
