internal import FanfoldMarkup

/// The names of a content document's elements and attributes, as far as checks tell them apart.
enum ContentNames {
  /// The elements that checks ask for.
  enum Element: UInt8 {
    case other, otherStyle, otherMedia, otherObject
    // HTML
    case a, area, audio, base, blockquote, body, canvas, embed, figure, form, head, html, iframe
    case img, input, link, meta, nav, object, picture, quote, rp, script, section, source, style,
      table, track
    case video, invisible, otherHTML
    case customHTML
    // SVG
    case svg, svgA, svgImage, svgLabel, svgScript, svgStyle, svgUse, fontFaceURI, gradient
    case clipPath, symbol, otherSVG
    // MathML and EPUB
    case math, annotationXML, otherMath, epubSwitch

    var isHTML: Bool { (Element.a.rawValue...Element.otherHTML.rawValue).contains(rawValue) }
    var isSVG: Bool { (Element.svg.rawValue...Element.otherSVG.rawValue).contains(rawValue) }
  }

  /// The attributes that can stand at any element and mean something to a check.
  struct Attributes: OptionSet {
    let rawValue: UInt16
    static let id = Attributes(rawValue: 1)
    static let base = Attributes(rawValue: 2)
    static let semantics = Attributes(rawValue: 4)
    static let pronunciation = Attributes(rawValue: 8)
    static let event = Attributes(rawValue: 16)
    static let microdata = Attributes(rawValue: 32)
    static let property = Attributes(rawValue: 64)
    static let paint = Attributes(rawValue: 128)
    static let style = Attributes(rawValue: 256)
    static let prefix = Attributes(rawValue: 512)
    /// What a rule between elements asks for.
    static let constrained = Attributes(rawValue: 1024)
  }

  static let htmlNamespace = "http://www.w3.org/1999/xhtml"
  static let svgNamespace = "http://www.w3.org/2000/svg"
  static let mathNamespace = "http://www.w3.org/1998/Math/MathML"
  static let opsNamespace = "http://www.idpf.org/2007/ops"
  static let xlinkNamespace = "http://www.w3.org/1999/xlink"
  static let ssmlNamespace = "http://www.w3.org/2001/10/synthesis"

  static func element(_ name: MarkupName) -> Element {
    let local = name.local.lowercased()
    switch name.namespace {
    case htmlNamespace: return html[local] ?? (isCustom(name) ? .customHTML : .otherHTML)
    case svgNamespace: return svg[local] ?? media[name.local] ?? .otherSVG
    case mathNamespace:
      return local == "math"
        ? .math : local == "annotation-xml" ? .annotationXML : media[name.local] ?? .otherMath
    case opsNamespace where local == "switch": return .epubSwitch
    default: return local == "style" ? .otherStyle : media[name.local] ?? .other
    }
  }

  /// Whether a name is one that its author made up (HTML §4.13.2), which EPUBCheck takes for another namespace's in
  /// EPUB 3.
  static func isCustom(_ name: MarkupName) -> Bool {
    name.namespace == htmlNamespace && name.local.utf8.contains(UInt8(ascii: "-"))
  }

  /// The elements that are asked by their name alone, whatever their namespace, for what they show.
  private static let media: [String: Element] = [
    "audio": .otherMedia, "object": .otherObject, "video": .otherMedia,
  ]

  static func attribute(_ name: MarkupName) -> Attributes {
    switch (name.namespace, name.local) {
    case ("", "id"): .id
    case ("", "style"): .style
    case ("", "itemscope"): .microdata
    case ("", "property"): .property
    case ("", "fill"), ("", "stroke"): .paint
    case (PackageReader.xmlNamespace, "base"): .base
    case (opsNamespace, "type"): .semantics
    case (opsNamespace, "prefix"): .prefix
    case (ssmlNamespace, "ph"): .pronunciation
    case (_, let local)
    where local.hasPrefix("on") && WordLists.eventAttributes.contains(local.lowercased()):
      .event
    default: []
    }
  }

  private static let html: [String: Element] = [
    "a": .a, "area": .area, "audio": .audio, "base": .base, "blockquote": .blockquote,
    "body": .body, "canvas": .canvas, "del": .quote, "embed": .embed, "figure": .figure,
    "form": .form, "head": .head,
    "html": .html, "iframe": .iframe, "img": .img, "input": .input, "ins": .quote, "link": .link,
    "meta": .meta, "nav": .nav, "object": .object, "picture": .picture, "q": .quote, "rp": .rp,
    "script": .script, "section": .section, "source": .source, "style": .style, "table": .table,
    "title": .invisible, "track": .track, "video": .video,
  ]

  private static let svg: [String: Element] = [
    "a": .svgA, "clippath": .clipPath, "font-face-uri": .fontFaceURI, "image": .svgImage,
    "lineargradient": .gradient, "pattern": .gradient, "radialgradient": .gradient,
    "script": .svgScript, "style": .svgStyle, "svg": .svg, "symbol": .symbol, "text": .svgLabel,
    "title": .svgLabel, "use": .svgUse,
  ]
}
